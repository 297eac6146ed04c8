import {
  autocompletion,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { commonmarkLanguage, markdownKeymap } from "@codemirror/lang-markdown";
import { yamlLanguage } from "@codemirror/lang-yaml";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
} from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  type HoverTooltipSource,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { codeLook } from "./code-look.ts";

export type CodeOptions = {
  /** Name of the file; its ending decides the language. */
  readonly file: string;
  readonly isReadOnly: boolean;
  /** On a phone lines wrap: nothing hides beside the screen. */
  readonly isNarrow: boolean;
  /** What a screen reader says of the field, and the id of the hint that belongs to it. */
  readonly label: string;
  readonly hintId: string;
  /** CodeMirror's own words in the reader's language. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly complete: CompletionSource;
  readonly hover: HoverTooltipSource;
  readonly onChange: (text: string) => void;
};

/** Marks a change that did not come from this editor, so that it is not told back. */
export const fromOutside = Annotation.define<boolean>();

/** All that an editor of one file is made of. Tab indents; Esc before it lets Tab move on. */
export function codeSetup(options: CodeOptions): Extension[] {
  const isYaml = options.file.endsWith(".yaml");
  return [
    EditorState.phrases.of(options.phrases),
    EditorState.tabSize.of(2),
    indentUnit.of("  "),
    lineNumbers(),
    lintGutter(),
    ...(isYaml ? [foldGutter(), codeFolding()] : []),
    ...(isYaml && !options.isNarrow ? [] : [EditorView.lineWrapping]),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search(),
    ...(isYaml ? [yamlLanguage] : [commonmarkLanguage]),
    ...(options.isReadOnly
      ? [EditorState.readOnly.of(true)]
      : [autocompletion({ override: [options.complete], icons: false })]),
    hoverTooltip(options.hover, { hoverTime: 400 }),
    keymap.of([
      ...closeBracketsKeymap,
      ...(isYaml ? [] : markdownKeymap),
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      "aria-describedby": options.hintId,
      tabindex: "0",
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
      translate: "no",
      dir: "ltr",
    }),
    EditorView.updateListener.of((update) => {
      const isOwn = !update.transactions.some((one) => one.annotation(fromOutside));
      if (update.docChanged && isOwn) options.onChange(update.state.doc.toString());
    }),
    codeLook,
  ];
}
