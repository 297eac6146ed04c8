import { durationOf, durationText, type Policy, type Target } from "@troth/policy";
import { PolicyText, useClockWords, usePolicyWords, useSpeech } from "@troth/ui";
import classes from "./preview.module.css";
import { RankedSeverity } from "./ranked-severity.tsx";
import { type Axis, type TargetCell, type TargetTable, targetTables } from "./target-tables.ts";

type TargetsProps = {
  readonly policy: Policy;
  /** The version it is held against; null where there is none. */
  readonly before: Policy | null;
};

/** Every promised time, by severity and plan, with what it was. */
export function TargetsPreview({ policy, before }: TargetsProps) {
  const words = usePolicyWords();
  const tables = targetTables(policy, before);
  if (tables.length === 0) return <p>{words.noTargets}</p>;
  return tables.map((table) => <OneTable key={table.key} table={table} policy={policy} before={before} />);
}

function OneTable({ table, policy, before }: TargetsProps & { readonly table: TargetTable }) {
  const words = usePolicyWords();
  const names = useNames(policy, before);
  const title = names.title(table.like);
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <div className={classes.scroll} role="group" aria-label={words.targetsLabel(title)} tabIndex={0}>
        <table className={classes.table}>
          <caption className="troth-hidden">{words.targetsLabel(title)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.severity}</th>
              {table.columns.map((column) => (
                <th key={column.key} scope="col">
                  <PolicyText>{names.plan(column)}</PolicyText>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{names.severity(row)}</th>
                {table.columns.map((column) => (
                  <td key={column.key} data-label={names.plan(column)}>
                    <Cell cell={table.cell(row, column)} policy={policy} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cell({ cell, policy }: { readonly cell: TargetCell; readonly policy: Policy }) {
  const words = usePolicyWords();
  const { locale } = useSpeech();
  const figure = useFigure();
  const { target, before, isChanged } = cell;
  const calendar = target?.calendar ?? null;
  // Where only the figure moved, only the figure is said.
  const past = (was: Target, now: Target | null) =>
    was.firmness === now?.firmness && was.op === now.op && durationOf(was) !== null
      ? durationText(was, locale)
      : figure(was);
  return (
    <div data-changed={isChanged} className={classes.cell}>
      <span>{target === null ? words.nothingPromised : figure(target)}</span>
      {calendar !== null && (
        <span className={classes.second}>
          <PolicyText>{policy.calendars[calendar]?.name ?? calendar}</PolicyText>
        </span>
      )}
      {isChanged && <strong>{before === null ? words.wasNone : words.was(past(before, target))}</strong>}
    </div>
  );
}

/** A cell's figure with what it binds: “less than 2 business days, commitment”. */
export function useFigure(): (target: Target) => string {
  const { locale } = useSpeech();
  const words = usePolicyWords();
  const firmness: Readonly<Record<string, string>> = words.bound;
  return (target) => {
    const bound = firmness[target.firmness] ?? target.firmness;
    const figure = durationText(target, locale);
    return figure === "" ? bound : `${words.ops[target.op]} ${figure}, ${bound}`;
  };
}

function useNames(policy: Policy, before: Policy | null) {
  const words = usePolicyWords();
  const clock = useClockWords();
  const metrics: Readonly<Record<string, string>> = clock.metrics;
  const scale = [...policy.severities, ...(before?.severities ?? [])];
  const plans = [...policy.plans, ...(before?.plans ?? [])];
  const categories = [...policy.categories, ...(before?.categories ?? [])];
  return {
    severity: ({ id }: Axis) =>
      id === null ? words.anySeverity : <RankedSeverity severity={{ id }} scale={scale} />,
    plan: ({ id, tier }: Axis) => {
      if (id === null) return words.anyPlan;
      const plan = plans.find((one) => one.id === id);
      const named = plan?.tiers.find((one) => one.id === tier)?.name ?? tier;
      return [plan?.name ?? id, ...(named === null ? [] : [named])].join(" ");
    },
    title: ({ metric, intake, category, when, appliesTo }: Target) =>
      [
        metrics[metric] ?? metric,
        ...(intake === null ? [] : [words.through(words.doors[intake])]),
        ...(category === null
          ? []
          : [words.forCategory(categories.find(({ id }) => id === category)?.name ?? category)]),
        ...(when === null ? [] : [words.onlyWhen(when)]),
        ...(appliesTo === null ? [] : [words.forCategory(appliesTo)]),
      ].join(", "),
  };
}
