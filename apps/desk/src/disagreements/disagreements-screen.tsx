import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  Bars,
  durationWords,
  ProblemNote,
  Severity,
  StateLine,
  useDeskActWords,
  useDeskWords,
  useNow,
  useReadable,
  useSpeech,
  Waiting,
  When,
} from "@troth/ui";
import { useEffect } from "react";
import { read } from "../queries.ts";
import { HeldBar } from "../queue/held-bar.tsx";
import classes from "../ticket/around/around.module.css";

/** Objections that have not ended, the oldest first, each with its age and who decides it. */
export function DisagreementsScreen() {
  const words = useDeskActWords();
  const desk = useDeskWords();
  const list = useQuery(read.disagreements());
  useEffect(() => {
    document.title = `${words.disagreements} · ${desk.appName}`;
  }, [words, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.disagreements}</h1>
      <HeldBar about="disagreement." />
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {list.data?.disagreements.length === 0 && <StateLine kind="empty">{words.noDisagreements}</StateLine>}
      {list.data !== undefined && list.data.disagreements.length > 0 && (
        <Rows rows={list.data.disagreements} />
      )}
    </main>
  );
}

type Listed = NonNullable<ReturnType<typeof useRows>>[number];

function useRows() {
  return useQuery(read.disagreements()).data?.disagreements;
}

function Rows({ rows }: { readonly rows: readonly Listed[] }) {
  const readable = useReadable();
  const words = useDeskActWords();
  const desk = useDeskWords();
  return (
    <table className={classes.list}>
      <caption className="troth-hidden">{words.disagreementsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{desk.columns.subject}</th>
          <th scope="col">{words.objectsTo}</th>
          <th scope="col">{words.thinksRight}</th>
          <th scope="col">{words.age}</th>
          <th scope="col">{words.owner}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">
              <Link to="/tickets/$number" params={{ number: String(row.number) }} dir="auto">
                {desk.ticketTitle(row.number, readable(row.subject))}
              </Link>
              <p className={classes.second} dir="auto">
                {row.organisation.name}
              </p>
            </th>
            <td>
              <Severity severity={row.severity} />
            </td>
            <td>{row.wants === null ? words.leftToUs : <Severity severity={row.wants} />}</td>
            <td>
              <Age at={row.at} />
            </td>
            <td dir="auto">{row.owner?.name ?? desk.nobody}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Age({ at }: { readonly at: string }) {
  const { words } = useSpeech();
  const now = useNow();
  return (
    <>
      {durationWords(Math.max(0, now - Date.parse(at)), words)}
      <p className={classes.second}>{words.since(<When at={at} />)}</p>
    </>
  );
}
