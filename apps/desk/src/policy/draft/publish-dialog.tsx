import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { differenceOf, type Policy } from "@troth/policy";
import { unwrap } from "@troth/sdk";
import { Dialog, ProblemNote, useAnnounce, usePolicyWords, useSpeech } from "@troth/ui";
import { type FormEvent, useMemo, useRef, useState } from "react";
import { onceHeader, troth } from "../../client.ts";
import { SubmitButton } from "../../frame/submit-button.tsx";
import { FindingsList } from "../editor/findings-list.tsx";
import type { Good } from "../editor/use-checked.ts";
import { ChangesList } from "../preview/changes-list.tsx";
import { useMovesSentence } from "../preview/moves.tsx";
import { tryPolicy } from "../preview/tickets-preview.tsx";
import classes from "./draft.module.css";
import type { Saved } from "./use-open-draft.ts";

/** What a version in force is read from. */
const FOLLOWS = [
  "calendars",
  "calendar",
  "policy-versions",
  "policy-drafts",
  "policy-draft",
  "recomputes",
  "me",
  "queue",
  "counts",
  "ticket",
  "policy",
];

type PublishProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly saved: Saved;
  readonly good: Good;
  readonly before: Policy | null;
  readonly onPublished: () => void;
};

/** The last step: what follows from this instant, for whom, and one button that does it. */
export function PublishDialog(props: PublishProps) {
  const words = usePolicyWords();
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={words.publishTitle(props.good.policy.version)}
      width={640}
    >
      {props.isOpen && <Publish {...props} />}
    </Dialog>
  );
}

function Publish({ onClose, saved, good, before, onPublished }: PublishProps) {
  const words = usePolicyWords();
  const shared = useSpeech().words;
  const [note, setNote] = useState("");
  const { version } = good.policy;
  const publish = usePublish(saved, note, onPublished);
  const changes = useMemo(
    () => (before === null ? [] : differenceOf(before, good.policy)),
    [before, good.policy],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!publish.isPending) publish.mutate();
  };
  const refused = publish.data?.published === null ? publish.data.findings : null;
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{words.publishText}</p>
        <section className={classes.part} aria-label={words.publishChanges}>
          <h3>{words.publishChanges}</h3>
          <div className={classes.short} role="group" aria-label={words.publishChanges} tabIndex={0}>
            <ChangesList changes={changes} />
          </div>
        </section>
        <OpenTickets good={good} />
        {publish.error !== null && <ProblemNote error={publish.error} />}
        {refused !== null && <FindingsList findings={refused} onFinding={onClose} />}
        <TextInput
          label={words.publishNote}
          description={shared.optional}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group>
          <Button variant="default" onClick={onClose}>
            {words.keepDrafting}
          </Button>
          <SubmitButton isPending={publish.isPending} pendingLabel={words.publishing}>
            {words.publishIt(version)}
          </SubmitButton>
        </Group>
      </Stack>
    </form>
  );
}

/** How many promises of open tickets move, asked for when the dialog opens: it is the state of this moment. */
function OpenTickets({ good }: { readonly good: Good }) {
  const words = usePolicyWords();
  const sentence = useMovesSentence();
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tried", good.policy.hash],
    queryFn: () => tryPolicy(good.files),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <section className={classes.part} aria-label={words.publishTickets}>
      <h3>{words.publishTickets}</h3>
      {error !== null && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {error === null && <p role="status">{data === undefined ? words.publishLooking : sentence(data)}</p>}
    </section>
  );
}

function usePublish(saved: Saved, note: string, onPublished: () => void) {
  const words = usePolicyWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const { id, revision } = saved.draft;
  return useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.POST("/v1/policies", {
          params: { header: onceHeader(key.current) },
          body: { draft: { id, revision }, ...(note.trim() === "" ? {} : { note: note.trim() }) },
        }),
      ),
    onSettled: () => {
      key.current = crypto.randomUUID();
    },
    onSuccess: async ({ published }) => {
      if (published === null) return;
      announce(words.published(published.version));
      onPublished();
      await Promise.all(FOLLOWS.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
}
