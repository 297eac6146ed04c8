import { useMutation, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { useAnnounce, useIncidentWords, useNow } from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import type { WholeIncident } from "../wire.ts";
import { Effect } from "./effect.tsx";
import classes from "./incidents.module.css";
import { bodyOf, EVERY_STATE, isPast, type Word } from "./word.ts";
import { WordFields } from "./word-fields.tsx";

/** The next word about an incident, with who hears it before it is said. */
export function PostUpdate({ incident }: { readonly incident: WholeIncident }) {
  const words = useIncidentWords();
  const now = useNow();
  const missingId = useId();
  const [word, setWord] = useState<Word>({ state: incident.state, text: "", nextBy: "" });
  const post = usePost(incident);
  const { people, followers, openTickets } = incident.reached;
  const missing = word.text.trim() === "" ? words.writeText : isPast(word, now) ? words.pastTime : null;
  return (
    <section className={classes.part} aria-label={words.postUpdate}>
      <h2>{words.postUpdate}</h2>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null && !post.isPending) post.mutate(word);
        }}
      >
        <WordFields states={EVERY_STATE} word={word} onChange={setWord} />
        <Effect word={word}>
          <p>{words.effectUpdate(people, followers, openTickets)}</p>
          {word.state === "resolved" && <p>{words.effectEnd(openTickets)}</p>}
        </Effect>
        {post.error !== null && <Failed error={post.error} />}
        <div className={classes.acts}>
          <SubmitButton
            disabled={missing !== null}
            isPending={post.isPending}
            pendingLabel={words.posting}
            aria-describedby={missing === null ? undefined : missingId}
          >
            {words.post}
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

function usePost({ number, version }: WholeIncident) {
  const words = useIncidentWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (word: Word) =>
      unwrap(
        troth.api.POST("/v1/incidents/{number}/updates", {
          params: { path: { number }, header: onceHeader() },
          body: { ...bodyOf(word), sawVersion: version },
        }),
      ),
    onSuccess: () => {
      announce(words.posted);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ["incidents"] }),
        queries.invalidateQueries({ queryKey: ["counts"] }),
      ]);
    },
  });
}
