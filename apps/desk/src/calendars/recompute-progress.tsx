import { useQuery } from "@tanstack/react-query";
import { useAnnounce, When } from "@troth/ui";
import { useEffect, useRef } from "react";
import { read } from "../queries.ts";
import type { Recompute } from "../wire.ts";
import classes from "./recompute.module.css";
import { useCalendarTalk } from "./use-calendar-talk.ts";

const WHILE_UNFINISHED_MS = 1_000;
const OTHERWISE_MS = 10_000;

/** How far the open tickets have been computed again after the last publication, for every agent. */
export function RecomputeProgress() {
  const { words } = useCalendarTalk();
  const { data } = useQuery({
    ...read.recomputes(),
    refetchInterval: (query) =>
      query.state.data?.recomputes[0]?.finishedAt === null ? WHILE_UNFINISHED_MS : OTHERWISE_MS,
  });
  const newest = data?.recomputes[0];
  useFinishedSaid(newest);
  if (newest === undefined || (newest.finishedAt !== null && newest.total === 0)) return null;
  return (
    <section className={classes.recompute} aria-label={words.recomputeTitle}>
      <h2>{words.recomputeTitle}</h2>
      {newest.finishedAt === null ? (
        <UnderWay recompute={newest} />
      ) : (
        <p>
          {words.recomputeDone(newest.policyVersion, <When at={newest.finishedAt} />)}{" "}
          <Sums recompute={newest} />
        </p>
      )}
    </section>
  );
}

function UnderWay({ recompute }: { readonly recompute: Recompute }) {
  const { words, figure } = useCalendarTalk();
  const { done, total } = recompute;
  const said =
    total === null ? words.recomputeCounting : words.recomputeProgress(figure(done), figure(total));
  return (
    <>
      <p>{words.recomputeRunning(recompute.policyVersion)}</p>
      <div className={classes.bar}>
        <progress
          aria-label={words.recomputeTitle}
          {...(total === null ? {} : { max: Math.max(total, 1), value: done })}
        />
        <span>{said}</span>
      </div>
      {total !== null && (
        <p className={classes.second}>
          {words.recomputeMoved(figure(recompute.earlier), figure(recompute.later))}
        </p>
      )}
    </>
  );
}

function Sums({ recompute }: { readonly recompute: Recompute }) {
  const { words, figure } = useCalendarTalk();
  const { done, total, later, earlier } = recompute;
  return words.recomputeSums(figure(total ?? done), figure(later), figure(earlier));
}

/** Said once when one that was seen under way has come to its end. */
function useFinishedSaid(newest: Recompute | undefined): void {
  const { words } = useCalendarTalk();
  const announce = useAnnounce();
  const wasRunning = useRef(false);
  const isRunning = newest?.finishedAt === null;
  useEffect(() => {
    if (wasRunning.current && !isRunning) announce(words.recomputeFinishedSaid);
    wasRunning.current = isRunning;
  }, [isRunning, announce, words]);
}
