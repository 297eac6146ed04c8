import { NativeSelect } from "@mantine/core";
import { durationOf, type Intake, type Policy } from "@troth/policy";
import { Plan, PolicyText, Said, usePolicyWords, useSpeech } from "@troth/ui";
import { type ReactNode, useState } from "react";
import { type AccountAnswer, type AccountQuestion, accountAnswer } from "./account-answer.ts";
import { OrganisationField } from "./organisation-field.tsx";
import classes from "./preview.module.css";
import { RankedSeverity } from "./ranked-severity.tsx";
import { useFigure } from "./targets-preview.tsx";

type Named = { readonly id: string; readonly name: string };

type AccountProps = {
  readonly policy: Policy;
  readonly before: Policy | null;
  /** A published version is called by its name. */
  readonly isDraft: boolean;
};

const DOORS = ["console", "portal", "email", "api", "agent"] as const satisfies readonly Intake[];
const STATES = ["active", "lapsed", "suspended", "none"] as const;
const ROLES = ["owner", "admin", "member", "restricted"] as const;

/** What a chosen customer, or anybody with a chosen plan, would get, and why; beside what they get now. */
export function AccountPreview({ policy, before, isDraft }: AccountProps) {
  const words = usePolicyWords();
  const [question, setQuestion] = useState<AccountQuestion>(() => ({
    pricing: policy.pricing.find(({ isPaid }) => isPaid)?.id ?? policy.pricing[0]?.id ?? null,
    tier: null,
    subscription: "active",
    door: "console",
    role: "owner",
    category: null,
  }));
  const set = (more: Partial<AccountQuestion>) => setQuestion((old) => ({ ...old, ...more }));
  const at = useSpeech().now();
  return (
    <>
      <p className={classes.second}>{before === null ? words.accountIntroOne : words.accountIntro}</p>
      <div className={classes.fields}>
        <OrganisationField onChosen={set} />
        <AccountFields policy={policy} before={before} isDraft={isDraft} question={question} onChange={set} />
      </div>
      <Answers
        policy={policy}
        before={before}
        isDraft={isDraft}
        now={before && accountAnswer(before, question, at)}
        drafted={accountAnswer(policy, question, at)}
      />
    </>
  );
}

function AccountFields(
  props: AccountProps & {
    readonly question: AccountQuestion;
    readonly onChange: (more: Partial<AccountQuestion>) => void;
  },
) {
  const words = usePolicyWords();
  const { policy, before, question, onChange } = props;
  const named = (lists: readonly (readonly Named[])[]) => [
    ...new Map(lists.flat().map(({ id, name }) => [id, { value: id, label: name }])).values(),
  ];
  const pricing = named([policy.pricing, before?.pricing ?? []]);
  const known = question.pricing === null || pricing.some(({ value }) => value === question.pricing);
  const tiers = named([...policy.plans, ...(before?.plans ?? [])].map((plan) => plan.tiers));
  const one = <T extends string>(options: readonly T[], text: string, otherwise: T): T =>
    options.find((option) => option === text) ?? otherwise;
  return (
    <>
      <NativeSelect
        label={words.pricing}
        value={question.pricing ?? ""}
        data={[
          { value: "", label: words.noPricing },
          ...pricing,
          ...(known || question.pricing === null
            ? []
            : [{ value: question.pricing, label: question.pricing }]),
        ]}
        onChange={({ currentTarget }) => onChange({ pricing: currentTarget.value || null })}
      />
      <NativeSelect
        label={words.tier}
        value={question.tier ?? ""}
        data={[{ value: "", label: words.defaultTier }, ...tiers]}
        onChange={({ currentTarget }) => onChange({ tier: currentTarget.value || null })}
      />
      <NativeSelect
        label={words.state}
        value={question.subscription}
        data={STATES.map((value) => ({ value, label: words.states[value] }))}
        onChange={({ currentTarget }) => onChange({ subscription: one(STATES, currentTarget.value, "none") })}
      />
      <NativeSelect
        label={words.door}
        value={question.door}
        data={DOORS.map((value) => ({ value, label: words.doors[value] }))}
        onChange={({ currentTarget }) => onChange({ door: one(DOORS, currentTarget.value, "console") })}
      />
      <NativeSelect
        label={words.role}
        value={question.role}
        data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
        onChange={({ currentTarget }) => onChange({ role: one(ROLES, currentTarget.value, "member") })}
      />
      <NativeSelect
        label={words.kind}
        value={question.category ?? ""}
        data={[{ value: "", label: words.anyKind }, ...named([policy.categories, before?.categories ?? []])]}
        onChange={({ currentTarget }) => onChange({ category: currentTarget.value || null })}
      />
    </>
  );
}

