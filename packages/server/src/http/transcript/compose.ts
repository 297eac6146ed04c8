import type { DeskTicket, PromiseOfReply, Ticket } from "@troth/contract";
import { masksIn } from "../../verbs/outbox/masks.ts";
import type { PageLocale } from "../pages/page-locale.ts";
import { instantsIn, type SayInstant } from "./instants.ts";
import { hasWords, sentenceOf } from "./sentences.ts";
import { TRANSCRIPT_WORDS, type TranscriptWords } from "./words.ts";

/** What happened, in order: a message with its author and text, or an event in a sentence. */
export type Entry =
  | {
      readonly kind: "message";
      readonly head: string;
      readonly at: string;
      readonly text: string;
      readonly files: readonly string[];
    }
  | { readonly kind: "event"; readonly head: string; readonly at: string; readonly reason: string | null };

/** A ticket on paper, before it is written as Markdown or HTML. Every word in it may be read by the customer. */
export type Transcript = {
  readonly locale: PageLocale;
  readonly number: number;
  readonly title: string;
  readonly made: readonly string[];
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly promisesTitle: string;
  readonly promises: readonly string[];
  readonly conversationTitle: string;
  readonly filesTitle: string;
  readonly entries: readonly Entry[];
};

type Shown = Ticket | DeskTicket;
type Message = Shown["messages"][number];
type Happening = Shown["timeline"][number];

export type Reader = {
  readonly locale: PageLocale;
  readonly zone: string | null;
  readonly now: string;
  /** An agent's copy may hold what the customer never sees. */
  readonly withNotes: boolean;
};

/** The transcript of a ticket as it was presented to its reader: what is masked there is masked here, in their language. */
export function transcriptOf(ticket: Shown, { locale, zone, now, withNotes }: Reader): Transcript {
  const words = TRANSCRIPT_WORDS[locale];
  const say = instantsIn(locale, zone);
  const messages = ticket.messages.filter((message) => withNotes || !isNote(message));
  const promises = ticket.promises.filter(isPromised).map((promise) => promiseLine(promise, words, say));
  return withMasks({
    locale,
    number: ticket.number,
    title: words.title(ticket.number, ticket.subject),
    made: [withNotes ? words.madeWithNotes(say(now)) : words.madeOn(say(now)), words.masked],
    facts: factsOf(ticket, messages, words, say),
    promisesTitle: words.promises,
    promises: promises.length === 0 ? [words.noPromise] : promises,
    conversationTitle: words.conversation,
    filesTitle: words.files,
    entries: [
      ...messages.map((message) => messageEntry(message, words, say)),
      ...ticket.timeline.flatMap((happening) =>
        eventEntry(happening, { timeline: ticket.timeline, messages }, words, say),
      ),
    ].toSorted((a, b) => a.at.localeCompare(b.at)),
  });
}

/** A clock that measures what nobody promised is for figures, not for readers. */
const isPromised = ({ target, dueAt }: PromiseOfReply): boolean => target !== null || dueAt !== null;

const isNote = (message: Message): boolean => "isNote" in message && message.isNote;

function factsOf(ticket: Shown, messages: readonly Message[], words: TranscriptWords, say: SayInstant) {
  const names = words.facts;
  const requester = typeof ticket.requester === "string" ? ticket.requester : ticket.requester.name;
  const authors = messages.map(({ author }) => author.name).filter((name) => name !== "");
  const facts: readonly (readonly [string, string])[] = [
    [names.opened, `${say(ticket.openedAt)}, ${requester}`],
    [names.people, [...new Set([requester, ...authors])].join(", ")],
    [names.state, words.states[ticket.state] ?? ticket.state],
    [names.kind, ticket.category.name],
    [names.severity, `${ticket.severity.rank} ${ticket.severity.name}`],
    [names.place, placeOf(ticket.place)],
    [names.policy, ticket.policyVersion],
    [names.outcome, ticket.outcome?.name ?? ""],
    [names.notCovered, notCoveredIn(ticket.notCovered, words)],
    [names.impact, ticket.businessImpact ?? ""],
    [names.sentAlong, ticket.facts.map(({ name, value }) => `${name}: ${value}`).join("; ")],
  ];
  return facts.filter(([, value]) => value !== "");
}

