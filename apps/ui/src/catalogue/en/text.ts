import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of what people write: secrets in it, code, finding a place in it, keeping a copy. */
export const text = {
  code: {
    block: (lines: number) => `Code, ${counted("en", lines, "line", "lines")}`,
    lines: (lines: number) => counted("en", lines, "line", "lines"),
    copyAll: "Copy",
    show: (lines: number) => `${counted("en", lines, "line", "lines")}, show`,
    fold: (lines: number) => `${counted("en", lines, "line", "lines")}, fold`,
    copy: (lines: number) => `Copy all ${counted("en", lines, "line", "lines")}`,
  },
  transcript: {
    title: "Transcript",
    html: "To print",
    htmlName: "Transcript to print",
    markdown: "Markdown",
    markdownName: "Transcript as Markdown",
    hint: "Messages, promises and how they were kept. Secrets stay masked.",
    saved: (file: string) => `Saved as ${file}`,
  },
  find: {
    inThread: "Find in this conversation",
    inBlock: "Find in these lines",
    at: (at: number, count: number) => `${at} of ${count}`,
    atOfMore: (at: number, count: number) => `${at} of ${count} or more`,
    none: "Nothing found",
    next: "Next match",
    previous: "Match before",
  },
  secrets: {
    /** What a secret is called; `of` is whose it is, e.g. GitHub, where its form tells. */
    kinds: {
      password: "password",
      token: "token",
      key: "key",
      "private key": "private key",
      login: "login",
    },
    kindOf: (of: string, kind: string) => `${of} ${kind}`,
    masked: (kind: string) => `${kind}, masked`,
    found: (names: string) =>
      `Recognised: ${names}. Readers see a mask instead; it is safest not to send it at all.`,
    mask: "Mask it",
    maskAll: (count: number) => `Mask all ${count}`,
    maskedNow: "Masked. The rest of your text is as it was.",
    inMessage: (count: number) => `${counted("en", count, "secret", "secrets")} masked`,
    show: "Show",
    showTitle: "Look at what is masked",
    showHint: "The customer sees that you looked, when, and this reason.",
    reason: "Why do you need to see it?",
    reasonFirst: "Write the reason first.",
    look: "Show and record it",
    looking: "Recording",
    lookedNow: "Shown, and on record. It is masked again when you leave this ticket.",
    shownNow: "You are reading this with its secrets. The look is on record.",
    hide: "Mask again",
    looked: (by: string, author: string, at: ReactNode) =>
      rich`${by} looked at the masked part of what ${author} wrote on ${at}`,
  },
};
