import type { ChangeRules, Consequence } from "../types.ts";
import { orByPlan } from "./by-plan.ts";
import { sentences, span } from "./service.ts";
import { choice, fields, many, may, named, need, type Read } from "./shape.ts";
import { id, idOf, text, yesNo } from "./words.ts";

export const outcomes = named(
  fields(
    {
      name: may(text, "what the customer reads; made of the id when left out"),
      needs: may(id, "what the agent must name with it, e.g. `release`"),
    },
    "name",
  ),
  { defines: "outcome" },
);

const consequence = choice<Consequence>(
  new Map(
    (["refuse", "redirect", "best-effort", "limited", "not-binding", "written-approval"] as const).map(
      (word) => [word, word],
    ),
  ),
  "refuse",
);

export const exclusions = named(
  fields(
    {
      text: need(text, "what is not covered"),
      needs: may(id, "what must be named to apply it, e.g. `documentation`"),
      approved: may(many(text), "what is approved and therefore covered"),
      liftedBy: may(id, "what lifts it, e.g. `written-approval`"),
      decided: may(
        choice(
          new Map([
            ["at-intake", "at-intake"],
            ["after-diagnosis", "after-diagnosis"],
          ] as const),
          "after-diagnosis",
        ),
        "`at-intake` or `after-diagnosis`",
      ),
      clause: may(idOf("clause"), "the section of the page that states it"),
      leadsTo: may(
        orByPlan(consequence),
        "`refuse`, `redirect`, `best-effort`, `limited`, `not-binding` (targets), `written-approval`; or one to each plan",
      ),
      link: may(idOf("link"), "where a redirected request goes"),
      unless: may(text, "when it is done all the same, in one sentence"),
    },
    "text",
  ),
  { defines: "exclusion" },
);
export type ExclusionsForm = Read<typeof exclusions>;

export const factors = named(fields({ name: need(text, "what people read") }, "name"), { defines: "factor" });

export const issue = fields({
  text: need(text, "what counts as an Issue"),
  asks: may(many(id), "the questions an assessment answers to confirm one"),
});

export const conduct = fields({
  text: need(text, "how people are to treat each other"),
  bindsAgents: may(yesNo, "whether it binds the vendor's people as well"),
  mayEndSupport: may(yesNo, "whether a breach may end support"),
  scope: may(text, "where and for whom it holds, in one sentence"),
  decision: may(text, "who decides that, and how, in one sentence"),
  reinstatement: may(text, "how support comes back, in one sentence"),
});

export const billing = fields({
  advice: need(text, "what to do when an invoice looks wrong"),
  mayFollowDispute: may(
    named(fields({ text: need(text, "what may happen") }, "text")),
    "what may follow a dispute",
  ),
});

export const responsibilities = named(fields({ text: need(text, "what is asked of the customer") }, "text"), {
  defines: "responsibility",
});

export const changes = fields({
  effective: may(
    choice<ChangeRules["effective"]>(
      new Map((["at-posting", "next-cycle", "after-notice"] as const).map((word) => [word, word])),
      "at-posting",
    ),
    "when a new version counts: `at-posting` (when left out), `next-cycle` (of billing) or `after-notice`",
  ),
  notice: may(span, "how long before it is told, e.g. `30 days`"),
  planChanges: may(sentences, "how a customer changes the plan, and how long that takes"),
  note: may(text, "what else holds, in one sentence"),
});

/** Links that a refusal offers. */
export const offers = fields({
  upgrade: may(many(idOf("link")), "links for somebody whose plan has less"),
  renew: may(many(idOf("link")), "links for somebody whose subscription ended"),
  ticket: may(many(idOf("link")), "links to the ticket form"),
});

const section = idOf("clause");

const CLAUSE_ROLES = {
  channels: may(section, "which channels a plan has"),
  plans: may(section, "which pricing plan gives which support plan"),
  eligibility: may(section, "who may ask for support"),
  upgrade: may(section, "how one gets more"),
  issue: may(section, "what counts as an Issue"),
  exclusions: may(section, "what is not covered"),
  billing: may(section, "invoices and disputes"),
  responseTimes: may(section, "the targets"),
  severity: may(section, "the levels and who decides"),
  conduct: may(section, "how people treat each other"),
  responsibilities: may(section, "what is asked of customers"),
  changes: may(section, "how the policy changes"),
};

export const clauses = fields(CLAUSE_ROLES);
export type ClausesForm = Read<typeof clauses>;
