import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useDeskWords, useReleaseWords, Waiting, When } from "@troth/ui";
import { useEffect, useState } from "react";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { DeskRelease } from "../wire.ts";
import { PlanDialog } from "./plan-dialog.tsx";

/** Releases that customers wait for, those that are out, and the way to name one. */
export function ReleasesScreen() {
  const words = useReleaseWords();
  const desk = useDeskWords();
  const list = useQuery(read.releases());
  const [isPlanning, setPlanning] = useState(false);
  useEffect(() => {
    document.title = `${words.releases} · ${desk.appName}`;
  }, [words, desk]);
  const releases = list.data?.releases ?? [];
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <div className={classes.headLine}>
        <h1>{words.releases}</h1>
        <Button onClick={() => setPlanning(true)}>{words.plan}</Button>
      </div>
      <p className={classes.second}>{words.intro}</p>
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Waiting skeleton={<Bars count={4} />} />}
      {list.data !== undefined && (
        <>
          <Releases
            title={words.coming}
            rows={releases.filter(({ state }) => state === "planned")}
            none={words.noneComing}
          />
          <Releases
            title={words.out}
            rows={releases.filter(({ state }) => state === "out")}
            none={words.noneOut}
          />
        </>
      )}
      <PlanDialog isOpen={isPlanning} onClose={() => setPlanning(false)} />
    </main>
  );
}

function Releases(props: {
  readonly title: string;
  readonly rows: readonly DeskRelease[];
  readonly none: string;
}) {
  return (
    <section className={classes.part} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.rows.length === 0 && <p className={classes.second}>{props.none}</p>}
      <ul className={classes.list}>
        {props.rows.map((release) => (
          <li key={release.id} className={classes.row}>
            <Link to="/releases/$release" params={{ release: release.id }} dir="auto">
              {release.name}
            </Link>
            <ReleaseFacts release={release} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How a release stands: since when, and who waits for it. */
export function ReleaseFacts({ release }: { readonly release: DeskRelease }) {
  const words = useReleaseWords();
  const { state, plannedAt, outAt, waiting } = release;
  return (
    <>
      <span className={classes.second}>
        {outAt === null ? words.plannedAt(<When at={plannedAt} />) : words.outAt(<When at={outAt} />)}
      </span>
      {state === "planned" && <span>{words.waiting(waiting.tickets, waiting.organisations)}</span>}
    </>
  );
}
