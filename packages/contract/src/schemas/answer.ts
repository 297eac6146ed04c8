import { saysSomething } from "@troth/core";
import { z } from "zod";
import { Clause, Instant, Link } from "./common.ts";

/** Characters of a question; a longer text is a log, and belongs into a ticket. */
const LONGEST_QUESTION = 4_000;

const text = (what: string, most: number) =>
  z
    .string()
    .refine(saysSomething, { message: `${what} is empty. Write at least one word.` })
    .refine((one) => one.length <= most, {
      message: `${what} is longer than ${most.toLocaleString("en")} characters. Shorten it; a log belongs into a ticket.`,
    })
    .refine((one) => !one.includes("\u0000"), { message: `${what} contains a NUL character. Remove it.` });

export const Surface = z.enum(["console", "portal", "docs", "ask"]);

const key = z
  .string()
  .max(100)
  .meta({ description: "What came with the first answer to somebody who is not signed in." });

export const Ask = z
  .object({
    question: text("The question", LONGEST_QUESTION),
    conversation: z
      .uuid()
      .optional()
      .meta({ description: "To go on with one; without it a new one begins." }),
    key: key.optional(),
    surface: Surface,
    locale: z.enum(["en", "de"]).default("en"),
    zone: z.string().max(100).nullable().default(null),
  })
  .meta({ id: "Ask" });

export const Answer = z
  .object({
    outcome: z.enum(["answer", "closest", "hand-off"]),
    why: z.enum(["found", "policy", "unsure", "own-affair", "nothing-found"]),
    sentences: z.array(
      z.object({
        text: z.string(),
        cites: z.array(z.number().int()).meta({ description: "Which of `places` it stands at, from 0." }),
      }),
    ),
    places: z.array(
      z.object({
        title: z.string(),
        href: z.string(),
        heading: z.string(),
        source: z.string(),
        changedAt: Instant,
        clause: Clause.nullable(),
      }),
    ),
    account: z
      .object({ text: z.string(), clause: Clause })
      .nullable()
      .meta({ description: "What holds for the asker's own account, where the question is about support." }),
    next: z.array(Link).meta({ description: "Where to go on, the best first." }),
  })
  .meta({
    id: "Answer",
    description: "What was found for a question: sentences of the sources, each with its place.",
  });

export const Asked = z
  .object({
    conversation: z.uuid(),
    key: z
      .string()
      .nullable()
      .meta({ description: "Opens the conversation again; told once, to whom is not signed in." }),
    seq: z.number().int(),
    answer: Answer,
  })
  .meta({ id: "Asked" });

export const ReadConversation = z.object({ key: key.optional() });

export const Conversation = z
  .object({
    id: z.uuid(),
    surface: z.enum(["console", "portal", "docs", "ask", "discord"]),
    openedAt: Instant,
    ticket: z.number().int().nullable(),
    exchanges: z.array(
      z.object({
        seq: z.number().int(),
        at: Instant,
        question: z.string(),
        answer: Answer,
        helped: z.boolean().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Conversation" });

export const JudgeAnswer = z
  .object({
    key: key.optional(),
    helped: z.boolean(),
    reason: text("The reason", 1_000).optional(),
  })
  .meta({ id: "JudgeAnswer" });
