import { Radio } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { PolicyText, useAnnounce, useConductWords } from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { WrittenField } from "../frame/written-field.tsx";
import classes from "../incidents/incidents.module.css";
import { read } from "../queries.ts";
import type { WholeCase } from "../wire.ts";
import { type Deciding, decisionsFor, missingIn, SCOPES } from "./deciding.ts";

const NOTHING: Deciding = { decision: null, scope: null, words: "", answer: "" };

/** A person's decision, with what it does before it is taken: who is told, in which words, which doors close. */
export function DecideForm({ known }: { readonly known: WholeCase }) {
  const words = useConductWords();
  const missingId = useId();
  const [deciding, setDeciding] = useState(NOTHING);
  const decide = useDecide(known);
  const fault = missingIn(deciding);
  const missing = fault === null ? null : words[fault];
  const change = (part: Partial<Deciding>) => setDeciding({ ...deciding, ...part });
  return (
    <section className={classes.part} aria-label={words.decide}>
      <h2>{known.state === "review" ? words.decideAgain : words.decide}</h2>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null && !decide.isPending) decide.mutate(deciding);
        }}
      >
        <Radio.Group
          label={words.decision}
          value={deciding.decision}
          onChange={(value) => {
            const decision = decisionsFor(known).find((one) => one === value) ?? null;
            change({ decision, scope: null });
          }}
        >
          <div className={classes.choices}>
            {decisionsFor(known).map((one) => (
              <Radio key={one} value={one} label={words.decisionsTitle[one]} />
            ))}
          </div>
        </Radio.Group>
        {deciding.decision === "end-support" && (
          <Radio.Group
            label={words.scope}
            value={deciding.scope}
            onChange={(value) => change({ scope: SCOPES.find((one) => one === value) ?? null })}
          >
            <div className={classes.choices}>
              {SCOPES.map((one) => (
                <Radio key={one} value={one} label={words.scopes[one]} />
              ))}
            </div>
          </Radio.Group>
        )}
        {deciding.decision !== null && deciding.decision !== "no-action" && (
          <WrittenField
            label={words.words}
            hint={words.wordsHint}
            value={deciding.words}
            onChange={(text) => change({ words: text })}
          />
        )}
        <WrittenField
          label={words.answer}
          hint={words.answerHint}
          value={deciding.answer}
          onChange={(text) => change({ answer: text })}
        />
        {deciding.decision !== null && <Effect known={known} deciding={deciding} />}
        {decide.error !== null && <Failed error={decide.error} />}
        <div className={classes.acts}>
          <SubmitButton
            disabled={missing !== null}
            isPending={decide.isPending}
            pendingLabel={words.saving}
            aria-describedby={missing === null ? undefined : missingId}
          >
            {words.save}
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

function Effect({ known, deciding }: { readonly known: WholeCase; readonly deciding: Deciding }) {
  const words = useConductWords();
  const { decision, scope } = deciding;
  const isEnd = decision === "end-support" && scope !== null;
  const effect = useQuery({ ...read.caseEffect(known.number, scope ?? "person"), enabled: isEnd });
  return (
    <section className={classes.effect} aria-label={words.effect}>
      <h3>{words.effect}</h3>
      {decision === "no-action" && <p>{words.effectNone}</p>}
      {(decision === "word" || decision === "warning") && (
        <p dir="auto">{words.effectTold(known.concerned.name)}</p>
      )}
      {isEnd && effect.data !== undefined && (
        <>
          <p>
            <PolicyText>{words.effectEnd(effect.data.people, effect.data.closes.join(", "))}</PolicyText>
          </p>
          <p>{words.effectTickets(effect.data.openTickets)}</p>
          <p>{words.effectStays(effect.data.stays.join(", "))}</p>
        </>
      )}
      {deciding.words.trim() !== "" && decision !== "no-action" && (
        <>
          <h3>{words.toPerson}</h3>
          <blockquote dir="auto" className={classes.word}>
            {deciding.words}
          </blockquote>
        </>
      )}
    </section>
  );
}

function useDecide({ number, version }: WholeCase) {
  const words = useConductWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ decision, scope, ...texts }: Deciding) =>
      unwrap(
        troth.api.POST("/v1/conduct/{number}/decision", {
          params: { path: { number }, header: onceHeader() },
          body: { decision: decision ?? "no-action", scope, ...texts, sawVersion: version },
        }),
      ),
    onSuccess: async () => {
      announce(words.saved);
      await queries.invalidateQueries({ queryKey: ["conduct"] });
    },
  });
}
