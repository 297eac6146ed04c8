import type { Ticket } from "@troth/contract";
import type { SayInstant } from "./instants.ts";
import type { TranscriptWords } from "./words.ts";

type Happening = Ticket["timeline"][number];

/** Kinds whose `reason` a person wrote. */
const WITH_WORDS: ReadonlySet<string> = new Set([
  "severity.assessed",
  "secret.looked-at",
  "disagreement.opened",
  "disagreement.ended",
  "ticket.worsened",
  "word.given",
  "information.asked",
  "cause.declined",
]);

/** Whether the reason of such an event is somebody's own words, and not a code or a name. */
export function hasWords({ kind, from }: Pick<Happening, "kind" | "from">): boolean {
  return kind === "wish.told" ? from === "declined" || from === "noted" : WITH_WORDS.has(kind);
}

/** What happened, in one sentence; null for what a copy for the customer leaves out. */
export function sentenceOf(happening: Happening, words: TranscriptWords, say: SayInstant): string | null {
  const { kind, by, from, to, outcome } = happening;
  const { events } = words;
  const due = (at: string | null) => (at === null ? events.noTime : say(at, true));
  switch (kind) {
    case "severity.assessed":
      return severitySentence(happening, words, due);
    case "ticket.resolved":
      return events.resolved(by, outcome?.name ?? to ?? "");
    case "plan.changed":
      return events.planChanged(to ?? "");
    case "clock.breached":
      return events.breached;
    case "clock.corrected":
      return events.corrected;
    case "promise.moved":
      return events.dueMoved(due(from), due(to));
    case "secret.looked-at":
      return events.looked(by, to ?? "", from === null ? "" : say(from));
    case "disagreement.opened":
      return events.objected(by, to ?? "");
    case "disagreement.ended":
      return events.objectionEnded(by);
    case "ticket.worsened":
      return events.worsened(by);
    case "word.given":
      return from === null ? events.wordGiven(by, due(to)) : events.wordMoved(by, due(from), due(to));
    case "word.kept":
      return events.wordKept(due(to));
    case "word.missed":
      return events.wordMissed(due(to));
    case "information.asked":
      return events.asked(by);
    case "ticket.reopened":
      return events.reopened(by);
    case "ticket.closed":
      return happening.reason === "window" ? events.closedWithWindow : events.closed;
    case "cause.asked":
      return events.causeAsked(by);
    case "cause.declined":
      return events.causeDeclined(by);
    case "cause.published":
      return events.causePublished(to ?? "");
    case "ticket.merged":
      return events.merged(to ?? "");
    case "release.out":
      return events.releaseOut(to ?? "");
    case "wish.noted":
      return events.wishNoted(by, to ?? "");
    case "wish.told":
      return wishSentence(happening, words);
    default:
      return null;
  }
}

/** What became of the wish that the ticket asks for; see `wishEntry` for what the entry holds. */
function wishSentence({ from, to, reason }: Happening, { events }: TranscriptWords): string {
  const title = to ?? "";
  switch (from) {
    case "planned":
      return events.wishPlanned(title, reason ?? "");
    case "out":
      return events.wishOut(title, reason);
    case "declined":
      return events.wishDeclined(title);
    default:
      return events.wishBack(title);
  }
}

function severitySentence(
  { by, severity }: Happening,
  { events }: TranscriptWords,
  due: (at: string | null) => string,
): string | null {
  if (severity === null) return null;
  const level = ({ rank, name }: { readonly rank: number; readonly name: string }) => `${rank} ${name}`;
  const changed = events.severity(by, level(severity.from), level(severity.to));
  if (severity.dueFrom === severity.dueTo) return changed;
  return `${changed} ${events.dueMoved(due(severity.dueFrom), due(severity.dueTo))}`;
}
