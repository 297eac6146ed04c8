import { createElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";

/** A sentence with elements in it: rich`Due ${<When/>}.` keeps the word order in the catalogue. */
export function rich(strings: TemplateStringsArray, ...values: readonly ReactNode[]): ReactElement {
  const pieces = strings.flatMap((text, at) => (at < values.length ? [text, values[at]] : [text]));
  return createElement(Fragment, null, ...pieces);
}

/** The plain text of a sentence made with `rich`; elements other than fragments say nothing. */
export function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return node.map((child: ReactNode) => textOf(child)).join("");
  if (isValidElement<{ children?: ReactNode }>(node) && node.type === Fragment) {
    return textOf(node.props.children);
  }
  return "";
}
