import { useMemo } from "react";
import { MaskedText } from "../secrets/masked-text.tsx";
import { CodeBlock } from "./code-block.tsx";
import { type Part, partsOf, type Span } from "./markdown.ts";
import classes from "./text.module.css";

/** A text in Markdown, drawn with elements of our own alone. */
export function MarkdownText({ text }: { readonly text: string }) {
  const parts = useMemo(() => partsOf(text), [text]);
  return <Parts parts={parts} />;
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, at) => <OnePart key={at} part={part} />);
}

function OnePart({ part }: { readonly part: Part }) {
  switch (part.kind) {
    case "paragraph":
      return (
        <p dir="auto" data-find>
          <Spans spans={part.spans} />
        </p>
      );
    case "code":
      return <CodeBlock text={part.text} />;
    case "quote":
      return (
        <blockquote className={classes.quote}>
          <Parts parts={part.parts} />
        </blockquote>
      );
    case "list": {
      const items = part.items.map((item, at) => (
        <li key={at}>
          <Parts parts={item} />
        </li>
      ));
      return part.start === null ? <ul>{items}</ul> : <ol start={part.start}>{items}</ol>;
    }
  }
}

function Spans({ spans }: { readonly spans: readonly Span[] }) {
  return spans.map((span, at) => <OneSpan key={at} span={span} />);
}

function OneSpan({ span }: { readonly span: Span }) {
  switch (span.kind) {
    case "text":
      return <MaskedText text={span.text} />;
    case "code":
      return (
        <code className={classes.code}>
          <MaskedText text={span.text} />
        </code>
      );
    case "break":
      return "\n";
    case "strong":
      return (
        <strong>
          <Spans spans={span.children} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Spans spans={span.children} />
        </em>
      );
    case "link":
      return <WholeLink href={span.href} spans={span.children} />;
  }
}

/** A link says where it leads: words alone could say something else. */
function WholeLink({ href, spans }: { readonly href: string; readonly spans: readonly Span[] }) {
  const [only] = spans;
  const isPlain = spans.length === 1 && only?.kind === "text" && only.text === href;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      <Spans spans={spans} />
      {!isPlain && <span> ({href})</span>}
    </a>
  );
}
