export { AttachField } from "./attachments/attach-field.tsx";
export { AttachmentList, ReadAgainProvider } from "./attachments/attachment-list.tsx";
export { FilesProvider, filePort } from "./attachments/file-port.ts";
export { idsOf, type KeptFile, keptFilesIn } from "./attachments/kept-file.ts";
export { type FileDrop, useFileDrop } from "./attachments/use-file-drop.ts";
export { type Uploads, useUploads } from "./attachments/use-uploads.ts";
export { counted } from "./catalogue/plural.ts";
export { rich, textOf } from "./catalogue/rich.ts";
export { useAroundWords } from "./catalogue/use-around-words.ts";
export { useCalendarWords } from "./catalogue/use-calendar-words.ts";
export { useCauseWords } from "./catalogue/use-cause-words.ts";
export { useClockWords } from "./catalogue/use-clock-words.ts";
export { useConductWords } from "./catalogue/use-conduct-words.ts";
export { useCoverageWords } from "./catalogue/use-coverage-words.ts";
export { useDeskActWords } from "./catalogue/use-desk-act-words.ts";
export { deskWordsIn, useDeskWords } from "./catalogue/use-desk-words.ts";
export { useIncidentWords } from "./catalogue/use-incident-words.ts";
export { usePolicyWords } from "./catalogue/use-policy-words.ts";
export { usePortalWords } from "./catalogue/use-portal-words.ts";
export { useReleaseWords } from "./catalogue/use-release-words.ts";
export { useTextWords } from "./catalogue/use-text-words.ts";
export { useTicketActWords } from "./catalogue/use-ticket-act-words.ts";
export { useWidgetWords } from "./catalogue/use-widget-words.ts";
export { useWishWords } from "./catalogue/use-wish-words.ts";
export type {
  AroundWords,
  CalendarWords,
  CauseWords,
  ClockWords,
  ConductWords,
  CoverageWords,
  DeskActWords,
  DeskWords,
  IncidentWords,
  PolicyWords,
  PortalWords,
  ReleaseWords,
  SharedWords,
  TextWords,
  WidgetWords,
  WishWords,
} from "./catalogue/words.ts";
export { CAUSE_PARTS, CauseVersions } from "./causes/cause-version.tsx";
export { type OwnCases, OwnCasesView, Quote } from "./conduct/own-cases-view.tsx";
export { type Report, ReportMessage } from "./conduct/report-message.tsx";
export { WrittenAsk } from "./conduct/written-ask.tsx";
export {
  createDraftStore,
  type DraftKey,
  type DraftMirror,
  type DraftPort,
  type DraftState,
  type DraftStore,
  draftPort,
} from "./drafts/draft-store.ts";
export { type DraftOf, useDraft } from "./drafts/use-draft.ts";
export { AssessedOn } from "./facts/assessed-on.tsx";
export { CopyButton } from "./facts/copy-button.tsx";
export { Due } from "./facts/due.tsx";
export { HeldFacts } from "./facts/held-facts.tsx";
export { NotCovered } from "./facts/not-covered.tsx";
export { OutcomeName } from "./facts/outcome.tsx";
export { Plan, planWords } from "./facts/plan.tsx";
export { PromiseLine, promiseSentence } from "./facts/promise-line.tsx";
export { PromiseList } from "./facts/promise-list.tsx";
export { toldPromises } from "./facts/promise-moves.ts";
export {
  type CountedLeft,
  countedLeftAt,
  isBinding,
  nextStandstill,
  openLeftOf,
  type Stand,
  standOf,
} from "./facts/promise-stand.ts";
export { saveFile } from "./facts/save-file.ts";
export { nameOfFact } from "./facts/sent-fact.ts";
export { Severity } from "./facts/severity.tsx";
export { type SeverityChange, severityNotice } from "./facts/severity-notice.ts";
export { TranscriptButtons, type TranscriptQuery } from "./facts/transcript.tsx";
export { type Usage, usageOf } from "./facts/usage.ts";
export { UsedTime } from "./facts/used-time.tsx";
export { type OtherZone, useWhenText, When, type WhenForm } from "./facts/when.tsx";
export { Why, WhyThisTime } from "./facts/why.tsx";
export { WishStand } from "./facts/wish-stand.tsx";
export { FindInThread } from "./find/find-in-thread.tsx";
export { TrothRoot } from "./root.tsx";
export { type Look, LookAtSecrets } from "./secrets/look-at-secrets.tsx";
export { MaskedText } from "./secrets/masked-text.tsx";
export { SecretNotice } from "./secrets/secret-notice.tsx";
export { useReadable } from "./secrets/use-readable.ts";
export { type DateTalk, dateTalk } from "./speech/calendar-date.ts";
export { durationWords, openTimeWords, targetWords } from "./speech/duration.ts";
export {
  browserTongue,
  browserZone,
  chosenTongue,
  LOCALES,
  type Locale,
  type Tongue,
  tongueOf,
} from "./speech/locale.ts";
export { POLICY_LANG, PolicyText, WithPolicyText } from "./speech/policy-text.tsx";
export { type Speech, SpeechProvider, useAnnounce, useSpeech } from "./speech/speech.tsx";
export { dueMinute, type TimeTalk, timeTalk } from "./speech/time.ts";
export { useNow } from "./speech/use-now.ts";
export { cityOf, zoneWords } from "./speech/zone.ts";
export { Dialog } from "./states/dialog.tsx";
export { ProblemNote } from "./states/problem-note.tsx";
export { Refusal } from "./states/refusal.tsx";
export { said } from "./states/said.ts";
export { Said } from "./states/said-text.tsx";
export { Bars, OfflineLine, StaleLine, StateLine, Waiting } from "./states/state-line.tsx";
export { contrastOf } from "./theme/contrast.ts";
export type { Density, Face } from "./theme/theme.ts";
export { type Token, tokens } from "./theme/tokens.ts";
export { Message } from "./thread/message.tsx";
export { eventSentence, type SeverityNames, Timeline, TimelineLine } from "./thread/timeline.tsx";
export type * from "./wire.ts";
