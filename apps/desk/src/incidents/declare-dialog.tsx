import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { Dialog, useAnnounce, useIncidentWords, useNow, useSpeech } from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import type { IncidentList } from "../wire.ts";
import { Effect } from "./effect.tsx";
import classes from "./incidents.module.css";
import { bodyOf, isPast, namesIn, OPEN_STATES, type Word } from "./word.ts";
import { WordFields } from "./word-fields.tsx";

type Draft = { readonly title: string; readonly regions: string; readonly components: string };

const NOTHING: Draft = { title: "", regions: "", components: "" };
const FIRST: Word = { state: "investigating", text: "", nextBy: "" };

/** Says for the first time that something does not work for many. */
export function DeclareDialog(props: {
  readonly isOpen: boolean;
  readonly known: IncidentList["regions"];
  readonly onClose: () => void;
}) {
  const words = useIncidentWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} width={640} title={words.declare}>
      {props.isOpen && <DeclareForm known={props.known} onClose={props.onClose} />}
    </Dialog>
  );
}

function DeclareForm({ known, onClose }: { known: IncidentList["regions"]; onClose: () => void }) {
  const words = useIncidentWords();
  const shared = useSpeech().words;
  const now = useNow();
  const missingId = useId();
  const [draft, setDraft] = useState(NOTHING);
  const [word, setWord] = useState(FIRST);
  const declare = useDeclare(onClose);
  const missing =
    draft.title.trim() === ""
      ? words.writeTitle
      : word.text.trim() === ""
        ? words.writeText
        : isPast(word, now)
          ? words.pastTime
          : null;
  const list = known.map(({ region }) => region).join(", ");
  const field = (name: keyof Draft) => ({
    value: draft[name],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null && !declare.isPending) declare.mutate({ draft, word });
      }}
    >
      <TextInput
        label={words.title}
        description={words.titleHint}
        maxLength={120}
        dir="auto"
        data-autofocus
        {...field("title")}
      />
      <TextInput
        label={words.regions}
        description={`${words.regionsHint} ${list === "" ? "" : words.knownRegions(list)}`}
        autoComplete="off"
        {...field("regions")}
      />
      <TextInput label={words.components} description={words.componentsHint} {...field("components")} />
      <WordFields states={OPEN_STATES} word={word} onChange={setWord} />
      <Effect word={word} title={draft.title}>
        <p>{words.effectDeclare(reachOf(namesIn(draft.regions), known, words))}</p>
      </Effect>
      {declare.error !== null && <Failed error={declare.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={missing !== null}
          isPending={declare.isPending}
          pendingLabel={words.posting}
          aria-describedby={missing === null ? undefined : missingId}
        >
          {words.declareNow}
        </SubmitButton>
        {missing !== null && (
          <span id={missingId} className={classes.second}>
            {missing}
          </span>
        )}
      </div>
    </form>
  );
}

/** Organisations that see it in their form; counted region by region, as the directory counts them. */
function reachOf(
  regions: readonly string[],
  known: IncidentList["regions"],
  words: ReturnType<typeof useIncidentWords>,
): string {
  if (regions.length === 0) return words.organisationsAll;
  const counted = known.filter(({ region }) =>
    regions.some((one) => one.toLowerCase() === region.toLowerCase()),
  );
  return words.organisationsIn(counted.reduce((sum, { organisations }) => sum + organisations, 0));
}

function useDeclare(onDone: () => void) {
  const words = useIncidentWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ draft, word }: { readonly draft: Draft; readonly word: Word }) =>
      unwrap(
        troth.api.POST("/v1/incidents", {
          params: { header: onceHeader() },
          body: {
            title: draft.title.trim(),
            regions: namesIn(draft.regions),
            components: namesIn(draft.components),
            ...bodyOf(word),
          },
        }),
      ),
    onSuccess: async ({ number }) => {
      announce(words.declared);
      onDone();
      await queries.invalidateQueries({ queryKey: ["incidents"] });
      await navigate({ to: "/incidents/$number", params: { number: String(number) } });
    },
  });
}
