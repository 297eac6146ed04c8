import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { useIsFound } from "../find/find-in-thread.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { type Block, blocksOf } from "./blocks.ts";
import { CodeBlock } from "./code-block.tsx";
import { headOf } from "./head-of.ts";
import { MarkdownText } from "./markdown-text.tsx";
import classes from "./text.module.css";

/** What somebody wrote: Markdown's essentials, code and logs as such, a long text folded to its beginning. */
export function MessageText({ text }: { readonly text: string }) {
  const { words } = useSpeech();
  const [isWhole, setWhole] = useState(false);
  const isFound = useIsFound(text);
  const blocks = useMemo(() => blocksOf(text), [text]);
  const head = useMemo(() => headOf(blocks), [blocks]);
  const isLong = head !== blocks;
  return (
    <>
      <div className={classes.text}>
        {(isWhole || isFound ? blocks : head).map((block, at) => (
          <OneBlock key={at} block={block} />
        ))}
      </div>
      {isLong && !isFound && (
        <Button
          variant="transparent"
          size="compact-sm"
          aria-expanded={isWhole}
          onClick={() => setWhole((was) => !was)}
        >
          {isWhole ? words.showLess : words.showWhole}
        </Button>
      )}
    </>
  );
}

function OneBlock({ block }: { readonly block: Block }) {
  return block.kind === "code" ? <CodeBlock text={block.text} /> : <MarkdownText text={block.text} />;
}
