import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const mono = { fontFamily: "var(--mantine-font-family-monospace)", fontSize: "13px", lineHeight: "20px" };
const floating = {
  background: "var(--troth-sheet)",
  border: "1px solid var(--troth-edge)",
  borderRadius: "6px",
  color: "var(--troth-ink)",
};

/** Ink on paper: weight and slant tell keys, values and remarks apart; colour stays with links and findings. */
const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--troth-accent)" },
  { tag: [tags.comment, tags.meta], color: "var(--troth-quiet)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.processingInstruction], color: "var(--troth-quiet)" },
  { tag: [tags.heading], color: "var(--troth-ink)", fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--troth-accent)" },
  { tag: [tags.string, tags.content, tags.atom, tags.number, tags.monospace], color: "var(--troth-ink)" },
]);

const theme = EditorView.theme({
  "&": { ...mono, background: "var(--troth-sheet)", color: "var(--troth-ink)", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": mono,
  ".cm-content": { caretColor: "var(--troth-ink)", padding: "8px 0" },
  ".cm-cursor": { borderLeftColor: "var(--troth-ink)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--troth-accent) 26%, transparent)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--troth-sunken)" },
  "&.cm-focused .cm-activeLine": {
    background: "color-mix(in srgb, var(--troth-sunken) 60%, transparent)",
  },
  ".cm-gutters": {
    background: "var(--troth-sheet)",
    borderRight: "1px solid var(--troth-line)",
    color: "var(--troth-quiet)",
  },
  ".cm-gutter-lint": { width: "16px" },
  ".cm-lint-marker": { content: "normal", height: "10px", margin: "5px auto 0", width: "10px" },
  ".cm-lint-marker-error": { background: "var(--troth-late)", borderRadius: "50%" },
  ".cm-lint-marker-warning": {
    background: "var(--troth-attention)",
    clipPath: "polygon(50% 0, 100% 100%, 0 100%)",
  },
  ".cm-lintRange": { backgroundImage: "none !important", paddingBottom: "0" },
  ".cm-lintRange-error": { textDecoration: "underline wavy var(--troth-late)", textUnderlineOffset: "3px" },
  ".cm-lintRange-warning": {
    textDecoration: "underline wavy var(--troth-attention)",
    textUnderlineOffset: "3px",
  },
  ".cm-lintPoint::after": { borderBottomColor: "var(--troth-late)" },
  ".cm-tooltip": { ...floating, maxWidth: "min(480px, 90vw)" },
  ".cm-tooltip.cm-tooltip-lint, .cm-tooltip-hover": {
    fontFamily: "var(--mantine-font-family)",
    fontSize: "14px",
    lineHeight: "20px",
  },
  ".cm-diagnostic": { borderLeftWidth: "4px", padding: "8px 12px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--troth-late)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--troth-attention)" },
  ".cm-tooltip-autocomplete > ul": { ...mono, maxHeight: "280px" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "2px 8px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    background: "var(--troth-chosen)",
    color: "var(--troth-ink)",
  },
  ".cm-completionMatchedText": { fontWeight: "600", textDecoration: "none" },
  ".cm-completionDetail": { color: "var(--troth-quiet)", fontStyle: "normal" },
  ".cm-completionInfo": {
    fontFamily: "var(--mantine-font-family)",
    fontSize: "14px",
    lineHeight: "20px",
    padding: "8px 12px",
    whiteSpace: "pre-wrap",
  },
  ".cm-panels": { background: "var(--troth-sunken)", color: "var(--troth-ink)" },
  ".cm-panels-bottom": { borderTop: "1px solid var(--troth-line)" },
  ".cm-panel.cm-search": { padding: "8px" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-gotoLine input, .cm-panel.cm-gotoLine button":
    {
      ...floating,
      backgroundImage: "none",
      font: "inherit",
      minHeight: "28px",
      padding: "2px 8px",
    },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px" },
  ".cm-panel.cm-search [name=close]": { color: "var(--troth-ink)", minHeight: "24px", minWidth: "24px" },
  ".cm-searchMatch": { background: "var(--troth-attention-tint)", outline: "1px solid var(--troth-edge)" },
  ".cm-searchMatch-selected": { background: "var(--troth-chosen)" },
  "&.cm-focused .cm-matchingBracket": { background: "var(--troth-chosen)" },
});

/** Colours and letters of the editor, from the palette that every screen has. */
export const codeLook = [theme, syntaxHighlighting(highlight)];
