import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import {
  Bars,
  MaskedText,
  ProblemNote,
  Quote,
  useConductWords,
  useDeskWords,
  Waiting,
  When,
  WrittenAsk,
} from "@troth/ui";
import { useEffect } from "react";
import { onceHeader, troth } from "../client.ts";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { WholeCase } from "../wire.ts";
import { DecideForm } from "./decide-form.tsx";

const route = getRouteApi("/frame/conduct/$number");

/** One case: the words, the report, the decision and what came of it. */
export function CaseScreen() {
  const words = useConductWords();
  const desk = useDeskWords();
  const { number: text } = route.useParams();
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  const query = useQuery(read.case(number));
  useEffect(() => {
    document.title = `${words.caseTitle(number)} · ${desk.appName}`;
  }, [words, desk, number]);
  return (
    <main id="main" className={classes.screen} tabIndex={-1} data-pane>
      <p>
        <Link to="/conduct">{words.back}</Link>
      </p>
      {query.error !== null && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Waiting skeleton={<Bars count={6} />} />}
      {query.data !== undefined && <Whole known={query.data} />}
    </main>
  );
}

function Whole({ known }: { readonly known: WholeCase }) {
  const words = useConductWords();
  const { number, ticket, channel, concerned, reporter, reportedAt, state, message, reason, review } = known;
  const link = (
    <Link to="/tickets/$number" params={{ number: String(ticket) }}>
      {ticket}
    </Link>
  );
  return (
    <>
      <h1>{words.caseTitle(number)}</h1>
      <p className={classes.facts}>
        <strong>{words.states[state]}</strong>
        <span>{words.about(words.channels[channel], link)}</span>
      </p>
      <Part title={words.theWords}>
        <p className={classes.second} dir="auto">
          {words.writtenBy(concerned.name, concerned.organisation)}
        </p>
        {message === null || message.text === "" ? (
          <p>{words.wordsGone}</p>
        ) : (
          <p className={classes.word} dir="auto">
            <MaskedText text={message.text} />
          </p>
        )}
      </Part>
      <Part title={words.theReport}>
        <p className={classes.second}>{words.reportedBy(reporter.name, <When at={reportedAt} />)}</p>
        {reason !== null && <Quote text={reason} />}
      </Part>
      {known.decision !== null && <Decided known={known} />}
      {review !== null && (
        <Part title={words.review}>
          <Quote text={review} />
          {state === "review" && known.endsSupport && <p className={classes.second}>{words.keepNow}</p>}
        </Part>
      )}
      {(state === "reported" || (state === "review" && !known.endsSupport)) && (
        <DecideForm key={known.version} known={known} />
      )}
      {known.endsSupport && <Reinstate known={known} />}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Decided({ known }: { readonly known: WholeCase }) {
  const words = useConductWords();
  const { decision, scope, decidedBy, decidedAt, reinstatement, answer } = known;
  if (decision === null || decidedAt === null) return null;
  const what = words.decisionsTitle[decision] + (scope === null ? "" : ` ${words.scopes[scope]}`);
  return (
    <Part title={words.theDecision}>
      <p>{words.decidedBy(what, decidedBy ?? "", <When at={decidedAt} />)}</p>
      {known.words !== null && (
        <>
          <p className={classes.second}>{words.toPerson}</p>
          <Quote text={known.words} />
        </>
      )}
      {answer !== null && (
        <>
          <p className={classes.second}>{words.toReporter}</p>
          <Quote text={answer} />
        </>
      )}
      {reinstatement !== null && (
        <>
          <p>{words.reinstated}</p>
          <Quote text={reinstatement} />
        </>
      )}
    </Part>
  );
}

function Reinstate({ known }: { readonly known: WholeCase }) {
  const words = useConductWords();
  const queries = useQueryClient();
  return (
    <Part title={words.reinstate}>
      <WrittenAsk
        open={words.reinstate}
        label={words.reinstateWords}
        hint={words.reinstateHint}
        send={words.reinstateSend}
        sending={words.saving}
        empty={words.reinstateEmpty}
        said={() => words.saved}
        onSend={async (text) => {
          const params = { path: { number: known.number }, header: onceHeader() };
          const body = { words: text, sawVersion: known.version };
          const done = await unwrap(troth.api.POST("/v1/conduct/{number}/reinstatement", { params, body }));
          await queries.invalidateQueries({ queryKey: ["conduct"] });
          return done;
        }}
      />
    </Part>
  );
}
