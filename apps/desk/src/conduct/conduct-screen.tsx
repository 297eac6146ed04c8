import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { Bars, OwnCasesView, ProblemNote, useConductWords, useDeskWords, Waiting, When } from "@troth/ui";
import { useEffect } from "react";
import { onceHeader, troth } from "../client.ts";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { ConductCase } from "../wire.ts";

/**
 * Cases are asked for again by the clock: the stream would tell whom a case is about that there is one, by a change
 * after which their own list stays as it was.
 */
const FRESH = { refetchInterval: 10_000, refetchOnMount: "always" } as const;

/** What waits for a decision, what was decided, and what concerns the reader. */
export function ConductScreen() {
  const words = useConductWords();
  const desk = useDeskWords();
  const me = useQuery(read.me());
  const isJudge = me.data !== undefined && me.data.role !== "agent";
  useEffect(() => {
    document.title = `${words.conduct} · ${desk.appName}`;
  }, [words, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.conduct}</h1>
      <p className={classes.second}>{words.intro}</p>
      {isJudge ? <Cases /> : <p className={classes.second}>{words.casesForLeads}</p>}
      <Own />
    </main>
  );
}

function Cases() {
  const words = useConductWords();
  const list = useQuery({ ...read.cases(), ...FRESH });
  if (list.data === undefined) {
    return list.error === null ? (
      <Waiting skeleton={<Bars count={4} />} />
    ) : (
      <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
    );
  }
  const { cases } = list.data;
  if (cases.length === 0) return <p className={classes.second}>{words.noCases}</p>;
  const isWaiting = ({ state }: ConductCase) => state === "reported" || state === "review";
  return (
    <>
      <CaseRows title={words.waiting} rows={cases.filter(isWaiting)} />
      <CaseRows title={words.done} rows={cases.filter((one) => !isWaiting(one))} />
    </>
  );
}

function CaseRows({ title, rows }: { readonly title: string; readonly rows: readonly ConductCase[] }) {
  const words = useConductWords();
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <p className={classes.second}>{words.noneWaiting}</p>}
      <ul className={classes.list}>
        {rows.map(({ number, state, channel, ticket, concerned, decision, reportedAt }) => (
          <li key={number} className={classes.row}>
            <Link to="/conduct/$number" params={{ number: String(number) }}>
              {words.caseTitle(number)}
            </Link>
            <span>{words.about(words.channels[channel], ticket)}</span>
            <span dir="auto">{words.writtenBy(concerned.name, concerned.organisation)}</span>
            <span>
              {decision === null || state !== "decided" ? words.states[state] : words.decisions[decision]}
            </span>
            <span className={classes.second}>
              <When at={reportedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Own() {
  const queries = useQueryClient();
  const own = useQuery({ ...read.ownCases(), ...FRESH });
  if (own.data === undefined) {
    return own.error === null ? null : <ProblemNote error={own.error} onRetry={() => void own.refetch()} />;
  }
  const review = async (number: number, text: string) => {
    const params = { path: { number }, header: onceHeader() };
    const asked = await unwrap(troth.api.POST("/v1/conduct/{number}/review", { params, body: { text } }));
    await queries.invalidateQueries({ queryKey: ["conduct"] });
    return asked;
  };
  return <OwnCasesView cases={own.data} onReview={review} />;
}
