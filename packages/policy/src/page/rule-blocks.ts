import type { Consequence, Credit, Policy, VersionRules } from "../types.ts";
import type { Item } from "./blocks.ts";
import { listed } from "./references.ts";
import { after, clauses, counted, elapsedWords, planNames, severityNames } from "./sentences.ts";
import { metricName } from "./target-table.ts";

const item = (id: string | null, text: string): Item => ({ id, text });
const texts = (prefix: string, list: readonly { readonly id: string; readonly text: string }[]): Item[] =>
  list.map(({ id, text }) => item(`${prefix}-${id}`, text));

const CONSEQUENCE: Readonly<Record<Consequence, string>> = {
  refuse: "we refuse it",
  redirect: "we point elsewhere",
  "best-effort": "best effort",
  limited: "limited help",
  "not-binding": "response times do not bind us",
  "written-approval": "only with our written approval",
};

/** What is not covered, and what that leads to. */
export function exclusionItems(policy: Policy): Item[] {
  return policy.exclusions.map((exclusion) => {
    const leadsTo = Object.entries(exclusion.leadsTo ?? {}).map(([plan, what]) =>
      plan === "*" ? CONSEQUENCE[what] : `${CONSEQUENCE[what]} on ${planNames(policy, [plan])}`,
    );
    const link = exclusion.link === undefined ? undefined : policy.links[exclusion.link]?.label;
    const more = clauses(
      ...leadsTo,
      link,
      after("unless:", exclusion.unless),
      after("but covered:", listed(exclusion.approved)),
      exclusion.liftedBy === "written-approval"
        ? "unless we agreed in writing"
        : after("unless:", exclusion.liftedBy),
    );
    const isShort =
      exclusion.leadsTo === undefined && exclusion.unless === undefined && exclusion.approved.length === 0;
    return item(
      `exclusion-${exclusion.id}`,
      isShort || more === "" ? exclusion.text : `${exclusion.text}: ${more}`,
    );
  });
}

/** Closing, reopening and who may open. */
export function lifeCycleItems(policy: Policy): Item[] {
  const rules = policy.lifeCycle;
  if (rules === undefined) return [];
  const { silence } = rules;
  const closing =
    silence === null
      ? ""
      : clauses(
          `A ticket is closed after ${elapsedWords(silence.closesMs)} without a word from you`,
          silence.attempts === null ? "" : `after ${counted(silence.attempts, "attempt")} to reach you`,
          silence.noticeMs === null ? "" : `with notice ${elapsedWords(silence.noticeMs)} before`,
        );
  const single = [
    rules.isOneIssuePerTicket ? "One issue to a ticket." : "",
    rules.mayStaffOpen ? "Our people may open a ticket on your behalf." : "",
    closing === "" ? "" : `${closing}.`,
  ].filter((text) => text !== "");
  return [
    ...single.map((text) => item(null, text)),
    ...texts(
      "closed",
      rules.closedWhen.map(({ id, text }) => ({ id, text: `Closed: ${text}` })),
    ),
    ...texts(
      "solved",
      rules.solvedWhen.map(({ id, text }) => ({ id, text: `Solved: ${text}` })),
    ),
    ...texts("life-cycle", rules.notes),
  ];
}

/** Who is asked next, and from when on; and what stands beside the chain. */
export function escalationItems(policy: Policy): { readonly steps: Item[]; readonly besides: Item[] } {
  const rules = policy.escalation;
  if (rules === undefined) return { steps: [], besides: [] };
  const steps = rules.steps.map((step, index) =>
    item(
      `escalation-${step.id}`,
      clauses(
        step.text,
        step.afterMs === null
          ? ""
          : `${elapsedWords(step.afterMs)} after ${index === 0 ? "opening" : "the step before"}`,
      ),
    ),
  );
  const { paging } = rules;
  const single = [
    rules.marker === null ? "" : `Write ${rules.marker} in the ticket to ask for it.`,
    rules.hasButton ? "A ticket has a button for it." : "",
    rules.peerReview ?? "",
    paging === null
      ? ""
      : clauses(
          `${severityNames(policy, paging.severities) || "Every severity"}: somebody is paged${
            paging.acknowledgeMs === null
              ? ""
              : ` and answers the page within ${elapsedWords(paging.acknowledgeMs)}`
          }`,
          after("if nobody does:", paging.afterwards),
        ),
  ].filter((text) => text !== "");
  return { steps, besides: single.map((text) => item(null, text)) };
}

function phaseWords({ lasts, behind, gives }: VersionRules["phases"][number]): string {
  const span = clauses(
    lasts === null ? "" : `until ${counted(lasts.amount, lasts.unit)} after the release`,
    behind === null ? "" : behind === 0 ? "the newest release" : `up to ${counted(behind, "release")} back`,
  );
  if (span === "") return gives ?? "";
  return gives === null || gives === "" ? span : `${span} (${gives})`;
}

function phaseItems(rules: VersionRules): Item[] {
  return rules.phases.map((phase) =>
    item(
      `version-${rules.id}-${phase.id}`,
      [phase.name, phaseWords(phase)].filter((words) => words !== "").join(": "),
    ),
  );
}

