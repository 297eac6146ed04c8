import { commonmarkLanguage } from "@codemirror/lang-markdown";
import { yamlLanguage } from "@codemirror/lang-yaml";
import { MergeView, unifiedMergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef } from "react";
import { codeLook } from "./code-look.ts";
import classes from "./two-texts.module.css";

type TwoTextsProps = {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly phrases: Readonly<Record<string, string>>;
};

/** What is the same is folded away, and a long difference is not sought for long. */
const SHORT = {
  collapseUnchanged: { margin: 3, minSize: 6 },
  diffConfig: { scanLimit: 2_000, timeout: 500 },
} as const;

/** Two columns of text need room. */
const isNarrow = () => globalThis.matchMedia("(max-width: 639px)").matches;

/** On a phone one text, with what it replaces above each change. */
function oneAbove(
  { doc, extensions }: { readonly doc: string; readonly extensions: Extension },
  before: string,
  parent: HTMLElement,
): EditorView {
  const difference = unifiedMergeView({ original: before, mergeControls: false, ...SHORT });
  const look = EditorView.editorAttributes.of({ class: classes.one ?? "" });
  return new EditorView({ doc, extensions: [extensions, difference, look], parent });
}

/** Two states of one file side by side, what is the same folded away. */
export default function TwoTexts(props: TwoTextsProps) {
  const { file, before, after, beforeLabel, afterLabel, phrases } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current === null) return;
    const side = (doc: string, label: string): { doc: string; extensions: Extension } => ({
      doc,
      extensions: [
        EditorState.readOnly.of(true),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({
          "aria-label": `${file}: ${label}`,
          dir: "ltr",
          tabindex: "0",
          translate: "no",
        }),
        EditorView.lineWrapping,
        lineNumbers(),
        file.endsWith(".yaml") ? yamlLanguage : commonmarkLanguage,
        codeLook,
      ],
    });
    const view = isNarrow()
      ? oneAbove(side(after, afterLabel), before, box.current)
      : new MergeView({
          a: side(before, beforeLabel),
          b: side(after, afterLabel),
          parent: box.current,
          ...SHORT,
        });
    return () => view.destroy();
  }, [file, before, after, beforeLabel, afterLabel, phrases]);
  return (
    <figure className={classes.two}>
      <figcaption>
        <code>{file}</code>
        <span>{beforeLabel}</span>
        <span>{afterLabel}</span>
      </figcaption>
      <div ref={box} className={classes.texts} />
    </figure>
  );
}
