import { z } from "zod";
import { Cursor, Instant, Named } from "./common.ts";
import { Entitlement, Finding } from "./policy.ts";
import { draftSource } from "./policy-draft.ts";

export const ReplayPolicy = z
  .object({
    ...draftSource,
    days: z.number().int().min(1).max(366).default(30),
    cursor: Cursor.optional().meta({ description: "For the next page of the list; it has no figures." }),
  })
  .meta({ id: "ReplayPolicy" });

const Count = z.number().int();

export const ReplayTally = z
  .object({
    promises: Count,
    kept: Count,
    missed: Count.meta({ description: "Commitments that were not kept." }),
    late: Count.meta({ description: "Less firm promises that were not kept." }),
    open: Count,
  })
  .meta({ id: "ReplayTally" });

const GroupTally = ReplayTally.extend({ tickets: Count }).meta({ id: "ReplayGroupTally" });

export const ReplaySummary = z
  .object({
    tickets: Count,
    changed: Count,
    untold: Count.meta({ description: "Tickets of which nothing can be told; they are in no other figure." }),
    untoldFor: z.array(z.object({ reason: z.string(), message: z.string(), count: Count })),
    entitlement: z.object({ open: Count, redirected: Count, refused: Count }),
    promises: z.object({ before: ReplayTally, after: ReplayTally }),
    groups: z.array(z.object({ plan: Named, severity: Named, before: GroupTally, after: GroupTally })),
    dues: z.object({ earlier: Count, later: Count, same: Count, gained: Count, lost: Count }),
    shifts: z
      .array(z.object({ fromMs: Count.nullable(), toMs: Count.nullable(), count: Count }))
      .meta({ description: "How many dues would have come so much later, or earlier below zero." }),
  })
  .meta({ id: "ReplaySummary" });

const Outcome = z.enum(["kept", "missed", "late", "open", "none"]);

export const ReplayedTicket = z
  .object({
    number: Count,
    organisation: Named,
    openedAt: Instant,
    untold: z.object({ reason: z.string(), message: z.string() }).nullable(),
    entitlement: Entitlement.nullable().meta({ description: "Where it would not have been open." }),
    planBefore: z.string(),
    planAfter: z.string().nullable(),
    severityBefore: z.string(),
    severityAfter: z.string().nullable(),
    clocks: z
      .array(
        z.object({
          metric: z.string(),
          dueBefore: Instant.nullable(),
          dueAfter: Instant.nullable(),
          outcomeBefore: Outcome,
          outcomeAfter: Outcome,
        }),
      )
      .meta({ description: "Those that differ." }),
  })
  .meta({ id: "ReplayedTicket" });

export const PolicyReplay = z
  .object({
    isRunnable: z.boolean(),
    findings: z.array(Finding),
    from: Instant,
    to: Instant,
    summary: ReplaySummary.nullable().meta({ description: "Null on pages after the first." }),
    tickets: z.array(ReplayedTicket).meta({ description: "200 at a time, the newest first." }),
    nextCursor: z.string().nullable(),
  })
  .meta({
    id: "PolicyReplay",
    description: "What past tickets would have had, were the draft the only policy from the beginning.",
  });
