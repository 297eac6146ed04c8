import { Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { SecretNotice, useAnnounce, useReleaseWords, useSpeech } from "@troth/ui";
import { useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import classes from "../incidents/incidents.module.css";
import type { WholeRelease } from "../wire.ts";

/** Marks a release out; who is told and what they read stands above the button. */
export function MarkOut({ release }: { readonly release: WholeRelease }) {
  const words = useReleaseWords();
  const { locale } = useSpeech();
  const [note, setNote] = useState(release.note);
  const mark = useMark(release);
  const { tickets, organisations } = release.waiting;
  return (
    <section className={classes.part} aria-label={words.markOut}>
      <h2>{words.markOut}</h2>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!mark.isPending) mark.mutate(note);
        }}
      >
        <Textarea
          label={words.note}
          description={words.noteHint}
          maxLength={1_000}
          autosize
          minRows={2}
          maxRows={8}
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <SecretNotice text={note} onMask={setNote} />
        <section className={classes.effect} aria-label={words.effect}>
          <h3>{words.effect}</h3>
          <p>{words.effectOut(tickets, organisations)}</p>
          <PlannedWishes wishes={release.wishes} />
          {tickets > 0 && (
            <>
              <h3>{words.theyRead}</h3>
              <blockquote dir="auto">
                {release.mail[locale === "de" ? "de" : "en"].map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
                {note.trim() !== "" && <p className={classes.word}>{note}</p>}
              </blockquote>
            </>
          )}
        </section>
        {mark.error !== null && <Failed error={mark.error} />}
        <div className={classes.acts}>
          <SubmitButton isPending={mark.isPending} pendingLabel={words.markingOut}>
            {words.markOutNow}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}

/** What is out with it, and who asked for that. */
function PlannedWishes({ wishes }: Pick<WholeRelease, "wishes">) {
  const words = useReleaseWords();
  if (wishes.length === 0) return null;
  return (
    <>
      <p>{words.wishesOut(wishes.length)}</p>
      <ul className={classes.list}>
        {wishes.map(({ id, title, asking }) => (
          <li key={id} className={classes.row}>
            <Link to="/wishes/$wish" params={{ wish: id }} dir="auto">
              {title}
            </Link>
            <span>{words.wishAsked(asking.tickets, asking.organisations)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function useMark({ id, version }: WholeRelease) {
  const words = useReleaseWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: string) =>
      unwrap(
        troth.api.POST("/v1/desk/releases/{release}/out", {
          params: { path: { release: id }, header: onceHeader() },
          body: { note, sawVersion: version },
        }),
      ),
    onSuccess: () => {
      announce(words.markedOut);
      return Promise.all([
        queries.invalidateQueries({ queryKey: ["releases"] }),
        queries.invalidateQueries({ queryKey: ["wishes"] }),
      ]);
    },
  });
}
