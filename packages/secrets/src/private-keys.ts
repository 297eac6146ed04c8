import type { Secret } from "./secret.ts";

const BEGIN = /-----BEGIN ([A-Z0-9 ]{0,40})PRIVATE KEY(?: BLOCK)?-----/g;
/** What a key consists of where its end was cut off: lines of base64, headers, written-out line ends. */
const BODY = /(?:[A-Za-z0-9+/=\\]|\r?\n(?!\r?\n)|[ \t])*/y;

/** Private keys in PEM, from the first line to the last; one without an end as far as its letters go. */
export function privateKeys(text: string): Secret[] {
  const found: Secret[] = [];
  let isEndGone = false;
  let last = 0;
  for (const { index, 0: begin } of text.matchAll(BEGIN)) {
    if (index < last) continue;
    const body = index + begin.length;
    const next: number = isEndGone ? -1 : text.indexOf("-----END ", body);
    isEndGone = next === -1;
    last = next === -1 ? bodyEnd(text, body) : lineEnd(text, next + 9);
    if (last > body) found.push({ start: index, end: last, kind: "private key", of: null });
  }
  return [...found, ...puttyKeys(text)];
}

const PUTTY = /Private-Lines:[ \t]{0,4}\d{1,3}[ \t]{0,4}\r?\n/g;
const PUTTY_LINES = /(?:[A-Za-z0-9+/=]{1,200}(?:\r?\n|$)){1,200}/y;

/** The private lines of PuTTY's files; what stands above them is public. */
function puttyKeys(text: string): Secret[] {
  return [...text.matchAll(PUTTY)].flatMap(({ index, 0: head }) => {
    const start = index + head.length;
    PUTTY_LINES.lastIndex = start;
    const length = PUTTY_LINES.exec(text)?.[0].trimEnd().length ?? 0;
    return length === 0 ? [] : [{ start, end: start + length, kind: "private key" as const, of: null }];
  });
}

function lineEnd(text: string, from: number): number {
  const dashes = text.indexOf("-----", from);
  return dashes === -1 || dashes - from > 60 ? from : dashes + 5;
}

function bodyEnd(text: string, from: number): number {
  BODY.lastIndex = from;
  return from + (BODY.exec(text)?.[0].trimEnd().length ?? 0);
}
