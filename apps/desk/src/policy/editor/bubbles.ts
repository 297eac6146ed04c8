import type { Finding } from "@troth/policy";
import type { Hover } from "@troth/policy/editor";
import { POLICY_LANG, type PolicyWords } from "@troth/ui";
import classes from "./bubbles.module.css";
import { findingPage } from "./finding-page.ts";

/** What CodeMirror shows in its bubbles is made without React: it draws and drops them itself. */
function element(name: "div" | "p" | "strong" | "code", text: string, className?: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

/** A sentence in which `code` may stand. */
function sentence(text: string): HTMLElement {
  const made = element("p", "");
  const pieces = text.split("`");
  made.append(...pieces.map((piece, at) => (at % 2 === 1 ? element("code", piece) : piece)));
  return made;
}

/** What a finding says, how to mend it, and the way to its own page. */
export function saidFinding(finding: Finding, words: PolicyWords): HTMLElement {
  const box = element("div", "", classes.bubble);
  const head = sentence(finding.message);
  head.lang = POLICY_LANG;
  const mend = sentence(finding.mend);
  mend.lang = POLICY_LANG;
  const link = document.createElement("a");
  link.href = findingPage(finding.code);
  link.target = "_blank";
  link.rel = "noreferrer";
  link.textContent = words.aboutFinding(finding.code);
  box.append(element("strong", words.findingKinds[finding.severity]), head);
  if (finding.mend !== "") box.append(mend);
  box.append(link);
  return box;
}

/** What a word of the policy is for, what is wanted there, and what it stands for. */
export function explained({ path, about, wanted, value }: Hover): HTMLElement {
  const box = element("div", "", classes.bubble);
  box.lang = POLICY_LANG;
  box.append(element("code", path, classes.path));
  if (about !== "") box.append(sentence(about));
  if (wanted !== "") {
    const line = sentence(wanted);
    line.className = classes.wanted ?? "";
    box.append(line);
  }
  if (value !== null) box.append(element("p", `= ${value}`));
  return box;
}
