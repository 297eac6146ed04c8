import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import {
  Bars,
  ProblemNote,
  useDeskWords,
  useReadable,
  useSpeech,
  useWishWords,
  Waiting,
  When,
  WishStand,
} from "@troth/ui";
import { type ReactNode, useEffect } from "react";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { WholeWish } from "../wire.ts";
import { StepForm } from "./step-form.tsx";
import { WishFacts } from "./wishes-screen.tsx";

const route = getRouteApi("/frame/wishes/$wish");

/** One wish: how it stands, what may become of it, who asks, and what became of it so far. */
export function WishScreen() {
  const words = useWishWords();
  const desk = useDeskWords();
  const { wish } = route.useParams();
  const query = useQuery(read.wish(wish));
  const title = query.data?.title;
  useEffect(() => {
    document.title = `${title ?? words.wishes} · ${desk.appName}`;
  }, [title, words, desk]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <p>
        <Link to="/wishes">{words.back}</Link>
      </p>
      {query.error !== null && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {query.data !== undefined && <Whole wish={query.data} />}
    </main>
  );
}

function Whole({ wish }: { readonly wish: WholeWish }) {
  const words = useWishWords();
  const { state } = wish;
  return (
    <>
      <h1 dir="auto">{wish.title}</h1>
      <p className={classes.facts}>
        <WishFacts wish={wish} />
      </p>
      <section className={classes.part} aria-label={words.customersRead}>
        <h2>{words.customersRead}</h2>
        <div>
          <WishStand wish={{ ...wish, release: wish.release?.name ?? null }} />
          <p className={classes.word} dir="auto">
            {wish.text}
          </p>
        </div>
      </section>
      {state === "out" || state === "declined" ? (
        <p className={classes.second}>{words.ended[state]}</p>
      ) : (
        <StepForm key={wish.id} wish={wish} />
      )}
      <Tickets wish={wish} />
      <History wish={wish} />
    </>
  );
}

function Tickets({ wish: { tickets, asking } }: { readonly wish: WholeWish }) {
  const readable = useReadable();
  const words = useWishWords();
  const shared = useSpeech().words;
  const hidden = asking.tickets - tickets.length;
  return (
    <section className={classes.part} aria-label={words.askingTickets}>
      <h2>{words.askingTickets}</h2>
      {tickets.length === 0 && <p className={classes.second}>{words.noneAsking}</p>}
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
      {hidden > 0 && <p className={classes.second}>{words.moreAsking(hidden)}</p>}
    </section>
  );
}

function History({ wish }: { readonly wish: WholeWish }) {
  const words = useWishWords();
  return (
    <section className={classes.part} aria-label={words.history}>
      <h2>{words.history}</h2>
      <ol className={classes.list}>
        {wish.history.map((step) => (
          <li key={step.seq} className={classes.update}>
            <StepLine step={step} />
            {step.reason !== null && (
              <p className={classes.word}>{words.reason(<bdi key="reason">{step.reason}</bdi>)}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLine({ step }: { readonly step: WholeWish["history"][number] }): ReactNode {
  const words = useWishWords();
  const when = <When key="when" at={step.at} />;
  const by = <bdi key="by">{step.by === "" ? words.somebody : step.by}</bdi>;
  const release = <bdi key="release">{step.release}</bdi>;
  switch (step.state) {
    case "noted":
      return step.seq === 1 ? words.opened(when, by) : words.wasPutBack(when, by);
    case "planned":
      return words.wasPlanned(when, by, release);
    case "out":
      return step.release === null ? words.wasOut(when, by) : words.wasOutWith(when, by, release);
    case "declined":
      return words.wasDeclined(when, by);
  }
}
