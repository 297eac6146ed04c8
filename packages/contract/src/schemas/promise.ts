import { CLOCK_STATES, FIRMNESSES, INTAKES, REMINDER_KINDS } from "@troth/core";
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
    isHoursUnknown: z.boolean().meta({
      description: "No due can be told: the hours go by something of the customer that nobody has told us.",
    }),
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

const Days = z.union([z.number(), z.object({ num: z.number().int(), den: z.number().int() })]);

/** What one due is computed from, in the shapes that `troth due --json` prints. */
const Reckoning = z.object({
  due: Instant.nullable(),
  firmness: z.enum(FIRMNESSES),
  op: z.enum(["less-than", "within"]).nullable(),
  target: z
    .object({
      amount: z.number().nullable(),
      unit: z.string().nullable(),
      lowered: z
        .object({
          calendar: z.string(),
          amount: z.union([z.object({ ms: z.number().int() }), z.object({ days: Days })]),
        })
        .nullable()
        .meta({ description: "What the clock counts: milliseconds or business days of open time." }),
    })
    .nullable(),
  asked: z
    .object({
      question: z.object({
        plan: z.string(),
        tier: z.string().nullable(),
        severity: z.string(),
        intake: z.enum(INTAKES),
        category: z.string().nullable(),
        metric: z.string(),
        when: z.string().nullable(),
        addOns: z.array(z.string()).optional(),
        cohorts: z.array(z.string()).optional(),
        language: z.string().optional(),
        region: z.string().optional(),
      }),
      at: Instant,
      bindings: z
        .object({
          zone: z.string().optional(),
          holidays: z.array(z.object({ date: z.string(), name: z.string().optional() })).optional(),
        })
        .meta({ description: "What the customer settles of calendars that leave it to them." }),
      pauses: z.array(z.object({ start: Instant, end: Instant })),
    })
    .meta({
      description: "The question to the policy. Counting begins at `at`; what lies in a pause is left out.",
    }),
  policy: z
    .object({ id: z.string(), version: z.string(), hash: z.string() })
    .meta({ description: "The version whose table states the target, with the hash of its content." }),
  calendars: z
    .array(z.object({ from: Instant.nullable(), policyVersion: z.string(), calendarVersion: z.string() }))
    .meta({
      description: "From `from` on (null: from where counting begins) the hours are those of this version.",
    }),
  why: z.string().meta({ description: "What made this promise, e.g. severity-raised." }),
});

export const LaterPromise = Reckoning.meta({
  id: "PromiseInForce",
  description: "A promise that is in force, too, and falls due later.",
});

export const Receipt = Reckoning.extend({
  promise: PromiseOfReply,
  rows: z.array(ReceiptRow),
  ticket: z.number().int(),
  later: z.array(LaterPromise),
}).meta({
  id: "Receipt",
  description:
    "Why the due instant is what it is: the rows add up to the target. With the folders of the policy versions it names, `troth due DIR --receipt FILE` computes it again.",
});
export type Receipt = z.infer<typeof Receipt>;
