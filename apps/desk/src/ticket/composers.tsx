import { Button } from "@mantine/core";
import { IconLock, IconMessage } from "@tabler/icons-react";
import { useDeskWords } from "@troth/ui";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { drafts } from "../client.ts";
import { KeyHint } from "../keys/key-hint.tsx";
import { shortcutOf } from "../keys/keys.ts";
import { useKeys } from "../keys/use-keys.tsx";
import type { DeskTicket } from "../wire.ts";
import { NoteComposer } from "./note-composer.tsx";
import { ReplyComposer } from "./reply-composer.tsx";
import classes from "./ticket.module.css";
import { actState } from "./ticket-facts.ts";
import { useWhyOff } from "./use-why-off.ts";

/** Two composers that never turn into one another; neither is open until asked for. */
export function Composers({ ticket }: { readonly ticket: DeskTicket }) {
  const words = useDeskWords();
  const [isReplying, setReplying] = useState(false);
  const [isNoting, setNoting] = useState(false);
  const reply = actState(ticket, "reply");
  const note = actState(ticket, "note");
  const whyOff = useWhyOff(ticket);
  const [whyNoReply, whyNoNote] = [whyOff("reply"), whyOff("note")];
  const hasReply = useHasDraft(`reply-${ticket.number}`);
  const hasNote = useHasDraft(`note-${ticket.number}`);
  useKeys({
    reply: reply.isOpen ? () => setReplying(true) : undefined,
    note: note.isOpen ? () => setNoting(true) : undefined,
  });
  const acts = useRef<HTMLDivElement>(null);
  /** Back to where one was: the button that opens it again. */
  const close = (shut: (isOpen: false) => void): void => {
    shut(false);
    requestAnimationFrame(() => acts.current?.querySelector("button")?.focus());
  };
  return (
    <div className={classes.composers}>
      {isReplying && <ReplyComposer ticket={ticket} onClose={() => close(setReplying)} />}
      {isNoting && <NoteComposer ticket={ticket} onClose={() => close(setNoting)} />}
      <div ref={acts} className={classes.composeActs}>
        {!isReplying && (
          <Button
            disabled={!reply.isOpen}
            leftSection={<IconMessage size={16} aria-hidden />}
            aria-keyshortcuts={shortcutOf("reply")}
            onClick={() => setReplying(true)}
          >
            {words.replyTo(ticket.requester.name)}
            {hasReply && <span className={classes.draftMark}>{words.hasDraft}</span>}
            <KeyHint act="reply" />
          </Button>
        )}
        {!isNoting && (
          <Button
            variant="default"
            className={classes.noteButton}
            disabled={!note.isOpen}
            leftSection={<IconLock size={16} aria-hidden />}
            aria-keyshortcuts={shortcutOf("note")}
            onClick={() => setNoting(true)}
          >
            {words.note}
            {hasNote && <span className={classes.draftMark}>{words.hasDraft}</span>}
            <KeyHint act="note" />
          </Button>
        )}
      </div>
      {whyNoReply !== null && (
        <p className={classes.off}>{words.offBecause(words.replyTo(ticket.requester.name), whyNoReply)}</p>
      )}
      {whyNoNote !== null && <p className={classes.off}>{words.offBecause(words.note, whyNoNote)}</p>}
    </div>
  );
}

/** Whether a text of mine waits there; asks the desk once, so that a kept draft is told before its composer opens. */
function useHasDraft(key: `reply-${number}` | `note-${number}`): boolean {
  useEffect(() => void drafts.open(key), [key]);
  return useSyncExternalStore(drafts.subscribe, () => drafts.stateOf(key)) !== "none";
}
