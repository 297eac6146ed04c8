import { Button, Checkbox, Textarea } from "@mantine/core";
import { TrothError, unwrap } from "@troth/sdk";
import {
  AttachField,
  CopyButton,
  idsOf,
  type KeptFile,
  keptFilesIn,
  SecretNotice,
  StateLine,
  useAnnounce,
  useDeskWords,
  useDraft,
  useFileDrop,
  useSpeech,
  useUploads,
} from "@troth/ui";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { drafts, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import { useHeldChanges } from "../live/live.tsx";
import type { DeskTicket, WriteReply } from "../wire.ts";
import { AsksList } from "./around/asks-list.tsx";
import { DraftLine } from "./draft-line.tsx";
import classes from "./ticket.module.css";
import { useSending } from "./use-sending.ts";

type Fields = {
  readonly text: string;
  readonly keepsTurn: boolean;
  readonly files: readonly KeptFile[];
  /** What we need of the customer, item by item; sent only where it is their turn. */
  readonly asksFor: readonly string[];
};
const EMPTY: Fields = { text: "", keepsTurn: false, files: [], asksFor: [] };

function parseFields(kept: unknown): Fields | null {
  if (typeof kept !== "object" || kept === null || !("text" in kept)) return null;
  return {
    text: String(kept.text),
    keepsTurn: "keepsTurn" in kept && kept.keepsTurn === true,
    files: "files" in kept ? keptFilesIn(kept.files) : [],
    asksFor: "asksFor" in kept && Array.isArray(kept.asksFor) ? kept.asksFor.map(String) : [],
  };
}

/** Writes to the customer. A message that came meanwhile stops it and is shown first; the text stays. */
export function ReplyComposer(props: { readonly ticket: DeskTicket; readonly onClose: () => void }) {
  const { ticket, onClose } = props;
  const words = useDeskWords();
  const { words: shared, now } = useSpeech();
  const announce = useAnnounce();
  const held = useHeldChanges({ ticket: ticket.number });
  const draft = useDraft(drafts, `reply-${ticket.number}`, EMPTY, parseFields);
  const [isEmpty, setEmpty] = useState(false);
  const { text, keepsTurn, files, asksFor } = draft.fields;
  const uploads = useUploads({
    kept: files,
    limits: ticket.attachmentLimits,
    update: (make) => draft.update((was) => ({ ...was, files: make(was.files) })),
  });
  const drag = useFileDrop(uploads.add);
  const hasEnded = ticket.state === "resolved" || ticket.state === "closed";
  const mayAsk = ticket.state === "resolved" || (!hasEnded && !keepsTurn);
  const sending = useSending({
    ticket: ticket.number,
    post: (body: WriteReply, key) =>
      unwrap(
        troth.api.POST("/v1/desk/tickets/{number}/replies", {
          params: { path: { number: ticket.number }, header: { "Idempotency-Key": key } },
          body,
        }),
      ).catch(async (error: unknown) => {
        if (isConflict(error)) await held.show();
        throw error;
      }),
    onSent: () => {
      draft.clear();
      announce(words.replySent);
      onClose();
    },
  });
  const send = () => {
    if (sending.isPending) return;
    if (text.trim() === "") return setEmpty(true);
    if (!uploads.mayGo()) return;
    const attachments = idsOf(files, now());
    sending.mutate({
      text,
      waitsForCustomer: !keepsTurn || hasEnded,
      sawVersion: ticket.version,
      attachments,
      asksFor: mayAsk ? [...asksFor] : [],
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const drop = () => {
    for (const file of files) uploads.drop(file);
    draft.clear();
    sending.reset();
    onClose();
  };
  return (
    <form
      className={classes.composer}
      onSubmit={submit}
      aria-label={words.replyTo(ticket.requester.name)}
      {...drag}
    >
      {isConflict(sending.error) && (
        <StateLine kind="stale">
          <span role="alert">{conflictWords(ticket, words)}</span>
        </StateLine>
      )}
      {sending.error !== null && !isConflict(sending.error) && (
        <Failed error={sending.error} onRetry={send}>
          <CopyButton text={() => text} label={shared.copyText} size="compact-md" />
        </Failed>
      )}
      <Textarea
        label={words.replyTo(ticket.requester.name)}
        description={words.replyHint}
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
        onKeyDown={(event) => onComposerKey(event, send, onClose)}
      />
      <SecretNotice text={text} onMask={(masked) => draft.update((was) => ({ ...was, text: masked }))} />
      {hasEnded && (
        <StateLine kind="info">
          <span role="status">{endedWords(ticket, asksFor.length > 0, words)}</span>
        </StateLine>
      )}
      {!hasEnded && (
        <Checkbox
          label={words.keepsTurn}
          checked={keepsTurn}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            draft.update((was) => ({ ...was, keepsTurn: checked }));
          }}
        />
      )}
      {mayAsk && (
        <AsksList
          ticket={ticket}
          items={asksFor}
          onChange={(items) => draft.update((was) => ({ ...was, asksFor: items }))}
        />
      )}
      <AttachField uploads={uploads} />
      <div className={classes.composerActs}>
        <SubmitButton
          isPending={sending.isPending}
          pendingLabel={words.sending}
          aria-keyshortcuts={shortcutOf("send")}
        >
          {isConflict(sending.error) ? words.sendAnyway : words.sendToCustomer}
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

/** What a message does on a ticket that has ended: nothing to it, unless something is asked for. */
function endedWords({ state }: DeskTicket, asks: boolean, words: ReturnType<typeof useDeskWords>): string {
  if (state === "closed") return words.replyClosed;
  return asks ? words.replyReopens : words.replyEnded;
}

/** Ctrl or Cmd with Enter sends; Esc closes and keeps the draft. */
export function onComposerKey(event: KeyboardEvent, send: () => void, close: () => void): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send();
  } else if (event.key === "Escape") {
    event.preventDefault();
    close();
  }
}

/** Somebody wrote meanwhile; any other conflict is a refusal and speaks for itself. */
function isConflict(error: unknown): boolean {
  return error instanceof TrothError && error.problem?.reason === "written-meanwhile";
}

function conflictWords(ticket: DeskTicket, words: ReturnType<typeof useDeskWords>): string {
  const last = ticket.messages.findLast((message) => !message.isNote && !message.author.isMe);
  return last === undefined ? words.conflictUnknown : words.conflict(last.author.name);
}
