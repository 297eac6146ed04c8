import { isLogLine, isLogTail } from "./log-lines.ts";

/** A stretch of a message: running text in Markdown, or lines of code or a log that are shown as they are. */
export type Block = { readonly kind: "text" | "code"; readonly text: string };

const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;

/** Log lines that make a block of their own; one alone may be part of a sentence. */
const FEWEST = 2;

/**
 * Cuts a message at its fences, and where a log or a stack trace stands in it without any. A fence that is never closed
 * runs to the end, as in Markdown.
 */
export function blocksOf(message: string): readonly Block[] {
  const blocks: Block[] = [];
  let text: string[] = [];
  const close = () => {
    blocks.push(...textAndLogs(text));
    text = [];
  };
  const lines = message.split(/\r\n|\n|\r/);
  for (let at = 0; at < lines.length; at += 1) {
    const fence = FENCE.exec(lines[at] ?? "")?.[1];
    if (fence === undefined) {
      text.push(lines[at] ?? "");
      continue;
    }
    close();
    const end = closingOf(lines, at + 1, fence);
    blocks.push(...blockOf("code", lines.slice(at + 1, end)));
    at = end;
  }
  close();
  return blocks;
}

/** The line that closes a fence: the same sign, as often or more; else the end. */
function closingOf(lines: readonly string[], from: number, fence: string): number {
  const end = lines.findIndex((line, at) => at >= from && isClosing(line.trim(), fence));
  return end === -1 ? lines.length : end;
}

function isClosing(line: string, fence: string): boolean {
  return line.startsWith(fence) && line === fence.charAt(0).repeat(line.length);
}

function textAndLogs(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let text: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = logEnd(lines, at);
    if (end === at) {
      text.push(lines[at] ?? "");
      at += 1;
      continue;
    }
    blocks.push(...blockOf("text", text), ...blockOf("code", lines.slice(at, end)));
    text = [];
    at = end;
  }
  return [...blocks, ...blockOf("text", text)];
}

/** Where the log that begins at this line ends; the line itself when none begins. */
function logEnd(lines: readonly string[], from: number): number {
  if (!isLogLine(lines[from] ?? "")) return from;
  let end = from;
  let count = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (isLogLine(line)) count += 1;
    else if (!isLogTail(line)) break;
    end = at + 1;
  }
  return count >= FEWEST ? end : from;
}

function blockOf(kind: Block["kind"], lines: readonly string[]): readonly Block[] {
  const text = lines.join("\n");
  if (text.trim() === "") return [];
  return [{ kind, text: kind === "text" ? text.replace(/^(?:[ \t]*\n)+|\s+$/g, "") : text }];
}
