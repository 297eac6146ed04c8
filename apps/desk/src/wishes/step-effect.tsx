import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ProblemNote, useSpeech, useWishWords } from "@troth/ui";
import { useDeferredValue } from "react";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { WholeWish, WishState } from "../wire.ts";

export type Step = { readonly to: WishState; readonly release: string; readonly reason: string };

/** Who is told of a step and what they read, before it is made. */
export function StepEffect({ wish, step }: { readonly wish: WholeWish; readonly step: Step }) {
  const words = useWishWords();
  const { locale } = useSpeech();
  const release = useDeferredValue(step.to === "planned" ? step.release.trim() : "");
  const effect = useQuery({
    ...read.wishEffect(wish.id, step.to, release),
    placeholderData: keepPreviousData,
  });
  const isForGood = step.to === "out" || step.to === "declined";
  return (
    <section className={classes.effect} aria-label={words.effect}>
      <h3>{words.effect}</h3>
      {effect.error !== null && <ProblemNote error={effect.error} onRetry={() => void effect.refetch()} />}
      {effect.data !== undefined && (
        <>
          <p>
            {words.effectTold(effect.data.asking.organisations, effect.data.asking.tickets)}
            {isForGood && ` ${words.forGood}`}
          </p>
          {effect.data.asking.tickets > 0 && (
            <>
              <h3>{words.theyRead}</h3>
              <blockquote dir="auto">
                {effect.data.mail[locale === "de" ? "de" : "en"].map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
                {step.reason.trim() !== "" && <p className={classes.word}>{step.reason}</p>}
              </blockquote>
            </>
          )}
        </>
      )}
    </section>
  );
}