/** How long a version is supported, and with what. */
export function versionItems(policy: Policy): Item[] {
  return (policy.versions ?? []).map((rules): Item => {
    const spans = clauses(
      after("at least", rules.minimum),
      rules.hotfix === null
        ? ""
        : `a hotfix is supported for ${counted(rules.hotfix.amount, rules.hotfix.unit)}`,
      rules.notice === null
        ? ""
        : `the end is told ${counted(rules.notice.amount, rules.notice.unit)} before`,
    );
    const inner = [...phaseItems(rules), ...texts(`version-${rules.id}`, rules.notes)];
    return { id: `versions-${rules.id}`, text: clauses(rules.name, spans), items: inner };
  });
}

/** What an incident changes for tickets. */
export function statusItems(policy: Policy): Item[] {
  const { status } = policy;
  if (status === undefined) return [];
  const label = status.link === null ? "the status page" : (policy.links[status.link]?.label ?? status.link);
  const all = [
    status.isFirst ? `Look at ${label} first.` : "",
    status.needsNoTicket ? "What an open incident covers needs no ticket." : "",
    status.updatesMs === null
      ? ""
      : `During an incident there is word every ${elapsedWords(status.updatesMs)}.`,
    status.notifies === null
      ? ""
      : `Told of it: ${status.notifies === "everyone" ? "everyone" : "whoever has a ticket on it"}.`,
    status.note ?? "",
  ];
  return all.filter((text) => text !== "").map((text) => item(null, text));
}

const EFFECTIVE: Readonly<Record<Policy["changes"]["effective"], string>> = {
  "at-posting": "A change counts from the moment it is posted.",
  "next-cycle": "A change counts from the next billing cycle.",
  "after-notice": "A change counts when its notice is over.",
};

/** When a new version counts. */
export function changeItems(policy: Policy): Item[] {
  const { effective, notice, planChanges, note } = policy.changes;
  return [
    item(null, EFFECTIVE[effective]),
    ...(notice === undefined
      ? []
      : [item(null, `It is told ${counted(notice.amount, notice.unit)} before.`)]),
    ...texts("plan-change", planChanges ?? []),
    ...(note === undefined ? [] : [item(null, note)]),
  ];
}

function triggerWords(policy: Policy, { trigger }: Credit): string {
  if (trigger.kind === "outage") {
    const bands = trigger.bands.map(({ below, percent }) => `${percent} % below ${below} % of the month`);
    return listed(bands);
  }
  const { metric, severities, moreThan, per } = trigger;
  const period = per.ends === null ? per.unit : `fiscal ${per.unit} (ends ${listed(per.ends)})`;
  const often = moreThan === 0 ? "once" : moreThan === 1 ? "more than once" : `more than ${moreThan} times`;
  const levels = severityNames(policy, severities);
  return `when the ${metricName(policy, metric)} is missed ${often} in a ${period}${levels === "" ? "" : ` at ${levels}`}`;
}

/** “10 % of the monthly fee”; for outages the shares stand with what they are for. */
function givesWords({ trigger, of }: Credit): string {
  const share = trigger.kind === "outage" || trigger.percent === null ? "" : `${trigger.percent} %`;
  const base = after("of", of);
  return [share, trigger.kind === "outage" ? "" : base].filter((part) => part !== "").join(" ");
}

const claimedBy = (by: string | null): string =>
  by === null || /^(?:by|in|with|through|via) /i.test(by) ? (by ?? "") : `by ${by}`;

/** What customers may claim when promises are missed. */
export const creditItems = (policy: Policy): Item[] =>
  (policy.credits ?? []).map((credit) => {
    const { claim } = credit;
    return item(
      `credit-${credit.id}`,
      `${credit.name}: ${clauses(
        after("on", planNames(policy, credit.plans)),
        [givesWords(credit), triggerWords(policy, credit)].filter((part) => part !== "").join(" "),
        credit.trigger.kind === "outage" ? after("of", credit.of) : "",
        after("as", credit.as),
        credit.atMost === null ? "" : `at most ${credit.atMost} %`,
        claim.withinDays === null ? "" : `to be claimed within ${counted(claim.withinDays, "day")}`,
        claimedBy(claim.by),
        claim.says === null ? "" : `with the words “${claim.says}”`,
        after("naming", listed(claim.names)),
      )}`,
    );
  });

/** Sentences that nobody runs and everybody reads. */
export const statementItems = (policy: Policy): Item[] => texts("statement", policy.statements ?? []);

/** How people treat each other, who decides what follows, and how support comes back. */
export function conductItems(policy: Policy): Item[] {
  const { text, scope, decision, reinstatement, mayEndSupport } = policy.conduct;
  const all = [
    text,
    scope ?? "",
    mayEndSupport ? "Support may be ended over it." : "",
    decision ?? "",
    reinstatement ?? "",
  ];
  return all.filter((one) => one !== "").map((one) => item(null, one));
}
