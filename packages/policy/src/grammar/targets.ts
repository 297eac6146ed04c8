import { FIGURE_WANTED } from "./figure.ts";
import { anything, choice, described, fields, listOf, many, may, named, need, type Read } from "./shape.ts";
import { firmness, idOf, intake, text, yesNo } from "./words.ts";

export const AXES = ["plan", "tier", "severity", "intake", "channel", "category", "cohort", "when"] as const;
export type Axis = (typeof AXES)[number];

const axis = choice<Axis>(new Map(AXES.map((word) => [word, word])), "severity");

/** One cell, or a table of them whose axes depend on the other keys. */
const figures = described({ ...anything, wanted: FIGURE_WANTED }, { kind: "figures" });

/** One entry of `targets:`; the figure is one cell or a table of up to two axes. */
const target = fields({
  metric: need(idOf("metric"), "what is measured, e.g. `first-response`"),
  plan: may(many(idOf("plan")), "the support plans it is for; any when left out"),
  plans: may(many(idOf("plan")), "the support plans it is for"),
  tier: may(many(idOf("tier")), "the tiers it is for"),
  severity: may(many(idOf("severity")), "the severities it is for"),
  intake: may(many(intake), "the doors it is limited to"),
  channel: may(many(idOf("channel")), "the channels it is limited to, e.g. a chat beside tickets"),
  category: may(many(idOf("category")), "the categories it is limited to"),
  cohort: may(many(idOf("cohort")), "the cohorts of customers it is limited to"),
  when: may(
    many(text),
    "a condition: `opened in <calendar>` and `opened outside <calendar>` the desk decides, others hold where somebody says so",
  ),
  lessThan: may(figures, "the figure; an answer at the very instant is late"),
  within: may(figures, "the figure; an answer at the very instant is in time"),
  in: may(figures, "the figure, where the words do not say; the reading `tie` decides"),
  by: may(many(axis), "what the table's rows and columns stand for"),
  calendar: may(idOf("calendar", "always"), "the calendar of figures that name none"),
  firmness: need(firmness, "how firm it is: commitment, target, expectation …"),
  appliesTo: may(text, "what it is limited to, in words"),
  clockStart: may(
    text,
    "what starts the clock, where it is not the request: `enough-information`, `priority-set`, `logged-with-engineering`, `problem-identified`, `escalation-asked`, `inside-hours-only`, or other words",
  ),
  clockStop: may(
    text,
    "what stops the clock: `human-reply` (when left out), `reply-stating-severity`, `reply-and-work-begun`, or other words",
  ),
  runsWhile: may(
    choice<"waiting-on-us">(new Map([["waiting-on-us", "waiting-on-us"]]), "waiting-on-us"),
    "the only state in which the clock runs",
  ),
  until: may(text, "what ends a target that repeats, e.g. `resolution`"),
  clause: may(idOf("clause"), "the section of the page that states it"),
});
export type TargetForm = Read<typeof target>;

export const targets = listOf(target);

/** Metrics beside the built-in ones. */
export const metrics = named(
  fields(
    {
      name: need(text, "what people call it"),
      repeats: may(yesNo, "yes where each one starts the next, e.g. updates"),
    },
    "name",
  ),
  { defines: "metric" },
);

export const METRICS: ReadonlyMap<string, string> = new Map([
  ["first-response", "first response"],
  ["next-response", "next response"],
  ["acknowledge", "acknowledgement"],
  ["acknowledge-and-assign", "acknowledgement and assignment"],
  ["update-every", "update"],
  ["status-update-every", "update of the status page"],
  ["mitigation", "mitigation"],
  ["work-until-mitigated", "mitigation, by unbroken work"],
  ["workaround", "workaround"],
  ["workaround-or-resolution", "workaround or resolution"],
  ["resolution", "resolution"],
  ["fix", "fix of the product"],
  ["root-cause", "account of the cause"],
  ["manager-review", "review by a manager"],
]);

/** Built-in metrics of which each one starts the next. */
export const REPEATING: ReadonlySet<string> = new Set(["update-every", "status-update-every"]);

const hyphened = (metric: string): string => (metric.includes("_") ? metric.replaceAll("_", "-") : metric);

/** Metrics are compared without regard to `-` and `_`, which published policies mix. */
export const sameMetric = (one: string, other: string): boolean =>
  one === other || hyphened(one) === hyphened(other);
