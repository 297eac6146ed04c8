import { useCoverageWords } from "../catalogue/use-coverage-words.ts";
import { PolicyText, WithPolicyText } from "../speech/policy-text.tsx";
import type { NotCoveredFact } from "../wire.ts";
import classes from "./facts.module.css";

/** Why a ticket ended as not covered: the exclusion, what it is about, the clause, and who takes it instead. */
export function NotCovered({ fact }: { readonly fact: NotCoveredFact }) {
  const words = useCoverageWords();
  const { number, text, named, clause, next } = fact;
  const line = number === null ? words.categoryLine(text) : words.exclusionLine(number, text);
  return (
    <div className={classes.because}>
      <p>
        <WithPolicyText text={line} parts={[text]} />
      </p>
      {named !== null && <p dir="auto">{words.namedLine(named)}</p>}
      {next !== null && (
        <p>
          {words.takenBy(
            <a key="next" href={next.href}>
              <PolicyText>{next.label}</PolicyText>
            </a>,
          )}
        </p>
      )}
      <p className={classes.clause}>
        <WithPolicyText text={words.clauseLine(clause.title, clause.policyVersion)} parts={[clause.title]} />
      </p>
    </div>
  );
}
