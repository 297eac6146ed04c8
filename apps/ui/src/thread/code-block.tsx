import { Button } from "@mantine/core";
import { memo, type RefObject, useRef, useState } from "react";
import { useTextWords } from "../catalogue/use-text-words.ts";
import { CopyButton } from "../facts/copy-button.tsx";
import { FindField } from "../find/find-field.tsx";
import { useIsFound } from "../find/find-in-thread.tsx";
import { useFinder } from "../find/use-finder.ts";
import { MaskedText } from "../secrets/masked-text.tsx";
import classes from "./code.module.css";

/** From more lines on, a block is folded to its first ones. */
const FOLD = { above: 20, to: 8 } as const;

/** Code or a log as it is. A long one is folded, and has numbers of lines, a copy and a search of its own. */
export function CodeBlock({ text }: { readonly text: string }) {
  const lines = text.split("\n").length;
  if (lines > FOLD.above) return <LongBlock text={text} lines={lines} />;
  return (
    <pre className={classes.code} tabIndex={0} dir="ltr">
      <code data-find>
        <MaskedText text={text} />
      </code>
    </pre>
  );
}

function LongBlock({ text, lines }: { readonly text: string; readonly lines: number }) {
  const words = useTextWords();
  const block = useRef<HTMLDivElement>(null);
  const [isOpened, setOpened] = useState(false);
  const isFound = useIsFound(text);
  const isOpen = isOpened || isFound;
  const shown = isOpen ? text : text.split("\n", FOLD.to).join("\n");
  return (
    <section className={classes.long} aria-label={words.code.block(lines)} data-open={isOpen}>
      <div className={classes.bar} data-no-find>
        {isFound && !isOpened ? (
          <span>{words.code.lines(lines)}</span>
        ) : (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={isOpen}
            onClick={() => setOpened(!isOpen)}
          >
            {isOpen ? words.code.fold(lines) : words.code.show(lines)}
          </Button>
        )}
        <CopyButton text={() => text} label={words.code.copyAll} name={words.code.copy(lines)} />
        {isOpened && <FindInBlock block={block} text={text} />}
      </div>
      <div ref={block}>
        <pre className={classes.code} tabIndex={0} dir="ltr" data-long data-digits={digitsOf(lines)}>
          <code data-find>
            <Lines text={shown} />
          </code>
        </pre>
      </div>
    </section>
  );
}

function FindInBlock(props: { readonly block: RefObject<HTMLDivElement | null>; readonly text: string }) {
  const words = useTextWords();
  const finder = useFinder(props.block, props.text);
  return <FindField finder={finder} label={words.find.inBlock} />;
}

/** Each line with its number on it, so that neither runs away from the other; what is copied has no numbers. */
const Lines = memo(function Lines({ text }: { readonly text: string }) {
  const lines = text.split("\n");
  return lines.map((line, at) => (
    <span key={at} className={classes.line} data-line={at + 1}>
      <MaskedText text={at + 1 < lines.length ? `${line}\n` : line} />
    </span>
  ));
});

/** So many letters wide is the column of numbers, whether the log is folded or not. */
const digitsOf = (lines: number): number => Math.min(String(lines).length, 6);
