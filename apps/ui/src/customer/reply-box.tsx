import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { usePortalWords } from "../catalogue/use-portal-words.ts";
import type { DraftStore } from "../drafts/draft-store.ts";
import { useDraft } from "../drafts/use-draft.ts";
import { useAnnounce } from "../speech/speech.tsx";
import { Act } from "./act.tsx";
import classes from "./customer.module.css";
import { useCustomerDesk } from "./customer-desk.ts";
import { DraftNote } from "./draft-note.tsx";
import { TextField } from "./field.tsx";
import { type OtherDoors, SendFailed } from "./send-failed.tsx";
import type { Ticket } from "./wire.ts";

type Reply = {
  readonly text: string;
  readonly attempt: { readonly key: string; readonly text: string } | null;
};

const NOTHING: Reply = { text: "", attempt: null };

/** Where a customer answers. The text outlives reload, closing and an ended sign-in. */
export function ReplyBox(props: {
  readonly ticket: Ticket;
  readonly drafts: DraftStore;
  readonly doors: OtherDoors;
  readonly onSent: () => void;
}) {
  const words = usePortalWords();
  const desk = useCustomerDesk();
  const announce = useAnnounce();
  const { number } = props.ticket;
  const draft = useDraft<Reply>(props.drafts, `reply-${number}`, NOTHING, readReply);
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const sending = useMutation({
    mutationFn: (reply: Reply) => {
      const same = reply.attempt?.text === reply.text ? reply.attempt : null;
      const attempt = same ?? { key: crypto.randomUUID(), text: reply.text };
      if (same === null) draft.change({ ...reply, attempt });
      return desk.reply(number, reply.text, attempt.key);
    },
    onSuccess: () => {
      draft.clear();
      setTried(false);
      announce(words.replySent);
      props.onSent();
    },
  });

  if (!props.ticket.mayReply) return <p className={classes.turn}>{words.mayNotReply}</p>;

  const reply = draft.fields;
  function send(): void {
    setTried(true);
    if (reply.text.trim() === "") box.current?.querySelector("textarea")?.focus();
    else if (!sending.isPending) sending.mutate(reply);
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
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        id={`troth-reply-${number}`}
        label={words.replyTo}
        fault={isTried && reply.text.trim() === "" ? words.replyEmpty : null}
        rows={4}
        value={reply.text}
        onChange={(text) => draft.change({ ...reply, text })}
      />
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

function readReply(kept: unknown): Reply | null {
  if (typeof kept !== "object" || kept === null || !("text" in kept)) return null;
  if (typeof kept.text !== "string" || kept.text === "") return null;
  const held: unknown = "attempt" in kept ? kept.attempt : null;
  const isAttempt = typeof held === "object" && held !== null && "key" in held && "text" in held;
  const attempt = isAttempt ? { key: String(held.key), text: String(held.text) } : null;
  return { text: kept.text, attempt };
}
