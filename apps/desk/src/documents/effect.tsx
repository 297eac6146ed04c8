import { useCauseWords, useSpeech } from "@troth/ui";
import classes from "../incidents/incidents.module.css";
import type { WholeDocument } from "../wire.ts";

/** Who reads the next version and what they are told, before it is published. */
export function Effect(props: {
  readonly document: WholeDocument;
  readonly change: string;
  readonly isPublic: boolean;
}) {
  const words = useCauseWords();
  const { locale } = useSpeech();
  const { readBy, mail } = props.document;
  return (
    <section className={classes.effect} aria-label={words.effect}>
      <h3>{words.effect}</h3>
      <p>{words.effectOf(readBy.tickets, readBy.organisations)}</p>
      {props.isPublic && <p>{words.effectPublic}</p>}
      {readBy.tickets > 0 && (
        <>
          <h3>{words.theyRead}</h3>
          <blockquote dir="auto">
            {mail[locale === "de" ? "de" : "en"].map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {props.change.trim() !== "" && <p className={classes.word}>{props.change}</p>}
          </blockquote>
        </>
      )}
    </section>
  );
}
