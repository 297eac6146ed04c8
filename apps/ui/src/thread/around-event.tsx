import type { ReactNode } from "react";
import type { AroundWords } from "../catalogue/words.ts";
import { When } from "../facts/when.tsx";
import { PolicyText } from "../speech/policy-text.tsx";
import type { TimelineEntry as Entry } from "../wire.ts";

/** What an entry says, with `from` and `to` as texts and an unknown author named as somebody. */
type Told = { readonly by: string; readonly from: string; readonly to: string; readonly entry: Entry };
type Sentence = (told: Told, words: AroundWords) => ReactNode;

const named = (severity: string) => <PolicyText>{severity}</PolicyText>;
const when = (at: string) => <When at={at} />;
const due = (at: string) => <When at={at} isDue />;

const linked: Sentence = ({ by, to, entry }, { linked: relations }) => {
  const known: Readonly<Record<string, (by: string, to: string) => string>> = relations;
  return (known[entry.reason ?? ""] ?? relations.related)(by, to);
};

/** One sentence for each kind of what happens around the conversation; see `proceedingEntry` for what they hold. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  "follower.added": ({ by, to }, words) =>
    by === to ? words.followerJoined(to) : words.followerAdded(by, to),
  "follower.removed": ({ by, to }, words) =>
    by === to ? words.followerLeft(to) : words.followerRemoved(by, to),
  "ticket.restricted": ({ by, to }, words) =>
    to === "restricted" ? words.restricted(by) : words.unrestricted(by),
  "disagreement.opened": ({ by, from, to }, words) =>
    to === "" ? words.objected(by, named(from)) : words.objectedWanting(by, named(from), named(to)),
  "disagreement.owned": ({ by, to, entry }, words) => {
    if (entry.from === "deactivated") return words.objectionHandedOn(to);
    if (entry.by === "") return words.ownsObjection(to);
    return by === to ? words.tookObjection(by) : words.gaveObjection(by, to);
  },
  "disagreement.advice-asked": ({ by, to }, words) => words.askedAdvice(by, to),
  "disagreement.advice-lapsed": ({ to }, words) => words.adviceLapsed(to),
  "disagreement.advised": ({ by }, words) => words.advised(by),
  "disagreement.ended": ({ by, from, to }, words) => {
    if (from === "taken-back") return words.objectionTakenBack(by);
    return from === "upheld" ? words.upheld(by, named(to)) : words.changed(by, named(to));
  },
  "ticket.worsened": ({ by, from, to }, words) =>
    from === to || to === "" ? words.worsened(by) : words.worsenedTo(by, named(from), named(to)),
  "lead.answered": ({ by }, words) => words.leadAnswered(by),
  "word.given": ({ by, from, to }, words) =>
    from === "" ? words.wordGiven(by, due(to)) : words.wordMoved(by, due(from), due(to)),
  "word.withdrawn": ({ by }, words) => words.wordWithdrawn(by),
  "word.handed": ({ from, to }, words) =>
    to === "" ? words.wordIsTeams(from === "away") : words.wordHandedTo(to, from === "away"),
  "word.reminded": ({ to }, words) => words.wordReminded(due(to)),
  "word.kept": ({ to }, words) => words.wordKept(due(to)),
  "word.missed": ({ to }, words) => words.wordMissed(due(to)),
  "information.asked": ({ by }, words) => words.askedFor(by),
  "information.reminded": ({ from, to }, words) =>
    to === "" ? words.remindedNth(from) : words.remindedClosing(from, when(to)),
  "ticket.reopened": ({ by }, words) => words.reopened(by),
  "ticket.closed": ({ from, entry }, words) =>
    entry.reason === "window" ? words.closedWithWindow(when(from)) : words.closedSilent(when(from)),
  "video.asked": ({ by }, words) => words.videoAsked(by),
  "video.granted": ({ by, to, entry }, words) => words.videoGranted(by, when(to), entry.reason ?? ""),
  "video.declined": ({ by }, words) => words.videoDeclined(by),
  "video.cancelled": ({ by }, words) => words.videoCancelled(by),
  "ticket.linked": linked,
  "ticket.unlinked": ({ by, to }, words) => words.unlinked(by, to),
  "consent.given": ({ by, from, to }, words) => words.consentGiven(by, from, when(to)),
  "consent.withdrawn": ({ by }, words) => words.consentWithdrawn(by),
  "consent.used": ({ by, to }, words) => words.consentUsed(by, to),
  "ticket.rated": ({ by, to }, words) => (to === "good" ? words.ratedGood(by) : words.ratedBad(by)),
  "ticket.hidden": ({ by, to }, words) => words.hidden(by, when(to)),
  "ticket.shown": ({ by, entry }, words) => (entry.by === "" ? words.shownAgain : words.shownBy(by)),
  "ticket.merged": ({ by, to }, words) => words.merged(by, to),
  "ticket.absorbed": ({ by, from }, words) => words.absorbed(by, from),
  "cause.asked": ({ by }, words) => words.causeAsked(by),
  "cause.declined": ({ by }, words) => words.causeDeclined(by),
  "cause.published": ({ to, entry }, words) =>
    entry.reason === null ? words.causePublished(to) : words.causePublishedOf(to, entry.reason),
  "message.split-off": ({ by, to }, words) => words.splitOff(by, to),
};

/** The sentence of what happened around the conversation; null for a kind that is not of these. */
export function aroundSentence(entry: Entry, words: AroundWords): ReactNode {
  const { from, to } = entry;
  if (entry.kind === "ticket.assigned") {
    const why: Readonly<Record<string, string>> = words.handedBack;
    return from === null ? null : (why[from] ?? null);
  }
  const by = entry.by === "" ? words.somebody : entry.by;
  return SENTENCES[entry.kind]?.({ by, from: from ?? "", to: to ?? "", entry }, words) ?? null;
}

/** What `reason` holds where a person wrote it, by kind. */
const WRITTEN: Readonly<Record<string, keyof AroundWords["written"]>> = {
  "severity.assessed": "reason",
  "ticket.resolved": "reason",
  "secret.looked-at": "reason",
  "issue.confirmed": "reason",
  "misuse.marked": "reason",
  "misuse.withdrawn": "reason",
  "ticket.assigned": "note",
  "disagreement.opened": "reason",
  "disagreement.advised": "advice",
  "disagreement.ended": "reason",
  "ticket.worsened": "reason",
  "word.given": "about",
  "information.asked": "items",
  "video.asked": "about",
  "video.declined": "reason",
  "cause.declined": "reason",
  "video.cancelled": "reason",
  "consent.used": "reason",
  "ticket.rated": "remark",
  "wish.told": "reason",
};

/** A wish that is planned or out names its release there. */
const NAMES_RELEASE: ReadonlySet<string | null> = new Set(["planned", "out"]);

/** What a person wrote with an event, after the word for what it is; null when nobody did. */
export function writtenWith(entry: Entry, words: AroundWords): string | null {
  const what = WRITTEN[entry.kind];
  if (what === undefined || entry.reason === null || entry.reason === "") return null;
  if (entry.kind === "wish.told" && NAMES_RELEASE.has(entry.from)) return null;
  return words.written[what](entry.reason);
}
