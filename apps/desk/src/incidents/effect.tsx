import { useIncidentWords } from "@troth/ui";
import type { ReactNode } from "react";
import classes from "./incidents.module.css";
import type { Word } from "./word.ts";

/** Who is told and what they read, before anything is said. */
export function Effect(props: {
  readonly title?: string;
  readonly word: Word;
  readonly children: ReactNode;
}) {
  const words = useIncidentWords();
  const { title = "", word } = props;
  return (
    <section className={classes.effect} aria-label={words.effect}>
      <h3>{words.effect}</h3>
      {props.children}
      {word.text.trim() !== "" && (
        <>
          <h3>{words.theyRead}</h3>
          <blockquote dir="auto">
            {title !== "" && <strong>{title}</strong>}
            <p>
              <strong>{words.states[word.state]}.</strong> <span className={classes.word}>{word.text}</span>
            </p>
          </blockquote>
        </>
      )}
    </section>
  );
}
