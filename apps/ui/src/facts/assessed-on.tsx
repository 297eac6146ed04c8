import { PolicyText } from "../speech/policy-text.tsx";
import type { TimelineEntry } from "../wire.ts";
import classes from "./facts.module.css";

/** The definitions, examples and factors that the assessment in force rests on; nothing where none was named. */
export function AssessedOn({ timeline }: { readonly timeline: readonly TimelineEntry[] }) {
  const assessed = timeline.findLast(({ kind }) => kind === "severity.assessed")?.severity;
  if (!assessed || assessed.grounds.length + assessed.factors.length === 0) return null;
  return (
    <div className={classes.because}>
      <ul>
        {assessed.grounds.map(({ id, text }) => (
          <li key={id}>
            <PolicyText>{text}</PolicyText>
          </li>
        ))}
        {assessed.factors.map(({ id, name }) => (
          <li key={id}>
            <PolicyText>{name}</PolicyText>
          </li>
        ))}
      </ul>
    </div>
  );
}
