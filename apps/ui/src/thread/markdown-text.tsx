import { Fragment, type ReactNode, useMemo } from "react";
import { When } from "../facts/when.tsx";
import { MaskedText } from "../secrets/masked-text.tsx";
import { CodeBlock } from "./code-block.tsx";
import { type Part, partsOf, type Span } from "./markdown.ts";
import classes from "./text.module.css";
import { withTypedTimes } from "./typed-times.ts";

/** A text in Markdown, drawn with elements of our own alone. */
export function MarkdownText({
  text,
  isTimed = false,
}: {
  readonly text: string;
  readonly isTimed?: boolean;
}) {
  return useMemo(() => {
    const parts = partsOf(text);
    return (isTimed ? withTypedTimes(parts) : parts).map(drawPart);
  }, [text, isTimed]);
}

// Functions rather than components: a long message has tens of thousands of spans, and none has a state.
function drawPart(part: Part, key: number): ReactNode {
  switch (part.kind) {
    case "paragraph":
      return (
        <p key={key} dir="auto" data-find>
          {part.spans.map(drawSpan)}
        </p>
      );
    case "code":
      return <CodeBlock key={key} text={part.text} />;
    case "quote":
      return (
        <blockquote key={key} className={classes.quote}>
          {part.parts.map(drawPart)}
        </blockquote>
      );
    case "list": {
      const items = part.items.map((item, at) => <li key={at}>{item.map(drawPart)}</li>);
      return part.start === null ? (
        <ul key={key}>{items}</ul>
      ) : (
        <ol key={key} start={part.start}>
          {items}
        </ol>
      );
    }
  }
}

function drawSpan(span: Span, key: number): ReactNode {
  switch (span.kind) {
    case "text":
      return <Fragment key={key}>{drawText(span.text)}</Fragment>;
    case "code":
      return (
        <code key={key} className={classes.code}>
          {drawText(span.text)}
        </code>
      );
    case "time":
      return <When key={key} at={span.at} />;
    case "strong":
      return <strong key={key}>{span.children.map(drawSpan)}</strong>;
    case "em":
      return <em key={key}>{span.children.map(drawSpan)}</em>;
    case "link":
      return (
        <a key={key} href={span.href} target="_blank" rel="noopener noreferrer nofollow">
          {span.children.map(drawSpan)}
          {!isPlain(span.href, span.children) && <span> ({span.href})</span>}
        </a>
      );
  }
}

function drawText(text: string): ReactNode {
  return text.includes("[masked: ") ? <MaskedText text={text} /> : text;
}

/** Whether a link's words are its address. Other words could say that it leads elsewhere, so the address stands by. */
function isPlain(href: string, spans: readonly Span[]): boolean {
  const [only] = spans;
  return spans.length === 1 && only?.kind === "text" && only.text === href;
}
