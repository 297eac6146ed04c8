import type { components } from "@troth/sdk";
import { useConductWords } from "../catalogue/use-conduct-words.ts";
import { When } from "../facts/when.tsx";
import classes from "./conduct.module.css";
import { WrittenAsk } from "./written-ask.tsx";

export type OwnCases = components["schemas"]["OwnCases"];
type Decision = OwnCases["decisions"][number];

/** What a reader reported, and what was decided about them, each in the words that were meant for them. */
export function OwnCasesView(props: {
  readonly cases: OwnCases;
  readonly onReview: (number: number, text: string) => Promise<unknown>;
}) {
  const words = useConductWords();
  const { reports, decisions } = props.cases;
  return (
    <>
      <section className={classes.part} aria-label={words.aboutYou}>
        <h2>{words.aboutYou}</h2>
        {decisions.length === 0 && <p className={classes.second}>{words.noneAboutYou}</p>}
        {decisions.map((decision) => (
          <DecisionAboutYou key={decision.number} decision={decision} onReview={props.onReview} />
        ))}
      </section>
      <section className={classes.part} aria-label={words.yourReports}>
        <h2>{words.yourReports}</h2>
        {reports.length === 0 && <p className={classes.second}>{words.noReports}</p>}
        {reports.map(({ number, ticket, reportedAt, isDecided, answer }) => (
          <article key={number} className={classes.case}>
            <h3>{words.reportLine(number, ticket)}</h3>
            <p>{(isDecided ? words.answered : words.received)(<When at={reportedAt} />)}</p>
            {answer !== null && <Quote text={answer} />}
          </article>
        ))}
      </section>
    </>
  );
}

function DecisionAboutYou(props: {
  readonly decision: Decision;
  readonly onReview: (number: number, text: string) => Promise<unknown>;
}) {
  const words = useConductWords();
  const { number, ticket, decision, scope, decidedAt, review, reinstatement } = props.decision;
  const what = words.decisions[decision] + (scope === null ? "" : ` ${words.scopesYou[scope]}`);
  return (
    <article className={classes.case}>
      <h3>{words.reportLine(number, ticket)}</h3>
      <p>{words.decided(what, <When at={decidedAt} />)}</p>
      {props.decision.words !== null && <Quote text={props.decision.words} />}
      {props.decision.endsSupport && <p>{words.inForce}</p>}
      {review !== null && (
        <>
          <p>{words.reviewAsked}</p>
          <Quote text={review} />
        </>
      )}
      {reinstatement !== null && (
        <>
          <p>{words.reinstated}</p>
          <Quote text={reinstatement} />
        </>
      )}
      {props.decision.mayAskReview && (
        <WrittenAsk
          open={words.askReview}
          label={words.reviewWhy}
          hint={words.reviewHint}
          send={words.reviewSend}
          sending={words.saving}
          empty={words.reviewEmpty}
          said={() => words.reviewSent}
          onSend={(text) => props.onReview(number, text)}
        />
      )}
    </article>
  );
}

/** What a person wrote. */
export function Quote({ text }: { readonly text: string }) {
  return (
    <blockquote className={classes.quote} dir="auto">
      {text}
    </blockquote>
  );
}
