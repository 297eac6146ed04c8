import { Button, Textarea } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { unwrap } from "@troth/sdk";
import { CopyButton, SecretNotice, useAnnounce, useDeskWords, useDraft, useSpeech } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { drafts, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import type { DeskTicket } from "../wire.ts";
import { DraftLine } from "./draft-line.tsx";
import { onComposerKey } from "./reply-composer.tsx";
import classes from "./ticket.module.css";
import { useSending } from "./use-sending.ts";

type Fields = { readonly text: string };
const EMPTY: Fields = { text: "" };

function parseFields(kept: unknown): Fields | null {
  return typeof kept === "object" && kept !== null && "text" in kept ? { text: String(kept.text) } : null;
}

/** Writes a note that only the desk reads. Violet, locked and named, so that it is never taken for a reply. */
export function NoteComposer(props: { readonly ticket: DeskTicket; readonly onClose: () => void }) {
  const { ticket, onClose } = props;
  const words = useDeskWords();
  const shared = useSpeech().words;
  const announce = useAnnounce();
  const draft = useDraft(drafts, `note-${ticket.number}`, EMPTY, parseFields);
  const [isEmpty, setEmpty] = useState(false);
  const { text } = draft.fields;
  const sending = useSending({
    ticket: ticket.number,
    post: (body: Fields, key) =>
      unwrap(
        troth.api.POST("/v1/desk/tickets/{number}/notes", {
          params: { path: { number: ticket.number }, header: { "Idempotency-Key": key } },
          body,
        }),
      ),
    onSent: () => {
      draft.clear();
      announce(words.noteSaved);
      onClose();
    },
  });
  const save = () => {
    if (sending.isPending) return;
    if (text.trim() === "") return setEmpty(true);
    sending.mutate({ text });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const drop = () => {
    draft.clear();
    sending.reset();
    onClose();
  };
  return (
    <form className={classes.composer} data-note onSubmit={submit} aria-label={words.note}>
      <p className={classes.noteNotice}>
        <IconLock size={16} aria-hidden /> {shared.noteNotice}
      </p>
      {sending.error !== null && (
        <Failed error={sending.error} onRetry={save}>
          <CopyButton text={() => text} label={shared.copyText} size="compact-md" />
        </Failed>
      )}
      <Textarea
        label={words.noteText}
        description={words.noteHint}
        error={isEmpty ? words.writeFirst : undefined}
        autosize
        autoFocus
        minRows={4}
        maxRows={18}
        dir="auto"
        value={text}
        onChange={(event) => {
          draft.change({ text: event.currentTarget.value });
          setEmpty(false);
        }}
        onKeyDown={(event) => onComposerKey(event, save, onClose)}
      />
      <SecretNotice text={text} onMask={(masked) => draft.change({ text: masked })} />
      <div className={classes.composerActs}>
        <SubmitButton
          className={classes.saveNote}
          isPending={sending.isPending}
          pendingLabel={words.saving}
          aria-keyshortcuts={shortcutOf("send")}
        >
          {words.saveNote}
          <KeyHint act="send" />
        </SubmitButton>
        <Button variant="default" onClick={onClose}>
          {words.closeComposer}
        </Button>
        {text !== "" && (
          <Button variant="default" onClick={drop}>
            {words.dropDraft}
          </Button>
        )}
        <DraftLine state={draft.state} />
      </div>
    </form>
  );
}
