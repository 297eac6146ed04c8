import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Bars, ProblemNote, useDeskWords, useReadable, useReleaseWords, useSpeech, Waiting } from "@troth/ui";
import { useEffect } from "react";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { WholeRelease } from "../wire.ts";
import { MarkOut } from "./mark-out.tsx";
import { ReleaseFacts } from "./releases-screen.tsx";

const route = getRouteApi("/frame/releases/$release");

/** One release: who waits for it, and the act that tells them. */
export function ReleaseScreen() {
  const words = useReleaseWords();
  const desk = useDeskWords();
  const { release } = route.useParams();
  const query = useQuery(read.release(release));
  const title = query.data && words.titled(query.data.name);
  useEffect(() => {
    document.title = `${title ?? words.releases} · ${desk.appName}`;
  }, [title, words, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <p>
        <Link to="/releases">{words.back}</Link>
      </p>
      {query.error !== null && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {query.data !== undefined && <Whole release={query.data} />}
    </main>
  );
}

function Whole({ release }: { readonly release: WholeRelease }) {
  const words = useReleaseWords();
  return (
    <>
      <h1 dir="auto">{words.titled(release.name)}</h1>
      <p className={classes.facts}>
        <ReleaseFacts release={release} />
      </p>
      {release.note !== "" && (
        <p className={classes.word} dir="auto">
          {release.note}
        </p>
      )}
      {release.state === "planned" ? (
        <MarkOut key={release.version} release={release} />
      ) : (
        <p className={classes.second}>{words.isOut}</p>
      )}
      <Tickets release={release} />
    </>
  );
}

function Tickets({ release: { tickets, waiting } }: { readonly release: WholeRelease }) {
  const readable = useReadable();
  const words = useReleaseWords();
  const shared = useSpeech().words;
  const hidden = waiting.tickets - tickets.length;
  return (
    <section className={classes.part} aria-label={words.waitingTickets}>
      <h2>{words.waitingTickets}</h2>
      {tickets.length === 0 && <p className={classes.second}>{words.noneWaiting}</p>}
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
      {hidden > 0 && <p className={classes.second}>{words.moreWaiting(hidden)}</p>}
    </section>
  );
}
