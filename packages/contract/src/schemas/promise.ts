import { CLOCK_STATES, FIRMNESSES, REMINDER_KINDS } from "@troth/core";
import { z } from "zod";
import { Clause, Instant } from "./common.ts";

export const Amount = z
  .object({ amount: z.number(), unit: z.string() })
  .meta({ id: "Amount", description: "As the policy says it, e.g. 2 business_day." });

export const PromiseOfReply = z
  .object({
    metric: z.string(),
    firmness: z.enum(FIRMNESSES),
    op: z.enum(["less-than", "within"]),
    state: z.enum(CLOCK_STATES),
    startedAt: Instant,
    dueAt: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    target: Amount.nullable(),
    plan: z.string(),
    tier: z.string().nullable(),
    severity: z.string(),
    calendar: z
      .object({
        id: z.string(),
        name: z.string(),
        version: z.string(),
        zone: z.string().nullable().meta({ description: "Null when the clock runs round the clock." }),
      })
      .nullable(),
    isDueAtClosing: z.boolean().meta({ description: "The due instant is a closing time of the calendar." }),
    warned: z.enum(REMINDER_KINDS).nullable().meta({
      description: "The last reminder that has come: half the time, four fifths, one open hour before due.",
    }),
    policyVersion: z.string(),
    clause: Clause.nullable(),
    history: z.array(
      z.object({ at: Instant, why: z.string(), dueFrom: Instant.nullable(), dueTo: Instant.nullable() }),
    ),
  })
  .meta({ id: "PromiseOfReply", description: "One clock of a ticket: what was promised and how it stands." });
export type PromiseOfReply = z.infer<typeof PromiseOfReply>;

export const ReceiptRow = z
  .object({
    from: Instant,
    to: Instant,
    scheduleId: z.string().nullable(),
    version: z.string().nullable(),
    reason: z.enum(["open", "closed", "holiday", "special", "break", "paused", "gap"]),
    name: z.string().nullable(),
    businessMs: z.number().int(),
    dayFraction: z.object({ num: z.number().int(), den: z.number().int() }).nullable(),
  })
  .meta({ id: "ReceiptRow" });

export const Receipt = z
  .object({ promise: PromiseOfReply, rows: z.array(ReceiptRow) })
  .meta({ id: "Receipt", description: "Why the due instant is what it is; the rows add up to the target." });
export type Receipt = z.infer<typeof Receipt>;
