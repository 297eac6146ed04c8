import {
  FIELD_SYNONYMS,
  type Library,
  passagesOf,
  rankOf,
  readSynonyms,
  replyTo,
  type Scores,
  scoresOf,
  shelve,
} from "@troth/knowledge";
import { command, json, type Surroundings, success, WrongUse } from "../policy/command.ts";
import { pagesIn } from "./corpus.ts";
import { questionsIn, type WrittenQuestion } from "./questions.ts";

const help = `Usage: troth kb eval --corpus DIR --questions FILE.jsonl [--only CORPUS] [--synonyms FILE] [--json]

Indexes a folder of Markdown, asks every question of the file as the AI chat would without a key, and scores
the replies. A question is a line: {"id":"q1","q":"how do I …","kind":"answerable","relevant":["guides/page"]};
kind is answerable, unanswerable or abuse, and relevant names pages by their path without the ending.

  --corpus DIR      the folder of pages
  --questions FILE  the questions, JSON, one a line
  --only CORPUS     ask only the questions whose «corpus» is this
  --synonyms FILE   your own table: a group a line, set apart by commas (default: ours of the field)
  --json            all figures, and what became of each question

Example: troth kb eval --corpus docs/guides --questions questions.jsonl
`;

type Reply = {
  readonly id: string;
  readonly outcome: string;
  readonly pages: readonly string[];
  /** From 1; null where no page that answers was found, or none is known. */
  readonly rank: number | null;
  readonly score: number;
  readonly passages: readonly string[];
};

type Evaluation = Scores & {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly indexMs: number;
  readonly perQuestion: readonly Reply[];
};

/** `troth kb`: today one act, the evaluation that any vendor can run on their own questions. */
export const kb = command(
  {
    name: "kb",
    summary: "score the AI chat's replies on your own questions",
    help,
    options: { corpus: "text", questions: "text", only: "text", synonyms: "text" },
  },
  (given, surroundings) => {
    const [act, ...more] = given.positionals;
    if (act !== "eval" || more.length > 0)
      throw new WrongUse("Say: troth kb eval --corpus DIR --questions FILE");
    const file = needed(given.text("questions"), "--questions");
    const text = surroundings.readFile(file);
    if (text === null) throw new WrongUse(`There is no file ${file}.`);
    const only = given.text("only");
    const questions = questionsIn(text, file).filter(({ corpus }) => only === null || corpus === only);
    if (questions.length === 0)
      throw new WrongUse(`There is no question ${only === null ? "" : `of ${only} `}in ${file}.`);
    const folder = needed(given.text("corpus"), "--corpus");
    const evaluation = evaluate(folder, questions, synonymsFrom(given.text("synonyms"), surroundings));
    return success(given.has("json") ? json(evaluation) : tableOf(evaluation));
  },
);

function needed(value: string | null, option: string): string {
  if (value === null) throw new WrongUse(`${option} is missing.`);
  return value;
}

function synonymsFrom(file: string | null, surroundings: Surroundings) {
  if (file === null) return readSynonyms(FIELD_SYNONYMS);
  const table = surroundings.readFile(file);
  if (table === null) throw new WrongUse(`There is no file ${file}.`);
  return readSynonyms(table);
}

function evaluate(
  folder: string,
  questions: readonly WrittenQuestion[],
  synonyms: ReturnType<typeof readSynonyms>,
): Evaluation {
  const began = performance.now();
  const pages = pagesIn(folder);
  if (pages === null) throw new WrongUse(`There is no folder ${folder}.`);
  if (pages.length === 0) throw new WrongUse(`There is no page (*.md, *.mdx) in ${folder}.`);
  const library = shelve(pages);
  const indexMs = performance.now() - began;
  const asked = questions.map((question) => {
    const from = performance.now();
    const reply = replyTo(library, question.q, synonyms);
    const ms = performance.now() - from;
    const ids = reply.hits.map(({ page }) => library.pages[page]?.id ?? "");
    return { question, ...reply, pages: ids, ms };
  });
  const times = asked.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    ...scoresOf(asked),
    p50Ms: rounded(quantile(times, 0.5)),
    p95Ms: rounded(quantile(times, 0.95)),
    indexMs: Math.round(indexMs),
    perQuestion: asked.map((one) => ({
      id: one.question.id,
      outcome: one.outcome,
      pages: one.pages,
      rank: rankOf(one),
      score: rounded(one.confidence),
      passages: passagesOf(library, one).map((passage) => passageText(library, passage)),
    })),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function passageText(library: Library, { page, heading, texts }: Library["passages"][number]): string {
  const title = library.pages[page]?.title ?? "";
  return [heading === "" || heading === title ? title : `${title}: ${heading}`, ...texts].join("\n");
}

function tableOf(evaluation: Evaluation): string {
  const share = (value: number | null): string => (value === null ? "–" : `${(100 * value).toFixed(1)} %`);
  const figure = (value: number | null): string => (value === null ? "–" : value.toFixed(3));
  const { hitAt1, hitAt5, hitAt10, mrr, ndcgAt10, unanswerableCaught, wronglyRefused, auc } = evaluation;
  const rows: readonly (readonly [string, string])[] = [
    ["questions", String(evaluation.questions)],
    ["a page that answers is first", share(hitAt1)],
    ["… among the first 5", share(hitAt5)],
    ["… among the first 10", share(hitAt10)],
    ["MRR", figure(mrr)],
    ["nDCG@10", figure(ndcgAt10)],
    ["without an answer: not answered", share(unanswerableCaught)],
    ["with an answer: not answered", share(wronglyRefused)],
    ["AUC of the confidence", figure(auc)],
    ["reply, p50 / p95", `${evaluation.p50Ms} / ${evaluation.p95Ms} ms`],
    ["reading and indexing", `${evaluation.indexMs} ms`],
  ];
  const wide = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(wide)}  ${value}\n`).join("");
}
