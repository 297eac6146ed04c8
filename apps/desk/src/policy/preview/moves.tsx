import { Link } from "@tanstack/react-router";
import { StateLine, useClockWords, usePolicyWords, When } from "@troth/ui";
import type { PolicyTried } from "../../wire.ts";
import { useFigures } from "../use-figures.ts";
import classes from "./preview.module.css";

/** “14 promises of open tickets move: 12 later, 2 earlier.” */
export function useMovesSentence(): (tried: PolicyTried) => string {
  const words = usePolicyWords();
  const figure = useFigures();
  return ({ earlier, later, looked }) =>
    earlier + later === 0
      ? words.noMoves(looked)
      : `${words.moves(earlier + later)}: ${[
          ...(later === 0 ? [] : [words.movesLater(figure(later))]),
          ...(earlier === 0 ? [] : [words.movesEarlier(figure(earlier))]),
        ].join(", ")}.`;
}

/** What publishing would do to the tickets that are open now. */
export function Moves({ tried, isStale }: { readonly tried: PolicyTried; readonly isStale: boolean }) {
  const words = usePolicyWords();
  const figure = useFigures();
  const sentence = useMovesSentence();
  const all = tried.earlier + tried.later;
  return (
    <div className={classes.part} role="status">
      {isStale && <StateLine kind="stale">{words.changedSince}</StateLine>}
      {!tried.isRunnable && <p>{words.notRunnable}</p>}
      {tried.isRunnable && (
        <p>
          {all === 0 ? (
            sentence(tried)
          ) : (
            <>
              <strong>{sentence(tried)}</strong>{" "}
              <span className={classes.second}>{words.movesLooked(tried.looked)}</span>
            </>
          )}
        </p>
      )}
      {tried.moved.length > 0 && <MovedTable moved={tried.moved} />}
      {tried.moved.length < all && (
        <p className={classes.second}>{words.movedFirst(tried.moved.length, figure(all))}</p>
      )}
    </div>
  );
}

function MovedTable({ moved }: Pick<PolicyTried, "moved">) {
  const words = usePolicyWords();
  const { number, customer, promise, due } = words.movedColumns;
  return (
    <div className={classes.scroll} role="group" aria-label={words.movedCaption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="troth-hidden">{words.movedCaption}</caption>
        <thead>
          <tr>
            {[number, customer, promise, due].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map((one) => (
            <MovedRow key={`${one.number} ${one.metric} ${one.dueFrom ?? ""}`} moved={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MovedRow({ moved }: { readonly moved: PolicyTried["moved"][number] }) {
  const words = usePolicyWords();
  const clock = useClockWords();
  const { customer, promise, due } = words.movedColumns;
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
      <td dir="auto" data-label={customer}>
        {moved.organisation}
      </td>
      <td data-label={promise}>{metrics[moved.metric] ?? moved.metric}</td>
      <td data-label={due}>
        {words.movedFromTo(instant(dueFrom, "short"), instant(dueTo, "full"))},{" "}
        {isLater ? words.later : words.earlier}
      </td>
    </tr>
  );
}
