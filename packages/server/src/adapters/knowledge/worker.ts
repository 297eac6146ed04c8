import { parentPort } from "node:worker_threads";
import { learnFrom, type Page, packMeaning } from "@troth/knowledge";
import type { AskedFor, FoundReply } from "../../ports/answers.ts";
import type { KnowledgeNews } from "../../ports/knowledge.ts";
import { Bookcase } from "./bookcase.ts";

/** What the thread is told. */
export type ToWorker =
  | { readonly kind: "news"; readonly workspace: string; readonly news: KnowledgeNews }
  | { readonly kind: "ask"; readonly id: number; readonly asked: AskedFor }
  | { readonly kind: "learn"; readonly id: number; readonly pages: readonly Page[] };

/** What it answers, to which question. */
export type FromWorker =
  | { readonly id: number; readonly reply: FoundReply }
  | { readonly id: number; readonly meaning: Uint8Array }
  | { readonly id: number; readonly failure: string };

const bookcases = new Map<string, Bookcase>();

function bookcaseOf(workspace: string): Bookcase {
  const bookcase = bookcases.get(workspace) ?? new Bookcase();
  bookcases.set(workspace, bookcase);
  return bookcase;
}

function answer(told: Exclude<ToWorker, { kind: "news" }>): FromWorker {
  const { id } = told;
  try {
    if (told.kind === "learn") return { id, meaning: packMeaning(learnFrom(told.pages)) };
    const { workspace, organisation, question } = told.asked;
    return { id, reply: bookcaseOf(workspace).reply(organisation, question) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (told: ToWorker) => {
  if (told.kind === "news") bookcaseOf(told.workspace).take(told.news);
  else parentPort?.postMessage(answer(told), []);
});
