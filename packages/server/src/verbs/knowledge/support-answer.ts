import { type SupportTopic, supportTopicOf } from "@troth/core";
import {
  FIELD_SYNONYMS,
  type Library,
  NO_MEANING,
  quotesFor,
  readMarkdown,
  readSynonyms,
  shelve,
} from "@troth/knowledge";
import { type Clause, coverOf, type Policy, planText, renderPage } from "@troth/policy";
import { ANSWER_WORDS } from "../../catalogue/answer-words.ts";
import { dueWords } from "../../catalogue/due-words.ts";
import type { Answer } from "../../ports/answer.ts";
import type { Ctx, Scene } from "../context.ts";
import { askerOf } from "../directory/asker-of.ts";
import type { Shelved } from "../policy-shelf.ts";
import { previewOf } from "../ticket/preview-ticket.ts";

/** What was answered of support itself, without where to go on. */
export type SupportAnswer = Omit<Answer, "next">;

export type SupportQuestion = {
  readonly question: string;
  readonly locale: "en" | "de";
  readonly zone: string | null;
  readonly shelved: Shelved;
};

/**
 * Answers a question about support itself from the compiled policy in force, in its own words, with clause and version,
 * and for a customer with what holds for their account; null when the question is about something else.
 */
export async function supportAnswer(
  ctx: Ctx,
  scene: Scene,
  asked: SupportQuestion,
): Promise<SupportAnswer | null> {
  const topic = supportTopicOf(asked.question);
  if (topic === null) return null;
  const { runnable, published } = asked.shelved;
  const { policy } = runnable;
  const quotes = quotesFor(libraryOf(asked.shelved), asked.question, SYNONYMS);
  const account = await accountWords(scene, asked, topic);
  if (quotes.length === 0 && account === null) return null;
  const places = [...new Map(quotes.map((quote) => [quote.anchor, quote])).values()];
  return {
    outcome: "answer",
    why: "policy",
    confidence: 1,
    sentences: quotes.map(({ text, anchor }) => ({
      text,
      cites: [places.findIndex((place) => place.anchor === anchor)],
    })),
    places: places.map(({ anchor, heading }) => ({
      title: policy.title,
      address: `${ctx.workspace.baseUrl}/support`,
      anchor,
      heading,
      source: policy.title,
      changedAt: published.publishedAt,
      clause: clauseAt(policy, anchor),
    })),
    account,
  };
}

const SYNONYMS = readSynonyms(FIELD_SYNONYMS);

/** A version is compiled once, and so is its page. */
const libraries = new WeakMap<Policy, Library>();

function libraryOf({ runnable: { policy }, published }: Shelved): Library {
  const kept = libraries.get(policy);
  if (kept) return kept;
  const text = renderPage(policy, { format: "md", publishedAt: published.publishedAt, anchors: true });
  const library = shelve([readMarkdown("support", text)], NO_MEANING);
  libraries.set(policy, library);
  return library;
}

/** The clause of the policy that stands at an anchor of its page; the page itself where none does. */
export function clauseAt(policy: Policy, anchor: string | null): Clause {
  const first = { id: "top", title: policy.title, policyVersion: policy.version };
  return policy.clauses.find(({ id }) => id === anchor) ?? first;
}

const SEVERITY = /\b(?:sev(?:erity)?|schweregrad|p)[ -]?(\d)\b/i;

/** What holds for the asker's account now, computed as the ticket form computes it; null for whoever has none. */
async function accountWords(
  scene: Scene,
  { question, locale, zone, shelved: { runnable } }: SupportQuestion,
  topic: SupportTopic,
): Promise<Answer["account"]> {
  const { member, actor } = scene;
  if (member === null || actor.kind !== "customer" || topic === "rules") return null;
  const { policy } = runnable;
  const asker = await askerOf(scene, member, policy);
  const named = SEVERITY.exec(question)?.[1];
  const severity = policy.severities.find(({ id }) => id === named)?.id ?? null;
  const { entitlement, commitment } = previewOf(runnable, {
    asker,
    intake: actor.intake,
    category: null,
    severity,
    at: scene.now,
  });
  const { clause, decision, message } = entitlement;
  if (decision !== "allow") return { text: message, clause };
  const cover = coverOf(policy, asker.account, scene.now);
  const plan = cover?.ok === true ? planText(cover.plan, cover.tier) : "";
  const words = ANSWER_WORDS[locale];
  if (commitment?.dueAt == null) return { text: words.noTarget(plan), clause };
  const due = dueWords(locale, zone, commitment.dueAt);
  const text =
    commitment.firmness === "commitment"
      ? words.answerCommitted(plan, severity, due)
      : words.answerBy(plan, severity, due);
  return { text, clause: commitment.snapshot.target?.clause ?? clause };
}
