import { IconLock } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { AttachmentList } from "../attachments/attachment-list.tsx";
import { type OtherZone, When } from "../facts/when.tsx";
import { type Look, LookAtSecrets } from "../secrets/look-at-secrets.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { WireMessage } from "../wire.ts";
import { MessageText } from "./message-text.tsx";
import classes from "./thread.module.css";

type MessageProps = {
  readonly message: WireMessage;
  /** Beside the author's name, e.g. the organisation and the door it came through. */
  readonly from?: string;
  readonly others?: readonly OtherZone[];
  /** How an agent reads the message with its secrets; left out where nobody may. */
  readonly look?: Look;
  /** Acts on the message, below it. */
  readonly foot?: ReactNode;
};

/** One message of a conversation, as written. An internal note stands in violet with a lock and says so. */
export function Message(props: MessageProps) {
  const { words } = useSpeech();
  const { message, look } = props;
  const [unmasked, setUnmasked] = useState<string | null>(null);
  const isNote = message.isNote === true;
  const { author } = message;
  const origin =
    author.kind === "automation"
      ? words.byAutomation
      : author.kind === "ai"
        ? words.byAi
        : (props.from ?? "");
  return (
    <article className={classes.message} data-note={isNote} data-kind={author.kind} data-message={message.id}>
      {isNote && (
        <p className={classes.notice}>
          <IconLock size={16} aria-hidden /> {words.noteNotice}
        </p>
      )}
      <header className={classes.head}>
        <strong dir="auto">{author.isMe ? `${author.name} (${words.authorYou})` : author.name}</strong>
        {origin !== "" && <span>{origin}</span>}
        <When at={message.at} {...(props.others === undefined ? {} : { others: props.others })} />
      </header>
      {message.isErased ? (
        <p className={classes.erased}>{words.erased}</p>
      ) : (
        <MessageText text={unmasked ?? message.text} />
      )}
      {look !== undefined && message.secrets > 0 && (
        <LookAtSecrets
          count={message.secrets}
          isShown={unmasked !== null}
          look={look}
          onShown={setUnmasked}
        />
      )}
      <AttachmentList files={message.attachments} />
      {props.foot}
    </article>
  );
}
