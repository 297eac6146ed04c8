import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { type OtherZone, When } from "../facts/when.tsx";
import { type Look, LookAtSecrets } from "../secrets/look-at-secrets.tsx";
import { MaskedText } from "../secrets/masked-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { WireMessage } from "../wire.ts";
import { blocksOf } from "./blocks.ts";
import classes from "./thread.module.css";

const LONG_TEXT = { lines: 40, characters: 4_000 } as const;

type MessageProps = {
  readonly message: WireMessage;
  /** Beside the author's name, e.g. the organisation and the door it came through. */
  readonly from?: string;
  readonly others?: readonly OtherZone[];
  /** How an agent reads the message with its secrets; left out where nobody may. */
  readonly look?: Look;
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
        <Text text={unmasked ?? message.text} />
      )}
      {look !== undefined && message.secrets > 0 && (
        <LookAtSecrets
          count={message.secrets}
          isShown={unmasked !== null}
          look={look}
          onShown={setUnmasked}
        />
      )}
    </article>
  );
}

function Text({ text }: { readonly text: string }) {
  const { words } = useSpeech();
  const [isWhole, setWhole] = useState(false);
  const lines = text.split("\n");
  const isLong = lines.length > LONG_TEXT.lines || text.length > LONG_TEXT.characters;
  const shown =
    isLong && !isWhole ? lines.slice(0, LONG_TEXT.lines).join("\n").slice(0, LONG_TEXT.characters) : text;
  return (
    <>
      <div className={classes.text} dir="auto">
        {blocksOf(shown).map((block, at) =>
          block.kind === "code" ? (
            <pre key={at} className={classes.code} tabIndex={0}>
              <code>
                <MaskedText text={block.text} />
              </code>
            </pre>
          ) : (
            <span key={at}>
              <MaskedText text={block.text} />
            </span>
          ),
        )}
      </div>
      {isLong && (
        <Button variant="transparent" size="compact-sm" onClick={() => setWhole((was) => !was)}>
          {isWhole ? words.showLess : words.showWhole}
        </Button>
      )}
    </>
  );
}
