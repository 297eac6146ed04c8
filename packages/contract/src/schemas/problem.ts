import { TICKET_STATES } from "@troth/core";
import { z } from "zod";
import { Clause, Link } from "./common.ts";

/** The eight codes of a failed request and their HTTP status. */
export const FAIL_STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  refused: 403,
  missing: 404,
  conflict: 409,
  limit: 429,
  internal: 500,
} as const;

export type FailCode = keyof typeof FAIL_STATUS;

/** RFC 9457, with the policy clause where a rule of the policy decided. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: "What happened and what to do next, for the reader." }),
    code: z.enum([
      "invalid",
      "unauthenticated",
      "forbidden",
      "refused",
      "missing",
      "conflict",
      "limit",
      "internal",
    ]),
    reason: z.string().optional().meta({ description: "Stable code of the rule, e.g. plan-lacks-channel." }),
    facts: z.record(z.string(), z.string()).optional().meta({
      description: "What the sentence names, by the reason: e.g. the name of the release there is already.",
    }),
    clause: Clause.optional(),
    next: z.array(Link).optional(),
    revision: z
      .number()
      .int()
      .optional()
      .meta({ description: "The newer revision, where somebody saved in between." }),
    state: z.enum(TICKET_STATES).optional().meta({
      description: "The ticket's state at that revision.",
    }),
    severity: z
      .object({ id: z.string(), rank: z.number().int(), name: z.string() })
      .optional()
      .meta({ description: "The severity in force at that revision." }),
    change: z
      .object({
        what: z.string().meta({ description: "e.g. assessed, wrote, took, ended." }),
        by: z.string().nullable().meta({ description: "Name of who did it; null where they are gone." }),
        to: z.string().nullable().meta({ description: "What it became, or who got it." }),
      })
      .optional()
      .meta({ description: "The last thing that somebody did to the ticket in between." }),
    fields: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          reason: z.string().optional(),
          facts: z.record(z.string(), z.string()).optional(),
        }),
      )
      .optional()
      .meta({ description: "What is wrong, field by field, each with a reason and facts of its own." }),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;
