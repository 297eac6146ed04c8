import { count } from "./amounts.ts";
import { span } from "./service.ts";
import { choice, fields, many, may, named, need, type Read } from "./shape.ts";
import { date, idOf, text } from "./words.ts";

/** Products of the vendor, where rights or definitions differ by product. */
export const products = named(fields({ name: may(text, "what customers call it") }, "name"), {
  defines: "product",
});

const kept = fields({ plan: need(idOf("plan"), "the support plan they have in its place") }, "plan");

/** Customers from before, or since, a date. */
export const cohorts = named(
  fields({
    name: need(text, "who they are, e.g. `Customers from before 1 February 2022`"),
    before: may(date, "they came, or bought `of`, before this date (UTC)"),
    since: may(date, "… on this date or later"),
    forFirst: may(span, "they came, or bought `of`, not longer ago than this, e.g. `30 days`"),
    atLeast: may(
      named(fields({ count: need(count, "so many") }, "count")),
      "what the account counts, e.g. `{ monthly-spend: 1000 }`",
    ),
    of: may(idOf("plan"), "the plan or add-on whose purchase counts; being a customer when left out"),
    keeps: may(named(kept), "pricing plan or support plan, and the support plan they have in its place"),
    note: may(text, "what else holds for them, in one sentence"),
    clause: may(idOf("clause"), "the section of the page that says so"),
  }),
  { defines: "cohort" },
);
export type CohortsForm = Read<typeof cohorts>;

const settable = choice<"plan" | "tier" | "add-ons">(
  new Map((["plan", "tier", "add-ons"] as const).map((word) => [word, word])),
  "plan",
);

/** What a contract of one customer may set in place of the policy. */
export const contracts = fields({
  maySet: may(many(settable), "`plan`, `tier`, `add-ons`: what the desk takes from a contract"),
  note: may(text, "what else a contract may change, in one sentence"),
});
