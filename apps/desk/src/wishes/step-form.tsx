import { Radio, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { SecretNotice, useAnnounce, useWishWords } from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import classes from "../incidents/incidents.module.css";
import { ReleaseField } from "../ticket/release-field.tsx";
import type { DeskRelease, WholeWish, WishState } from "../wire.ts";
import { type Step, StepEffect } from "./step-effect.tsx";

/** What may become of a wish; who is told and what they read stands above the button. */
export function StepForm({ wish }: { readonly wish: WholeWish }) {
  const words = useWishWords();
  const missingId = useId();
  const [to, setTo] = useState<WishState | null>(null);
  const [release, setRelease] = useState("");
  const [reason, setReason] = useState("");
  const change = useChange(wish, () => setTo(null));
  const ways = wish.state === "planned" ? WAYS.planned : WAYS.noted;
  const chosen = ways.find((one) => one === to) ?? null;
  const missing = missingOf({ to: chosen, release, reason }, words);
  const hasReason = chosen === "declined" || chosen === "noted";
  return (
    <section className={classes.part} aria-label={words.step}>
      <h2>{words.step}</h2>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null && missing === null && !change.isPending) {
            change.mutate({ to: chosen, release, reason });
          }
        }}
      >
        <Radio.Group
          aria-label={words.step}
          description={words.outHint}
          value={chosen ?? ""}
          onChange={(value) => setTo(ways.find((one) => one === value) ?? null)}
        >
          <div className={classes.choices}>
            {ways.map((one) => (
              <Radio key={one} value={one} label={words.steps[one]} />
            ))}
          </div>
        </Radio.Group>
        {chosen === "planned" && (
          <ReleaseField
            label={words.release}
            detail={release}
            onChange={setRelease}
            hint={(known) => hintFor(known, wish, words)}
          />
        )}
        {hasReason && (
          <>
            <Textarea
              label={chosen === "declined" ? words.why : words.whyOptional}
              maxLength={4_000}
              autosize
              minRows={2}
              maxRows={8}
              dir="auto"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <SecretNotice text={reason} onMask={setReason} />
          </>
        )}
        {chosen !== null && (
          <StepEffect wish={wish} step={{ to: chosen, release, reason: hasReason ? reason : "" }} />
        )}
        {change.error !== null && <Failed error={change.error} />}
        <div className={classes.acts}>
          <SubmitButton
            disabled={missing !== null}
            isPending={change.isPending}
            pendingLabel={words.telling}
            aria-describedby={missing === null ? undefined : missingId}
          >
            {chosen === null ? words.step : words.acts[chosen]}
          </SubmitButton>
          {missing !== null && (
            <span id={missingId} className={classes.second}>
              {missing}
            </span>
          )}
        </div>
      </form>
    </section>
  );
}

const WAYS = {
  noted: ["planned", "out", "declined"],
  planned: ["planned", "noted", "out", "declined"],
} as const;

type Words = ReturnType<typeof useWishWords>;

function missingOf(
  { to, release, reason }: Omit<Step, "to"> & { readonly to: WishState | null },
  words: Words,
): string | null {
  if (to === null) return words.chooseFirst;
  if (to === "planned" && release.trim() === "") return words.releaseFirst;
  return to === "declined" && reason.trim() === "" ? words.reasonFirst : null;
}

function hintFor(known: DeskRelease | undefined, wish: WholeWish, words: Words): string {
  if (known === undefined) return words.releaseNew;
  if (known.state === "out") return words.releaseOut;
  return known.id === wish.release?.id ? words.releaseSame : words.releaseKnown;
}

function useChange({ id, version }: WholeWish, onDone: () => void) {
  const words = useWishWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) =>
      unwrap(
        troth.api.POST("/v1/desk/wishes/{wish}/state", {
          params: { path: { wish: id }, header: onceHeader() },
          body: { ...step, sawVersion: version },
        }),
      ),
    onSuccess: ({ state }) => {
      announce(words.said[state]);
      onDone();
    },
    // A refusal as well: what somebody else did meanwhile stands above, and what was typed stays.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["wishes"] }),
        queries.invalidateQueries({ queryKey: ["releases"] }),
      ]),
  });
}