function Answers(
  props: AccountProps & { readonly now: AccountAnswer | null; readonly drafted: AccountAnswer },
) {
  const words = usePolicyWords();
  const { policy, before, isDraft, now, drafted } = props;
  const scale = [...policy.severities, ...(before?.severities ?? [])];
  const sides = now === null ? [drafted] : [now, drafted];
  const own = isDraft ? words.answerDraft : words.fromVersion(policy.version);
  const draftTitle = before === null ? words.answer : own;
  const titles =
    before === null || now === null ? [draftTitle] : [words.answerNow(before.version), draftTitle];
  const line = (
    key: string,
    label: ReactNode,
    say: (answer: AccountAnswer) => ReactNode,
    print: (answer: AccountAnswer) => string,
  ) => {
    const isChanged = now !== null && print(now) !== print(drafted);
    return (
      <tr key={key} data-changed={isChanged}>
        <th scope="row">
          {label} {isChanged && <strong className={classes.differs}>{words.differs}</strong>}
        </th>
        {sides.map((answer, at) => (
          <td key={at === 0 ? "first" : "second"} data-label={titles[at]}>
            {say(answer)}
          </td>
        ))}
      </tr>
    );
  };
  const severities = [...new Set(sides.flatMap((side) => side.firstReplies.map(({ severity }) => severity)))];
  const channels = [...new Map(sides.flatMap((side) => side.channels.map(({ id, name }) => [id, name])))];
  return (
    <div className={classes.scroll} role="group" aria-label={words.tabs.account} tabIndex={0}>
      <table className={classes.table}>
        <caption className="troth-hidden">{words.tabs.account}</caption>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {line(
            "plan",
            words.plan,
            ({ plan }) => (plan === null ? words.noPlan : <Plan plan={{ name: plan }} />),
            ({ plan }) => plan ?? "",
          )}
          {line(
            "decision",
            words.answer,
            ({ entitlement }) => (
              <Decision entitlement={entitlement} />
            ),
            ({ entitlement: { decision, message, clause, next } }) =>
              JSON.stringify([decision, message, clause.id, next]),
          )}
          {severities.map((severity) =>
            line(
              `reply ${severity}`,
              words.firstReply(<RankedSeverity severity={{ id: severity }} scale={scale} />),
              (answer) => <FirstReply answer={answer} severity={severity} />,
              (answer) => figurePrint(answer, severity),
            ),
          )}
          {channels.map(([id, name]) =>
            line(
              `channel ${id}`,
              <PolicyText>{name}</PolicyText>,
              (answer) => words.access[accessTo(answer, id)],
              (answer) => accessTo(answer, id),
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function accessTo(answer: AccountAnswer, channel: string) {
  return answer.channels.find(({ id }) => id === channel)?.access ?? "not-included";
}

function targetFor(answer: AccountAnswer, severity: string) {
  return answer.firstReplies.find((one) => one.severity === severity)?.target ?? null;
}

function figurePrint(answer: AccountAnswer, severity: string): string {
  const target = targetFor(answer, severity);
  return target === null
    ? ""
    : JSON.stringify([durationOf(target), target.op, target.firmness, target.calendar]);
}

function FirstReply({ answer, severity }: { readonly answer: AccountAnswer; readonly severity: string }) {
  const words = usePolicyWords();
  const figure = useFigure();
  const target = targetFor(answer, severity);
  if (target === null) return words.nothingPromised;
  return (
    <>
      {figure(target)} <Clause clause={target.clause} />
    </>
  );
}

function Decision({ entitlement }: Pick<AccountAnswer, "entitlement">) {
  const words = usePolicyWords();
  const { decision, next, clause } = entitlement;
  return (
    <div className={classes.decision}>
      <strong>{words.mayOpen[decision]}</strong>
      <span>
        <Said answer={entitlement} /> <Clause clause={clause} />
      </span>
      {next.length > 0 && (
        <ul>
          {next.map((link) => (
            <li key={link.id}>
              <PolicyText>{link.label}</PolicyText>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Clause({ clause }: { readonly clause: AccountAnswer["entitlement"]["clause"] }) {
  const words = usePolicyWords();
  return <span className={classes.second}>{words.clause(<PolicyText>{clause.title}</PolicyText>)}</span>;
}
