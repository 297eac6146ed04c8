import { CONDUCT_CHANNELS, CONDUCT_DECISIONS, CONDUCT_SCOPES, LIMITS, saysSomething } from "@troth/core";
import { z } from "zod";
import { Instant } from "./common.ts";

const text = z
  .string()
  .max(LIMITS.reasonCharacters, {
    message: `This is longer than ${LIMITS.reasonCharacters.toLocaleString("en")} characters. Shorten it.`,
  })
  .refine((one) => !one.includes("\u0000"), { message: "The text contains a NUL character. Remove it." });
const reason = (message: string) => text.refine(saysSomething, { message });

const sawVersion = z
  .number()
  .int()
  .optional()
  .meta({ description: "Version the decision was made on; a newer one is a conflict." });

export const CASE_STATES = ["reported", "decided", "review", "reinstated"] as const;

export const ReportMessage = z
  .object({
    ticket: z.number().int().positive().max(2_147_483_647),
    message: z.uuid(),
    reason: reason("Say what is wrong with it: one sentence is enough."),
  })
  .meta({ id: "ReportMessage" });

export const Reported = z
  .object({ number: z.number().int().meta({ description: "Number of the case." }) })
  .meta({ id: "MessageReported" });

export const DecideCase = z
  .object({
    decision: z.enum(CONDUCT_DECISIONS),
    scope: z.enum(CONDUCT_SCOPES).nullable().default(null),
    words: text.default("").meta({ description: "What the person concerned reads." }),
    answer: text.default("").meta({ description: "What the reporter reads." }),
    sawVersion,
  })
  .meta({ id: "DecideCase" });

export const Reinstate = z
  .object({ words: reason("Write the reason that the people concerned read."), sawVersion })
  .meta({ id: "ReinstateSupport" });

export const AskReview = z
  .object({ text: reason("Say why you see it otherwise: one sentence is enough.") })
  .meta({ id: "AskReview" });

export const CaseChanged = z
  .object({ number: z.number().int(), version: z.number().int() })
  .meta({ id: "CaseChanged" });

const Party = z.object({
  kind: z.enum(["customer", "agent"]),
  name: z.string(),
  organisation: z.string().nullable(),
});

export const ConductCase = z
  .object({
    number: z.number().int(),
    state: z.enum(CASE_STATES),
    channel: z.enum(CONDUCT_CHANNELS),
    ticket: z.number().int(),
    reporter: Party,
    concerned: Party,
    reportedAt: Instant,
    decision: z.enum(CONDUCT_DECISIONS).nullable(),
    scope: z.enum(CONDUCT_SCOPES).nullable(),
    decidedAt: Instant.nullable(),
    endsSupport: z.boolean().meta({ description: "Whether it keeps somebody out of support now." }),
    version: z.number().int(),
  })
  .meta({ id: "ConductCase" });

export const ConductCaseList = z.object({ cases: z.array(ConductCase) }).meta({ id: "ConductCaseList" });

export const WholeConductCase = z
  .object({
    ...ConductCase.shape,
    reason: z.string().nullable().meta({ description: "The reporter's; null once erased." }),
    message: z.object({ at: Instant, text: z.string() }).nullable(),
    words: z.string().nullable(),
    answer: z.string().nullable(),
    decidedBy: z.string().nullable(),
    review: z.string().nullable(),
    reinstatement: z.string().nullable(),
  })
  .meta({ id: "WholeConductCase" });

export const CaseEffect = z
  .object({
    closes: z.array(z.string()).meta({ description: "Channels that close." }),
    stays: z.array(z.string()).meta({ description: "Channels that stay open." }),
    people: z.number().int(),
    openTickets: z.number().int(),
  })
  .meta({ id: "CaseEffect" });

export const OwnCases = z
  .object({
    reports: z.array(
      z.object({
        number: z.number().int(),
        ticket: z.number().int(),
        reportedAt: Instant,
        isDecided: z.boolean(),
        answer: z.string().nullable(),
      }),
    ),
    decisions: z.array(
      z.object({
        number: z.number().int(),
        ticket: z.number().int(),
        decision: z.enum(CONDUCT_DECISIONS),
        scope: z.enum(CONDUCT_SCOPES).nullable(),
        decidedAt: Instant,
        words: z.string().nullable(),
        endsSupport: z.boolean(),
        review: z.string().nullable(),
        mayAskReview: z.boolean(),
        reinstatement: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "OwnCases" });

/** The decision that keeps the reader out of support. */
export const SupportEnd = z
  .object({
    case: z.number().int(),
    scope: z.enum(CONDUCT_SCOPES),
    at: Instant,
    words: z.string().nullable(),
  })
  .meta({ id: "SupportEnd" });
