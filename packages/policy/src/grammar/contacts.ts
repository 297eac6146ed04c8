import type { At, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import type { ContactLimit } from "../types.ts";
import { count, percent, quotaLimit } from "./amounts.ts";
import { orByPlan } from "./by-plan.ts";
import { choice, fields, listOf, many, may, named, need, type Read, type Shape, scalar } from "./shape.ts";
import { id, idOf, text } from "./words.ts";

/** As written: whether a begun or a full number counts may still be open. */
export type WrittenLimit =
  | Exclude<ContactLimit, { readonly kind: "formula" | "steps" }>
  | (Omit<ContactLimit & { readonly kind: "formula" }, "rounding"> & {
      readonly rounding: "begun" | "full" | null;
    });

const FORMULA =
  /^(\d{1,6}) per (?:(begun|full) )?(\d{1,9}) ([a-z][a-z-]*)(?:, at least (\d{1,6}))?(?:, at most (\d{1,6}))?$/;

function limitOf(words: string): WrittenLimit | null {
  if (words === "unlimited") return { kind: "unlimited" };
  if (/^\d{1,6}$/.test(words)) return { kind: "number", count: Number(words) };
  const [, each, rounding, per, of, least, most] = FORMULA.exec(words) ?? [];
  if (each === undefined || per === undefined || of === undefined || Number(per) === 0) return null;
  return {
    kind: "formula",
    count: Number(each),
    per: Number(per),
    of,
    rounding: rounding === "begun" || rounding === "full" ? rounding : null,
    atLeast: least === undefined ? null : Number(least),
    atMost: most === undefined ? null : Number(most),
  };
}

const formula = scalar<WrittenLimit>(
  "a number of contacts such as `4`, `5 per begun 500 nodes, at most 15` or `unlimited`",
  (words) => limitOf(words.trim()),
  { kind: "unlimited" },
);

const increment = scalar(
  "an increment such as `2 per 10`",
  (words) => {
    const [, more, per] = /^(\d{1,6}) per (\d{1,9})$/.exec(words.trim()) ?? [];
    return more === undefined || per === undefined || Number(per) === 0
      ? null
      : { count: Number(more), per: Number(per) };
  },
  { count: 0, per: 1 },
);

const steps = fields({
  of: need(id, "what is counted, as the account tells it, e.g. `subscriptions`"),
  steps: need(
    named(fields({ contacts: need(count, "so many contacts") }, "contacts")),
    "from so many on, so many contacts, e.g. `{ 1: 4, 11: 8 }`",
  ),
  beyond: may(increment, "so many more for each full so many beyond the last step, e.g. `2 per 10`"),
});
export type StepsForm = Read<typeof steps>;

type LimitForm = { readonly formula: At<WrittenLimit> } | { readonly steps: StepsForm };

const limit: Shape<LimitForm> = {
  wanted: formula.wanted,
  describes: { kind: "either", shapes: [formula, steps] },
  empty: (at) => ({ formula: formula.empty(at) }),
  read: (tree: Tree, report: Report) =>
    tree.kind === "map" ? { steps: steps.read(tree, report) } : { formula: formula.read(tree, report) },
};

/** Who may write for a customer, and how many of them. */
export const contacts = listOf(
  fields({
    plans: may(many(idOf("plan")), "the plans it is for; all when left out"),
    limit: may(limit, "how many, e.g. `4` or `5 per begun 500 nodes, at most 15`"),
    additional: may(count, "so many beside those of the plan"),
    atLeast: may(count, "so many must be named"),
    severities: may(many(idOf("severity")), "what they may open; everything when left out"),
    who: may(text, "who they are, in a few words"),
    automatic: may(many(text), "who is one without being named, in a few words"),
    clause: may(idOf("clause"), "the section of the page that says so"),
  }),
);
export type ContactsForm = Read<typeof contacts>;

const lapse = choice<"quarter" | "year">(
  new Map([
    ["end of quarter", "quarter"],
    ["end of year", "year"],
  ] as const),
  "year",
);

/** Perks that are counted: advisory hours, reviews, training. A limit of a channel stands with the channel. */
export const quotas = named(
  fields(
    {
      limit: need(orByPlan(quotaLimit), "how much, e.g. `1 per quarter`, or one to each plan or tier"),
      name: may(text, "what people call it"),
      plans: may(many(idOf("plan")), "the plans that have it; all when left out"),
      rollOver: may(
        fields(
          {
            percent: need(percent, "the share of what is left that goes over"),
            until: may(lapse, "`end of quarter` or `end of year`, when it lapses"),
          },
          "percent",
        ),
        "what goes over into the next period, e.g. `50 %`",
      ),
      minutes: may(count, "how long one of them is at most"),
      note: may(text, "what else holds, in one sentence"),
      clause: may(idOf("clause"), "the section of the page that says so"),
    },
    "limit",
  ),
  { defines: "quota" },
);
export type QuotasForm = Read<typeof quotas>;

const requirements = named(fields({ text: may(text, "what the person confirms, in one sentence") }, "text"));

/** Who may ask for what. */
export const eligibility = named(
  fields({
    categories: may(many(idOf("category")), "the kinds of request it is for; all when left out"),
    channels: may(many(idOf("channel")), "the channels it is for; all when left out"),
    plans: may(many(idOf("plan")), "the plans it is for; all when left out"),
    allOf: may(requirements, "all of these: `verified-address`, `member` …, or `id: a sentence to confirm`"),
    anyOf: may(requirements, "one of these is enough"),
    clause: may(idOf("clause"), "the section of the page that says so"),
  }),
);
export type EligibilityForm = Read<typeof eligibility>;
