export { type Bindings, bindCalendar, overruled, withZone } from "./bind.ts";
export { compilePolicy } from "./compile.ts";
export { cohortsOf, coverOf, isAmong, severitiesOf } from "./cover.ts";
export { type CreditDue, type CreditQuestion, creditsDue, type Miss, type Uptime } from "./credits.ts";
export {
  attachmentBar,
  endingOf,
  type FileBar,
  type FileLimits,
  fileLimitsOf,
} from "./decide/attachments.ts";
export { changeCountsFrom } from "./decide/changes.ts";
export { type ChannelHours, channelHoursOf } from "./decide/channel-hours.ts";
export { type Contacts, contactsOf } from "./decide/contacts.ts";
export { asksForEscalation, type EscalationOpening, escalationOf } from "./decide/escalation.ts";
export { consequenceOf } from "./decide/exclusions.ts";
export { DESK_FIELDS, type FormChoice, formFieldsOf } from "./decide/form.ts";
export { type LanguageAnswer, languageOf } from "./decide/languages.ts";
export { type Closing, closingOf } from "./decide/life-cycle.ts";
export { priceOf } from "./decide/price.ts";
export { type QuotaUse, quotaLimitOf, quotaOf } from "./decide/quotas.ts";
export {
  proposedSeverity,
  type SeverityProposal,
  type SeverityQuestion,
  type SeverityReason,
} from "./decide/severity.ts";
export { type Opening, usedOf, usesSince } from "./decide/uses.ts";
export { type VersionAnswer, versionPhaseOf } from "./decide/versions.ts";
export type { Change, ChangeKind, ChangeTopic, Said } from "./difference/change.ts";
export { differenceOf } from "./difference/difference.ts";
export { type DifferenceOptions, renderDifference } from "./difference/render.ts";
export { amountFrom, dueOf } from "./due.ts";
export { entitlementOf } from "./entitlement.ts";
export { contentHash } from "./hash.ts";
export { type Lowered, type LoweringFacts, loweringFor } from "./lowering.ts";
export { planNamed, severityNamed, tierNamed } from "./named.ts";
export { renderPage } from "./page.ts";
export { planOf } from "./plan.ts";
export { bindingsKey, runnableOf, settledFor } from "./settled.ts";
export { FINDING_CODES, type FindingCode } from "./source/codes.ts";
export { nearest } from "./source/nearest.ts";
export { calendarFor, specificityOf, targetOf } from "./target.ts";
export { durationOf, durationText, planText, severityText } from "./text.ts";
export { isMet, type KnownFacts, severityByFacts, truthOf } from "./truth.ts";
export type * from "./types.ts";
export { isListEnding, type YearDay, yearOf } from "./year.ts";
export { isNamedZone, isZone } from "./zone.ts";
