import type { Language, Span } from "../types.ts";
import { count, elapsed } from "./amounts.ts";
import { choice, fields, many, may, named, need, type Read, scalar } from "./shape.ts";
import { idOf, text, yesNo } from "./words.ts";

/** Sentences with ids: what nobody runs and everybody reads. */
export const sentences = named(fields({ text: need(text, "the sentence") }, "text"));

const level = choice<Language["level"]>(
  new Map([
    ["full", "full"],
    ["best-effort", "best-effort"],
  ] as const),
  "full",
);

const urgent = fields({
  severities: need(many(idOf("severity")), "the severities it is about"),
  in: may(idOf("language"), "the language they are answered in"),
  calendar: may(idOf("calendar", "always"), "the calendar they are answered in"),
});

/** Languages that requests are answered in. */
export const languages = named(
  fields(
    {
      level: may(level, "`full` or `best-effort`; full when left out"),
      name: may(text, "what people call it; its name in English when left out"),
      plans: may(many(idOf("plan")), "the plans that have it; all when left out"),
      calendar: may(idOf("calendar", "always"), "the calendar of its answers; the target's when left out"),
      urgent: may(urgent, "severities that are answered otherwise"),
      note: may(text, "what else holds, in one sentence"),
    },
    "level",
  ),
  { defines: "language" },
);
export type LanguagesForm = Read<typeof languages>;

const UNITS: ReadonlyMap<string, Span["unit"]> = new Map([
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["year", "year"],
]);

function spanOf(words: string): Span | null {
  const [, amount, unit = ""] = /^(\d{1,4}) ([a-z]+?)s?$/.exec(words) ?? [];
  const known = UNITS.get(unit);
  return amount === undefined || known === undefined ? null : { amount: Number(amount), unit: known };
}

/** `90 days`, `12 months`, `5 years`. */
export const span = scalar<Span>(
  "a time such as `90 days`, `12 months` or `5 years`",
  (words) => spanOf(words.trim()),
  { amount: 0, unit: "day" },
);

type Reach = { readonly lasts: Span | null; readonly behind: number | null };

const reach = scalar<Reach>(
  "how far it goes: `5 years` from the release, `N-2` for the newest and the two before, or `without end`",
  (words) => {
    if (words.trim() === "without end") return { lasts: null, behind: null };
    const behind = /^N(?:-(\d{1,2}))?$/.exec(words.trim());
    if (behind !== null) return { lasts: null, behind: Number(behind[1] ?? 0) };
    const lasts = spanOf(words.trim());
    return lasts === null ? null : { lasts, behind: null };
  },
  { lasts: null, behind: null },
);

const phase = fields(
  {
    until: need(reach, "`5 years`, `N-2` or `without end`"),
    name: may(text, "what people call it"),
    gives: may(text, "what a version in it gets, e.g. `security fixes only`"),
  },
  "until",
);

/** Versions of what the customer runs, and how long each is supported. */
export const versions = named(
  fields({
    name: may(text, "what it is a version of"),
    phases: may(named(phase), "the stretches of a version's life, fullest support first"),
    minimum: may(text, "the oldest version that is supported, in words"),
    hotfix: may(span, "how long a hotfix is supported"),
    notice: may(span, "how long before the end it is told"),
    notes: may(sentences, "what else holds"),
    clause: may(idOf("clause"), "the section of the page that says so"),
  }),
);
export type VersionsForm = Read<typeof versions>;

const closing = fields(
  {
    silence: need(elapsed, "how long the customer was silent, e.g. `14 days`"),
    notice: may(elapsed, "how long before it is told"),
    attempts: may(count, "how often we ask before"),
  },
  "silence",
);

/** From opening to closing. */
export const lifeCycle = fields({
  oneIssuePerTicket: may(yesNo, "whether a ticket is about one thing only"),
  staffMayOpen: may(yesNo, "whether our people open tickets for customers"),
  closeAfter: may(closing, "the customer's silence that closes a ticket, e.g. `14 days`"),
  closedWhen: may(sentences, "what else closes a ticket"),
  solvedWhen: may(sentences, "what counts as a solution"),
  notes: may(sentences, "what else holds"),
  clause: may(idOf("clause"), "the section of the page that says so"),
});
export type LifeCycleForm = Read<typeof lifeCycle>;

const step = fields(
  {
    text: need(text, "what to do, e.g. `Write to the support manager`"),
    link: may(idOf("link"), "where"),
    after: may(elapsed, "how long after the step before (the first: after opening) it is there"),
  },
  "text",
);

const paging = fields({
  severities: need(many(idOf("severity")), "the severities that page somebody"),
  acknowledge: may(elapsed, "how soon the page is taken, e.g. `5 minutes`"),
  afterwards: may(text, "who is paged when nobody takes it"),
});

const word = scalar("one word such as `#escalate`", (value) => (/^\S{2,40}$/.test(value) ? value : null), "");

/** What to do when the answer does not help. */
export const escalation = fields({
  marker: may(word, "a word in a comment that asks for it, e.g. `#escalate`"),
  button: may(yesNo, "whether the ticket has a button for it"),
  steps: may(named(step), "the chain, first step first"),
  peerReview: may(text, "a second look by somebody who was not involved, in one sentence"),
  paging: may(paging, "who is called out of bed"),
  clause: may(idOf("clause"), "the section of the page that says so"),
});
export type EscalationForm = Read<typeof escalation>;

/** Where those who answer sit, for some customers. */
export const staff = named(
  fields(
    {
      text: need(text, "who answers, e.g. `People in the United States only`"),
      plans: may(many(idOf("plan")), "the plans it is for; all when left out"),
      products: may(many(idOf("product")), "the products it is for; all when left out"),
      link: may(idOf("link"), "a document of its own"),
    },
    "text",
  ),
);

const notified = choice<"ticket-owners" | "everyone">(
  new Map([
    ["ticket-owners", "ticket-owners"],
    ["everyone", "everyone"],
  ] as const),
  "everyone",
);

/** Incidents and requests. */
export const status = fields({
  link: may(idOf("link"), "the status page"),
  first: may(yesNo, "whether customers are asked to look there first"),
  noTicketNeeded: may(yesNo, "whether an open incident needs no ticket"),
  updates: may(elapsed, "how often an open incident is written on, e.g. `30 minutes`"),
  notify: may(notified, "`ticket-owners` or `everyone`: who is written to about it"),
  note: may(text, "what else holds, in one sentence"),
});

/** Sentences that no other key is for. */
export const statements = named(
  fields(
    {
      text: need(text, "the sentence"),
      form: may(yesNo, "whether the form shows it too"),
      clause: may(idOf("clause"), "the section of the page that says so"),
    },
    "text",
  ),
  { defines: "statement" },
);
