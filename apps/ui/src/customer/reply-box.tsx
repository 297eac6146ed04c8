import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { AttachField } from "../attachments/attach-field.tsx";
import { idsOf, type KeptFile, keptFilesIn } from "../attachments/kept-file.ts";
import { useFileDrop } from "../attachments/use-file-drop.ts";
import { useUploads } from "../attachments/use-uploads.ts";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import type { DraftStore } from "../drafts/draft-store.ts";
import { useDraft } from "../drafts/use-draft.ts";
import { When } from "../facts/when.tsx";
import { useAnnounce, useSpeech } from "../speech/speech.tsx";
import { Act } from "./act.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { DraftNote } from "./draft-note.tsx";
import { TextField } from "./field.tsx";
import { type OtherDoors, SendFailed } from "./send-failed.tsx";
import type { Ticket } from "./wire.ts";

type Reply = {
  readonly text: string;
  readonly files: readonly KeptFile[];
  readonly attempt: { readonly key: string; readonly print: string } | null;
};

const NOTHING: Reply = { text: "", files: [], attempt: null };

/** Where a customer answers. The text outlives reload, closing and an ended sign-in. */
export function ReplyBox(props: {
  readonly ticket: Ticket;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
  readonly onSent: (number: number) => void;
}) {
  const words = usePortalWords();
  const desk = useCustomerDesk();
  const announce = useAnnounce();
  const { number } = props.ticket;
  const draft = useDraft<Reply>(props.drafts, `reply-${number}`, NOTHING, readReply);
  const { now } = useSpeech();
  const uploads = useUploads({
    kept: draft.fields.files,
    limits: props.ticket.attachmentLimits,
    update: (make) => draft.update((was) => ({ ...was, files: make(was.files) })),
  });
  const drop = useFileDrop(uploads.add);
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const sending = useMutation({
    mutationFn: (reply: Reply) => {
      const message = { text: reply.text, attachments: idsOf(reply.files, now()) };
      const print = JSON.stringify(message);
      const same = reply.attempt?.print === print ? reply.attempt : null;
      const attempt = same ?? { key: crypto.randomUUID(), print };
      if (same === null) draft.change({ ...reply, attempt });
      return desk.reply(number, message, attempt.key);
    },
    onSuccess: (written) => {
      draft.clear();
      uploads.clear();
      setTried(false);
      announce(words.replySent);
      props.onSent(written.number);
    },
  });

  if (!props.ticket.mayReply) return <p className={classes.turn}>{words.mayNotReply}</p>;

  const reply = draft.fields;
  function send(): void {
    setTried(true);
    if (reply.text.trim() === "") box.current?.querySelector("textarea")?.focus();
    else if (!sending.isPending && uploads.mayGo()) sending.mutate(reply);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      ref={box}
      className={classes.reply}
      noValidate
      onKeyDown={onKeyDown}
      {...drop}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ReplyEffect ticket={props.ticket} />
      <TextField
        id={`troth-reply-${number}`}
        label={words.replyTo}
        fault={isTried && reply.text.trim() === "" ? words.replyEmpty : null}
        rows={4}
        value={reply.text}
        onChange={(text) => draft.update((was) => ({ ...was, text }))}
      />
      <AttachField uploads={uploads} />
      {sending.isError && (
        <SendFailed
          error={sending.error}
          failedAt={sending.submittedAt}
          text={reply.text}
          doors={props.doors}
          onRetry={send}
        />
      )}
      <div className={classes.acts}>
        <Act isMain type="submit" isBusy={sending.isPending} shortcut="Control+Enter Meta+Enter">
          {sending.isPending ? words.sendingReply : words.sendReply}
        </Act>
        <DraftNote state={draft.state} />
      </div>
    </form>
  );
}

/** What becomes of a message on a ticket that has ended, said before it is written. */
function ReplyEffect({ ticket }: { readonly ticket: Ticket }) {
  const words = usePortalWords();
  const { effect, reopensUntil } = ticket.reply;
  if (ticket.state !== "resolved" && ticket.state !== "closed") return null;
  if (effect === "follows-up") return <p className={classes.turn}>{words.replyFollowsUp}</p>;
  return effect === "reopens" && reopensUntil !== null ? (
    <p className={classes.turn}>{words.replyReopens(<When at={reopensUntil} />)}</p>
  ) : null;
}

function readReply(kept: unknown): Reply | null {
  if (typeof kept !== "object" || kept === null || !("text" in kept)) return null;
  const files = "files" in kept ? keptFilesIn(kept.files) : [];
  if (typeof kept.text !== "string" || (kept.text === "" && files.length === 0)) return null;
  const held: unknown = "attempt" in kept ? kept.attempt : null;
  const isAttempt = typeof held === "object" && held !== null && "key" in held && "print" in held;
  const attempt = isAttempt ? { key: String(held.key), print: String(held.print) } : null;
  return { text: kept.text, files, attempt };
}
