import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import {
  Bars,
  ProblemNote,
  useCauseWords,
  useDeskWords,
  useIncidentWords,
  useReadable,
  useSpeech,
  Waiting,
  When,
} from "@troth/ui";
import { useEffect } from "react";
import { HeadFacts } from "../documents/documents-screen.tsx";
import { read } from "../queries.ts";
import type { WholeIncident } from "../wire.ts";
import classes from "./incidents.module.css";
import { NextUpdate } from "./incidents-screen.tsx";
import { PostUpdate } from "./post-update.tsx";

const route = getRouteApi("/frame/incidents/$number");

/** One incident: what was said, what to say next and who hears it, and the tickets in it. */
export function IncidentScreen() {
  const words = useIncidentWords();
  const desk = useDeskWords();
  const { number: text } = route.useParams();
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  const query = useQuery(read.incident(number));
  const title = query.data && words.numberedTitle(number, query.data.title);
  useEffect(() => {
    document.title = `${title ?? words.incidents} · ${desk.appName}`;
  }, [title, words, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <p>
        <Link to="/incidents">{words.back}</Link>
      </p>
      {query.error !== null && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {query.data !== undefined && <Whole incident={query.data} />}
    </main>
  );
}

function Whole({ incident }: { readonly incident: WholeIncident }) {
  const words = useIncidentWords();
  const { number, title, regions, components, state, declaredAt, resolvedAt, reached } = incident;
  const places = [...regions, ...components].join(", ");
  return (
    <>
      <h1 dir="auto">{words.numberedTitle(number, title)}</h1>
      <p className={classes.facts}>
        <strong>{words.states[state]}</strong>
        <span>{places === "" ? words.everywhere : places}</span>
        <span>{words.since(<When at={declaredAt} />)}</span>
        <span>{words.reached(reached.followers, reached.tickets)}</span>
        <NextUpdate incident={incident} />
      </p>
      {resolvedAt === null ? (
        // A new version begins a new form: what was posted is not left standing in it.
        <PostUpdate key={incident.version} incident={incident} />
      ) : (
        <p className={classes.second}>{words.ended}</p>
      )}
      <section className={classes.part} aria-label={words.updates}>
        <h2>{words.updates}</h2>
        <ol className={classes.list}>
          {incident.updates.toReversed().map((update) => (
            <li key={update.at} className={classes.update}>
              <p className={classes.second}>
                {words.said(words.states[update.state], <When at={update.at} />)}
              </p>
              <p className={classes.word} dir="auto">
                {update.text}
              </p>
            </li>
          ))}
        </ol>
      </section>
      <IncidentCause incident={incident} />
      <Linked tickets={incident.linked} />
    </>
  );
}

/** The root-cause document of the incident, or the way to begin it. */
function IncidentCause({ incident: { number, document } }: { readonly incident: WholeIncident }) {
  const words = useCauseWords();
  return (
    <section className={classes.part} aria-label={words.rootCause}>
      <h2>{words.rootCause}</h2>
      <p className={classes.facts}>
        {document === null ? (
          <Link to="/documents/new" search={{ incident: number }}>
            {words.write}
          </Link>
        ) : (
          <>
            <Link to="/documents/$document" params={{ document: document.id }}>
              {words.open}
            </Link>
            <HeadFacts head={document} />
          </>
        )}
      </p>
    </section>
  );
}

function Linked({ tickets }: { readonly tickets: WholeIncident["linked"] }) {
  const readable = useReadable();
  const words = useIncidentWords();
  const shared = useSpeech().words;
  return (
    <section className={classes.part} aria-label={words.linked}>
      <h2>{words.linked}</h2>
      {tickets.length === 0 && <p className={classes.second}>{words.noneLinked}</p>}
      <ul className={classes.list}>
        {tickets.map(({ number, subject, organisation, state }) => (
          <li key={number} className={classes.row}>
            <Link to="/tickets/$number" params={{ number: String(number) }} dir="auto">
              {number} {readable(subject)}
            </Link>
            <span dir="auto">{organisation}</span>
            <span className={classes.second}>{shared.state[state]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
