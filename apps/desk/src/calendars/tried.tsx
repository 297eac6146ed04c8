import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { POLICY_LANG, StateLine, useClockWords, When } from "@troth/ui";
import type { Finding, PolicyTried } from "../wire.ts";
import classes from "./change.module.css";
import { useCalendarTalk } from "./use-calendar-talk.ts";

type TriedProps = {
  readonly tried: PolicyTried;
  /** The draft is another one since. */
  readonly isStale: boolean;
  readonly onFinding: (finding: Finding) => void;
};

/** What a draft would do: what is wrong with it, and which promises it would move. */
export function Tried({ tried, isStale, onFinding }: TriedProps) {
  const { words } = useCalendarTalk();
  return (
    <div className={classes.tried} role="status">
      {isStale && <StateLine kind="stale">{words.changedSince}</StateLine>}
      {tried.isRunnable ? <Moves tried={tried} /> : <p>{words.notRunnable}</p>}
      {tried.findings.length > 0 && <Findings findings={tried.findings} onFinding={onFinding} />}
    </div>
  );
}

function Findings(props: Pick<TriedProps, "onFinding"> & { readonly findings: readonly Finding[] }) {
  const { words } = useCalendarTalk();
  const errors = props.findings.filter(({ severity }) => severity === "error").length;
  return (
    <>
      <h3>{words.findingsCount(errors, props.findings.length - errors)}</h3>
      <ul className={classes.findings}>
        {props.findings.map((finding) => (
          <li key={`${finding.file}:${finding.line}:${finding.column} ${finding.code} ${finding.message}`}>
            <OneFinding finding={finding} onFinding={props.onFinding} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneFinding(props: Pick<TriedProps, "onFinding"> & { readonly finding: Finding }) {
  const { words } = useCalendarTalk();
  const { finding } = props;
  const Icon = finding.severity === "error" ? IconCircleX : IconAlertTriangle;
  return (
    <div className={classes.finding} data-severity={finding.severity}>
      <Icon size={16} aria-hidden />
      <div>
        <strong>{words.findingKinds[finding.severity]}</strong>{" "}
        <button type="button" className={classes.place} onClick={() => props.onFinding(finding)}>
          {finding.file}:{finding.line}:{finding.column}
        </button>{" "}
        <span lang={POLICY_LANG}>{finding.message}</span>
        {finding.mend !== "" && (
          <p className={classes.second}>
            {words.mend("")}
            <span lang={POLICY_LANG}>{finding.mend}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function Moves({ tried }: { readonly tried: PolicyTried }) {
  const { words, figure } = useCalendarTalk();
  const all = tried.earlier + tried.later;
  if (all === 0) return <p>{words.noMoves(tried.looked)}</p>;
  return (
    <>
      <p>
        <strong>
          {words.moves(all)}: {words.movesSplit(figure(tried.later), figure(tried.earlier))}.
        </strong>{" "}
        <span className={classes.second}>{words.movesLooked(tried.looked)}</span>
      </p>
      <div className={classes.scroll} role="group" aria-label={words.movedCaption} tabIndex={0}>
        <table className={classes.moved}>
          <caption className="troth-hidden">{words.movedCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.movedColumns.number}</th>
              <th scope="col">{words.movedColumns.customer}</th>
              <th scope="col">{words.movedColumns.promise}</th>
              <th scope="col">{words.movedColumns.due}</th>
            </tr>
          </thead>
          <tbody>
            {tried.moved.map((moved) => (
              <MovedRow key={`${moved.number} ${moved.metric} ${moved.dueFrom ?? ""}`} moved={moved} />
            ))}
          </tbody>
        </table>
      </div>
      {tried.moved.length < all && (
        <p className={classes.second}>{words.movedFirst(tried.moved.length, figure(all))}</p>
      )}
    </>
  );
}

function MovedRow({ moved }: { readonly moved: PolicyTried["moved"][number] }) {
  const { words } = useCalendarTalk();
  const clock = useClockWords();
  const metrics: Readonly<Record<string, string>> = clock.metrics;
  const { dueFrom, dueTo } = moved;
  const instant = (at: string | null, form: "short" | "full") =>
    at === null ? clock.noTime : <When at={at} isDue form={form} />;
  const isLater = dueTo === null || (dueFrom !== null && dueTo > dueFrom);
  return (
    <tr>
      <th scope="row">
        <Link to="/tickets/$number" params={{ number: String(moved.number) }}>
          {moved.number}
        </Link>
      </th>
      <td dir="auto">{moved.organisation}</td>
      <td>{metrics[moved.metric] ?? moved.metric}</td>
      <td>
        {words.movedFromTo(instant(dueFrom, "short"), instant(dueTo, "full"))},{" "}
        {isLater ? words.later : words.earlier}
      </td>
    </tr>
  );
}
