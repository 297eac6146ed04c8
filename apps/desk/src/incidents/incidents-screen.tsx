import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useDeskWords, useIncidentWords, useNow, Waiting, When } from "@troth/ui";
import { useEffect, useState } from "react";
import { read } from "../queries.ts";
import type { DeskIncident } from "../wire.ts";
import { DeclareDialog } from "./declare-dialog.tsx";
import classes from "./incidents.module.css";

/** What does not work for many: open incidents first, and the way to say a new one. */
export function IncidentsScreen() {
  const words = useIncidentWords();
  const desk = useDeskWords();
  const list = useQuery(read.incidents());
  const [isDeclaring, setDeclaring] = useState(false);
  useEffect(() => {
    document.title = `${words.incidents} · ${desk.appName}`;
  }, [words, desk]);
  const incidents = list.data?.incidents ?? [];
  const open = incidents.filter(({ resolvedAt }) => resolvedAt === null);
  const ended = incidents.filter(({ resolvedAt }) => resolvedAt !== null);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <div className={classes.headLine}>
        <h1>{words.incidents}</h1>
        <a href="/status">{words.statusPage}</a>
        <Button onClick={() => setDeclaring(true)}>{words.declare}</Button>
      </div>
      <p className={classes.second}>{words.intro}</p>
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Waiting skeleton={<Bars count={4} />} />}
      {list.data !== undefined && (
        <>
          <Incidents title={words.openNow} rows={open} none={words.noneNow} />
          <Incidents title={words.endedLately} rows={ended} none={words.noneEnded} />
        </>
      )}
      <DeclareDialog
        isOpen={isDeclaring}
        known={list.data?.regions ?? []}
        onClose={() => setDeclaring(false)}
      />
    </main>
  );
}

function Incidents(props: {
  readonly title: string;
  readonly rows: readonly DeskIncident[];
  readonly none: string;
}) {
  return (
    <section className={classes.part} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.rows.length === 0 && <p className={classes.second}>{props.none}</p>}
      <ul className={classes.list}>
        {props.rows.map((incident) => (
          <IncidentRow key={incident.number} incident={incident} />
        ))}
      </ul>
    </section>
  );
}

function IncidentRow({ incident }: { readonly incident: DeskIncident }) {
  const words = useIncidentWords();
  const { number, title, regions, components, state, declaredAt, resolvedAt, reached } = incident;
  const places = [...regions, ...components].join(", ");
  return (
    <li className={classes.row}>
      <Link to="/incidents/$number" params={{ number: String(number) }} dir="auto">
        {words.numberedTitle(number, title)}
      </Link>
      <span>
        {words.states[state]}, {places === "" ? words.everywhere : places}
      </span>
      <span className={classes.second}>
        {resolvedAt === null
          ? words.since(<When at={declaredAt} />)
          : words.endedNow(<When at={resolvedAt} />)}
      </span>
      <span className={classes.second}>{words.reached(reached.followers, reached.tickets)}</span>
      <NextUpdate incident={incident} />
    </li>
  );
}

/** Until when the next word is promised; late once that has passed. */
export function NextUpdate({ incident }: { readonly incident: DeskIncident }) {
  const words = useIncidentWords();
  const now = useNow();
  const { nextUpdateBy, resolvedAt } = incident;
  if (nextUpdateBy === null || resolvedAt !== null) return null;
  const isLate = Date.parse(nextUpdateBy) <= now;
  const when = <When at={nextUpdateBy} />;
  return (
    <span className={isLate ? classes.late : undefined}>
      {isLate ? words.nextWasDue(when) : words.nextBy(when)}
    </span>
  );
}
