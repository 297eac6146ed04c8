import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { unwrap } from "@troth/sdk";
import { Dialog, ProblemNote, useAnnounce, useSpeech } from "@troth/ui";
import { type FormEvent, useRef, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { SubmitButton } from "../frame/submit-button.tsx";
import type { PolicyTried } from "../wire.ts";
import type { Draft } from "./draft.ts";
import { Tried } from "./tried.tsx";
import { useCalendarTalk } from "./use-calendar-talk.ts";

/** What a version in force is read from. */
const FOLLOWS = [
  "calendars",
  "calendar",
  "policy-source",
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
  readonly version: string;
  readonly files: Draft["files"];
  /** What was said of it before; repeated, so that the last word before the act is what it does. */
  readonly tried: PolicyTried | null;
  readonly onPublished: () => void;
};

/** The last step: what follows from this instant, and one button that does it. */
export function PublishDialog(props: PublishProps) {
  const { words, figure } = useCalendarTalk();
  const shared = useSpeech().words;
  const announce = useAnnounce();
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const key = useRef(crypto.randomUUID());
  const publish = useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.POST("/v1/policies", {
          params: { header: onceHeader(key.current) },
          body: { files: props.files, ...(note.trim() === "" ? {} : { note: note.trim() }) },
        }),
      ),
    onSettled: () => {
      key.current = crypto.randomUUID();
    },
    onSuccess: async ({ published }) => {
      if (published === null) return;
      announce(words.published(published.version));
      props.onPublished();
      props.onClose();
      await Promise.all(FOLLOWS.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!publish.isPending) publish.mutate();
  };
  const refused = publish.data?.published === null ? publish.data : null;
  const moves = props.tried === null ? 0 : props.tried.earlier + props.tried.later;
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={words.publishTitle(props.version)}
      width={560}
    >
      <form onSubmit={submit}>
        <Stack>
          <p>{words.publishText}</p>
          {props.tried !== null && (
            <p>
              {moves === 0
                ? words.noMoves(props.tried.looked)
                : `${words.moves(moves)}: ${words.movesSplit(figure(props.tried.later), figure(props.tried.earlier))}.`}
            </p>
          )}
          {publish.error !== null && <ProblemNote error={publish.error} />}
          {refused !== null && (
            <Tried
              tried={{ ...refused, isRunnable: false, looked: 0, earlier: 0, later: 0, moved: [] }}
              isStale={false}
              onFinding={props.onClose}
            />
          )}
          <TextInput
            label={words.publishNote}
            description={shared.optional}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Group>
            <Button variant="default" onClick={props.onClose}>
              {words.keepDrafting}
            </Button>
            <SubmitButton isPending={publish.isPending} pendingLabel={words.publishing}>
              {words.publishIt(props.version)}
            </SubmitButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
