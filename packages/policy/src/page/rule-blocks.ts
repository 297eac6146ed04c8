import type { Consequence, Credit, Policy, VersionRules } from "../types.ts";
import type { Item } from "./blocks.ts";
import { listed } from "./references.ts";
import { after, clauses, counted, elapsedWords, planNames, severityNames } from "./sentences.ts";

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

/** Who is asked next, and from when on. */
export function escalationItems(policy: Policy): Item[] {
  const rules = policy.escalation;
  if (rules === undefined) return [];
  const steps = rules.steps.map((step) =>
    item(
      `escalation-${step.id}`,
      clauses(step.text, step.afterMs === null ? "" : `${elapsedWords(step.afterMs)} after`),
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
          `${severityNames(policy, paging.severities) || "Every severity"}: somebody is paged`,
          paging.acknowledgeMs === null
            ? ""
            : `to answer the page within ${elapsedWords(paging.acknowledgeMs)}`,
          paging.afterwards,
        ),
  ].filter((text) => text !== "");
  return [...steps, ...single.map((text) => item(null, text))];
}

function phaseItems(rules: VersionRules): Item[] {
  return rules.phases.map((phase) =>
    item(
      `version-${rules.id}-${phase.id}`,
      clauses(
        phase.name,
        phase.lasts === null ? "" : `for ${counted(phase.lasts.amount, phase.lasts.unit)} from the release`,
        phase.behind === null ? "" : `up to ${counted(phase.behind, "release")} back`,
        phase.gives,
      ),
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
  const { metric, severities, moreThan, per, percent } = trigger;
  const period = per.ends === null ? per.unit : `fiscal ${per.unit} (ends ${listed(per.ends)})`;
  return clauses(
    percent === null ? "" : `${percent} %`,
    `for more than ${moreThan} missed in a ${period}: ${metric.replaceAll(/[-_]/g, " ")}`,
    severityNames(policy, severities),
  );
}

/** What customers may claim when promises are missed. */
export const creditItems = (policy: Policy): Item[] =>
  (policy.credits ?? []).map((credit) => {
    const { claim } = credit;
    return item(
      `credit-${credit.id}`,
      `${credit.name}: ${clauses(
        after("on", planNames(policy, credit.plans)),
        triggerWords(policy, credit),
        after("of", credit.of),
        after("as", credit.as),
        credit.atMost === null ? "" : `at most ${credit.atMost} %`,
        claim.withinDays === null ? "" : `to be claimed within ${counted(claim.withinDays, "day")}`,
        claim.by,
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
