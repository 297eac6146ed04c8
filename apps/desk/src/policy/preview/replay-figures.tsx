import { durationWords, PolicyText, usePolicyWords, useSpeech, When } from "@troth/ui";
import type { PolicyReplay } from "../../wire.ts";
import { Arrow } from "../arrow.tsx";
import { useFigures } from "../use-figures.ts";
import classes from "./preview.module.css";
import { RankedSeverity, type Scale } from "./ranked-severity.tsx";
import { directionOf, shiftText, shownShifts } from "./replay-shift.ts";
import { UntoldWhy } from "./untold-why.tsx";

type Summary = NonNullable<PolicyReplay["summary"]>;

/** A replay in sentences, then as bars, then by plan and severity. */
export function ReplayFigures(props: { readonly replay: PolicyReplay; readonly scale: Scale }) {
  const words = usePolicyWords();
  const figure = useFigures();
  const { replay, scale } = props;
  const { summary } = replay;
  if (summary === null) return null;
  if (summary.tickets === 0) return <p role="status">{words.replayNone}</p>;
  const { before, after } = summary.promises;
  const { refused, redirected } = summary.entitlement;
  return (
    <>
      <div className={classes.part} role="status">
        <p>
          <strong>
            {words.replayed(
              figure(summary.tickets),
              figure(summary.changed),
              <When at={replay.from} form="day" />,
              <When at={replay.to} form="day" />,
            )}
          </strong>
        </p>
        <p>{words.missedLine(figure(before.missed), figure(after.missed))}</p>
        <p>{words.lateLine(figure(before.late), figure(after.late))}</p>
        {refused + redirected > 0 && <p>{words.doorsLine(figure(refused), figure(redirected))}</p>}
      </div>
      {summary.untold > 0 && <Untold summary={summary} />}
      <Shifts summary={summary} />
      <Groups summary={summary} scale={scale} />
    </>
  );
}

function Untold({ summary }: { readonly summary: Summary }) {
  const words = usePolicyWords();
  const figure = useFigures();
  return (
    <div>
      <p>{words.replayUntold(figure(summary.untold))}</p>
      <ul className={classes.changes}>
        {summary.untoldFor.map((one) => (
          <li key={one.reason}>{words.untoldLine(<UntoldWhy why={one} />, figure(one.count))}</li>
        ))}
      </ul>
    </div>
  );
}

/** How far dues would have moved. The table is the plot: each row has its bar, and its figure in words. */
function Shifts({ summary }: { readonly summary: Summary }) {
  const words = usePolicyWords();
  const figure = useFigures();
  const { words: shared } = useSpeech();
  const { dues, shifts } = summary;
  const shown = shownShifts(shifts);
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(({ count }) => count));
  const sentence = words.shiftsSentence(figure(dues.earlier), figure(dues.later), figure(dues.same));
  return (
    <section className={classes.part}>
      <h3>{words.shiftsTitle}</h3>
      <p>{sentence}</p>
      <table className={classes.bars}>
        <caption className="troth-hidden">{words.shiftsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.shiftColumns.shift}</th>
            <th scope="col">{words.shiftColumns.count}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((shift) => (
            <tr key={`${shift.fromMs} ${shift.toMs}`}>
              <th scope="row">{shiftText(shift, words, (ms) => durationWords(ms, shared))}</th>
              <td>
                {shift.count > 0 && (
                  <span
                    aria-hidden
                    className={classes.bar}
                    data-shift={directionOf(shift)}
                    style={{ inlineSize: `${(shift.count / most) * 100}%` }}
                  />
                )}
                <span>{figure(shift.count)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Groups({ summary, scale }: { readonly summary: Summary; readonly scale: Scale }) {
  const words = usePolicyWords();
  const { plan, severity, tickets, kept, missed, late } = words.groupColumns;
  return (
    <section className={classes.part}>
      <h3>{words.groupsTitle}</h3>
      <div className={classes.scroll} role="group" aria-label={words.groupsTitle} tabIndex={0}>
        <table className={classes.table}>
          <caption className="troth-hidden">{words.groupsTitle}</caption>
          <thead>
            <tr>
              {[plan, severity, tickets, kept, missed, late].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.groups.map((group) => (
              <tr key={`${group.plan.id} ${group.severity.id}`}>
                <th scope="row">
                  <PolicyText>{group.plan.name}</PolicyText>
                </th>
                <td data-label={severity}>
                  <RankedSeverity severity={group.severity} scale={scale} />
                </td>
                {(["tickets", "kept", "missed", "late"] as const).map((key) => (
                  <td key={key} data-label={words.groupColumns[key]}>
                    <BeforeAfter before={group.before[key]} after={group.after[key]} />
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

function BeforeAfter({ before, after }: { readonly before: number; readonly after: number }) {
  const figure = useFigures();
  if (before === after) return figure(before);
  return (
    <strong>
      {figure(before)}
      <Arrow />
      {figure(after)}
    </strong>
  );
}
