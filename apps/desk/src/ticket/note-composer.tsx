import { Button, Textarea } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { unwrap } from "@troth/sdk";
import {
  AttachField,
  CopyButton,
  idsOf,
  type KeptFile,
  keptFilesIn,
  SecretNotice,
  useAnnounce,
  useDeskWords,
  useDraft,
  useFileDrop,
  useSpeech,
  useUploads,
} from "@troth/ui";
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

type Fields = { readonly text: string; readonly files: readonly KeptFile[] };
const EMPTY: Fields = { text: "", files: [] };
type Note = { readonly text: string; readonly attachments: string[] };

function parseFields(kept: unknown): Fields | null {
  if (typeof kept !== "object" || kept === null || !("text" in kept)) return null;
  return { text: String(kept.text), files: "files" in kept ? keptFilesIn(kept.files) : [] };
}

/** Writes a note that only the desk reads. Violet, locked and named, so that it is never taken for a reply. */
export function NoteComposer(props: { readonly ticket: DeskTicket; readonly onClose: () => void }) {
  const { ticket, onClose } = props;
  const words = useDeskWords();
  const { words: shared, now } = useSpeech();
  const announce = useAnnounce();
  const draft = useDraft(drafts, `note-${ticket.number}`, EMPTY, parseFields);
  const [isEmpty, setEmpty] = useState(false);
  const { text, files } = draft.fields;
  const uploads = useUploads({
    kept: files,
    limits: ticket.attachmentLimits,
    update: (make) => draft.update((was) => ({ ...was, files: make(was.files) })),
  });
  const drag = useFileDrop(uploads.add);
  const sending = useSending({
    ticket: ticket.number,
    post: (body: Note, key) =>
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
    if (!uploads.mayGo()) return;
    sending.mutate({ text, attachments: idsOf(files, now()) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const drop = () => {
    for (const file of files) uploads.drop(file);
    draft.clear();
    sending.reset();
    onClose();
  };
  return (
    <form className={classes.composer} data-note onSubmit={submit} aria-label={words.note} {...drag}>
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
          const written = event.currentTarget.value;
          draft.update((was) => ({ ...was, text: written }));
          setEmpty(false);
        }}
        onKeyDown={(event) => onComposerKey(event, save, onClose)}
      />
      <SecretNotice text={text} onMask={(masked) => draft.update((was) => ({ ...was, text: masked }))} />
      <AttachField uploads={uploads} />
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
        {(text !== "" || files.length > 0) && (
          <Button variant="default" onClick={drop}>
            {words.dropDraft}
          </Button>
        )}
        <DraftLine state={draft.state} />
      </div>
    </form>
  );
}
