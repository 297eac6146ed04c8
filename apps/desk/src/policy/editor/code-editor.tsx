import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Finding } from "@troth/policy";
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import { type CodeOptions, codeSetup, fromOutside } from "./code-setup.ts";
import { stretchOf } from "./marks.ts";

export type CodeHandle = { readonly show: (place: Pick<Finding, "line" | "column">) => void };

type CodeEditorProps = CodeOptions & {
  readonly ref: Ref<CodeHandle>;
  readonly text: string;
  /** Findings of this file alone. */
  readonly findings: readonly Finding[];
  /** What stands in the bubble over an underlined place. */
  readonly sayFinding: (finding: Finding) => Node;
  readonly className?: string | undefined;
};

/** One file as text with its findings in place. Each file keeps its own past: mount it with the file as key. */
export default function CodeEditor(props: CodeEditorProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const begin = useEffectEvent((parent: HTMLElement) => {
    const state = EditorState.create({ doc: props.text, extensions: codeSetup(live()) });
    return new EditorView({ state, parent });
  });
  // What was told of late comes back as `text` one drawing later, when more may have been typed already.
  const told = useRef<string[]>([]);
  const changed = useEffectEvent((text: string) => {
    told.current.push(text);
    props.onChange(text);
  });
  const live = (): CodeOptions => ({ ...props, onChange: changed });
  useEffect(() => {
    if (box.current === null) return;
    const own = begin(box.current);
    view.current = own;
    return () => {
      view.current = null;
      own.destroy();
    };
  }, []);

  useEffect(() => {
    const now = view.current;
    const at = told.current.lastIndexOf(props.text);
    told.current.splice(0, at === -1 ? told.current.length : at + 1);
    if (now === null || at !== -1 || now.state.doc.toString() === props.text) return;
    now.dispatch({
      changes: { from: 0, to: now.state.doc.length, insert: props.text },
      annotations: fromOutside.of(true),
    });
  }, [props.text]);

  const mark = useEffectEvent((now: EditorView) => {
    const marks = props.findings.map(
      (finding): Diagnostic => ({
        ...stretchOf(now.state.doc, finding),
        severity: finding.severity,
        message: `${finding.message} ${finding.mend}`,
        renderMessage: () => props.sayFinding(finding),
      }),
    );
    now.dispatch(setDiagnostics(now.state, marks));
  });
  useEffect(() => {
    if (view.current !== null) mark(view.current);
  }, [props.findings]);

  useImperativeHandle(props.ref, () => ({
    show: (place) => {
      const now = view.current;
      if (now === null) return;
      const { from, to } = stretchOf(now.state.doc, place);
      now.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: "center" }),
      });
      now.focus();
    },
  }));
  return <div ref={box} className={props.className} />;
}