function notCoveredIn(fact: Shown["notCovered"], words: TranscriptWords): string {
  if (fact === null) return "";
  const { number, text, named, clause } = fact;
  return [
    number === null ? words.noPart(text) : words.exclusion(number, text),
    ...(named === null ? [] : [words.isAbout(named)]),
    words.clause(clause.title, clause.policyVersion),
  ].join(" ");
}

function placeOf({ project, branch, endpoint, region }: Shown["place"]): string {
  const parts = [project?.name, branch?.name, endpoint].filter((part) => part != null).join(" / ");
  return [parts, region].filter((part) => part !== null && part !== "").join(", ");
}

function promiseLine(promise: PromiseOfReply, words: TranscriptWords, say: SayInstant): string {
  const metric = words.metrics[promise.metric] ?? promise.metric;
  const due = promise.dueAt === null ? [] : [words.due(say(promise.dueAt, true))];
  const parts = [words.firmness[promise.firmness] ?? promise.firmness, ...due, standOf(promise, words, say)];
  return `${metric}: ${parts.join("; ")}.`;
}

function standOf({ state, stoppedAt }: PromiseOfReply, words: TranscriptWords, say: SayInstant): string {
  switch (state) {
    case "running":
      return words.running;
    case "paused":
      return words.paused;
    case "met":
      return words.kept(stoppedAt === null ? "" : say(stoppedAt));
    case "breached":
      return stoppedAt === null ? words.late : words.missed(say(stoppedAt));
    case "withdrawn":
      return words.withdrawn;
    case "cancelled":
      return words.cancelled;
  }
}

function messageEntry(message: Message, words: TranscriptWords, say: SayInstant): Entry {
  const { author, at, isErased, text } = message;
  const who = [words.authors[author.kind], ...(isNote(message) ? [words.note] : [])].join(", ");
  return {
    kind: "message",
    at,
    head: `${author.name} (${who}), ${say(at)}`,
    text: isErased ? words.erased : text,
    files: message.attachments.map(({ name }) => name),
  };
}

function eventEntry(
  happening: Happening,
  { timeline, messages }: { readonly timeline: readonly Happening[]; readonly messages: readonly Message[] },
  words: TranscriptWords,
  say: SayInstant,
): readonly Entry[] {
  const sentence = sentenceOf(happening, words, say);
  if (sentence === null || isLookElsewhere(happening, messages)) return [];
  const { at, reason, broughtFrom } = happening;
  const brought = broughtFrom === null ? "" : ` ${words.events.brought(broughtFrom)}`;
  const isSaid = hasWords(happening) && reason !== null && reason !== "" && !isSaidAbove(happening, timeline);
  return [
    {
      kind: "event",
      at,
      head: `${say(at)}: ${sentence}${brought}`,
      reason: isSaid ? words.events.reason(reason) : null,
    },
  ];
}

/** An objection that ends with another severity has that change's reason; it is read once. */
function isSaidAbove({ kind, at, reason }: Happening, timeline: readonly Happening[]): boolean {
  const isChange = (one: Happening) =>
    one.kind === "severity.assessed" && one.at === at && one.reason === reason;
  return kind === "disagreement.ended" && timeline.some(isChange);
}

/** A look at a note goes with the note: who reads no notes reads nothing of it. */
function isLookElsewhere({ kind, from }: Happening, messages: readonly Message[]): boolean {
  return kind === "secret.looked-at" && !messages.some(({ at }) => at === from);
}

/** All that people wrote, with its masks in the reader's language. */
function withMasks(transcript: Transcript): Transcript {
  const said = (text: string) => masksIn(transcript.locale, text);
  return {
    ...transcript,
    title: said(transcript.title),
    facts: transcript.facts.map(([name, value]) => [name, said(value)] as const),
    entries: transcript.entries.map((entry) =>
      entry.kind === "message"
        ? { ...entry, text: said(entry.text), files: entry.files.map(said) }
        : { ...entry, head: said(entry.head), reason: entry.reason === null ? null : said(entry.reason) },
    ),
  };
}
