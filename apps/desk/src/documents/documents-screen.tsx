import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useCauseWords, useDeskWords, Waiting, When } from "@troth/ui";
import { useEffect } from "react";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { DocumentHead, DocumentList } from "../wire.ts";

/** Root causes that are asked for, drafts, and what was published. */
export function DocumentsScreen() {
  const words = useCauseWords();
  const desk = useDeskWords();
  const list = useQuery(read.documents());
  useEffect(() => {
    document.title = `${words.documents} · ${desk.appName}`;
  }, [words, desk]);
  const documents = list.data?.documents ?? [];
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <h1>{words.documents}</h1>
      <p className={classes.second}>{words.intro}</p>
      {list.error !== null && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Waiting skeleton={<Bars count={4} />} />}
      {list.data !== undefined && (
        <>
          <Asked rows={list.data.asked} />
          <Documents
            title={words.drafts}
            rows={documents.filter(({ draft }) => draft !== null)}
            none={words.noDrafts}
          />
          <Documents
            title={words.publishedOnes}
            rows={documents.filter(({ nth }) => nth > 0)}
            none={words.nonePublished}
          />
        </>
      )}
    </main>
  );
}

function Asked({ rows }: { readonly rows: DocumentList["asked"] }) {
  const words = useCauseWords();
  return (
    <section className={classes.part} aria-label={words.askedFor}>
      <h2>{words.askedFor}</h2>
      {rows.length === 0 && <p className={classes.second}>{words.noneAsked}</p>}
      <ul className={classes.list}>
        {rows.map(({ number, subject, organisation, askedAt, incident }) => (
          <li key={number} className={classes.row}>
            <Link to="/tickets/$number" params={{ number: String(number) }} dir="auto">
              {number} {subject}
            </Link>
            <span dir="auto">{organisation}</span>
            <span>{words.since(<When at={askedAt} />)}</span>
            {incident !== null && <span className={classes.second}>{words.inIncident(incident)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents(props: {
  readonly title: string;
  readonly rows: DocumentList["documents"];
  readonly none: string;
}) {
  const words = useCauseWords();
  return (
    <section className={classes.part} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.rows.length === 0 && <p className={classes.second}>{props.none}</p>}
      <ul className={classes.list}>
        {props.rows.map((head) => (
          <li key={head.id} className={classes.row}>
            <Link to="/documents/$document" params={{ document: head.id }} dir="auto">
              {head.incident === null
                ? words.aboutTicket(head.ticket ?? 0, head.subject)
                : words.aboutIncident(head.incident.number, head.subject)}
            </Link>
            <HeadFacts head={head} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How a document stands: whose draft, which version, and whether everybody reads it. */
export function HeadFacts({ head }: { readonly head: DocumentHead }) {
  const words = useCauseWords();
  const { draft, nth, publishedAt, isOnStatusPage } = head;
  return (
    <>
      {publishedAt !== null && (
        <span className={classes.second}>{words.published(nth, <When at={publishedAt} />)}</span>
      )}
      {draft !== null && (
        <span className={classes.second}>
          {words.draftBy(<bdi key="by">{draft.by}</bdi>, <When key="at" at={draft.at} />)}
        </span>
      )}
      {isOnStatusPage && <span className={classes.second}>{words.onStatusPage}</span>}
    </>
  );
}
