import type { Question } from "@troth/knowledge";
import { WrongUse } from "../policy/command.ts";

/** A question as it stands in a file: JSON, one a line. */
export type WrittenQuestion = Question & { readonly q: string; readonly corpus: string | null };

const KINDS = ["answerable", "unanswerable", "abuse"] as const;

/** Reads the questions of a file; wrong use, with the line, for what is none. */
export function questionsIn(text: string, file: string): WrittenQuestion[] {
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const question = questionOf(line);
    if (question !== null) return [question];
    const shape = '{"id":"…","q":"…","kind":"answerable","relevant":["page"]}';
    throw new WrongUse(`${file}:${index + 1} is no question. A line reads ${shape}.`);
  });
}

function questionOf(line: string): WrittenQuestion | null {
  const read = parsed(line);
  if (typeof read !== "object" || read === null || !("id" in read) || !("q" in read)) return null;
  const { id, q } = read;
  const kind = KINDS.find((one) => one === ("kind" in read ? read.kind : "answerable"));
  const relevant: unknown = "relevant" in read ? read.relevant : [];
  if (typeof id !== "string" || typeof q !== "string" || kind === undefined) return null;
  if (!Array.isArray(relevant) || !relevant.every((page) => typeof page === "string")) return null;
  const corpus = "corpus" in read && typeof read.corpus === "string" ? read.corpus : null;
  return { id, q, kind, relevant, corpus };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
