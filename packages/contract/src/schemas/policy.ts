import { z } from "zod";
import { Clause, Instant, Link } from "./common.ts";

export const Ground = z
  .object({
    id: z.string(),
    kind: z.enum(["definition", "example", "context"]),
    text: z.string(),
    points: z.array(z.object({ id: z.string(), text: z.string() })),
  })
  .meta({ id: "Ground" });

export const Severity = z
  .object({
    id: z.string(),
    rank: z.number().int(),
    name: z.string(),
    summary: z.string(),
    grounds: z.array(Ground),
    asksBusinessImpact: z.boolean(),
  })
  .meta({ id: "Severity" });

export const Category = z
  .object({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    route: z.string(),
    defaultSeverity: z.string().nullable(),
    warnsAt: z.array(z.string()),
    isIssue: z.boolean(),
    advice: z.string().nullable().meta({ description: "What the policy advises before such a request." }),
  })
  .meta({ id: "Category" });

export const ChannelAccess = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string(),
    isOfficial: z.boolean(),
    access: z.string(),
    href: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: "ChannelAccess" });

export const Statement = z
  .object({
    id: z.string(),
    text: z.string(),
    oneOf: z.number().int().optional().meta({
      description: "Of those with the same number one is enough; each without it must be confirmed.",
    }),
  })
  .meta({ id: "Statement" });

export const Entitlement = z
  .object({
    decision: z.enum(["allow", "deny", "redirect"]),
    reason: z.string(),
    message: z.string(),
    clause: Clause,
    next: z.array(Link),
    asks: z
      .array(Statement)
      .optional()
      .meta({ description: "What the person has to confirm before it is taken." }),
  })
  .meta({ id: "Entitlement", description: "The one decision that every door asks." });

export const PlanException = z
  .object({
    door: z.string().nullable().meta({ description: "Null for any door." }),
    category: z.string(),
    note: z.string().meta({ description: "The policy's own words." }),
    clause: Clause,
  })
  .meta({
    id: "PlanException",
    description: "A kind of request that is open although the plan has no tickets.",
  });

export const PolicyVersion = z
  .object({
    policy: z.string(),
    version: z.string(),
    hash: z.string(),
    publishedAt: Instant,
    publishedBy: z.string(),
    note: z.string().nullable(),
    isCurrent: z.boolean(),
  })
  .meta({ id: "PolicyVersion" });

export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    file: z.string(),
    line: z.number().int(),
    column: z.number().int(),
    message: z.string(),
    mend: z.string(),
  })
  .meta({ id: "Finding" });

export const PublishPolicy = z
  .object({
    files: z.record(z.string().max(200), z.string().max(1_000_000)).optional(),
    draft: z
      .object({ id: z.uuid(), revision: z.number().int().positive() })
      .optional()
      .meta({ description: "A stored draft as it was read, in place of files." }),
    note: z.string().max(2_000).optional(),
  })
  .meta({ id: "PublishPolicy" });

export const PolicyPublished = z
  .object({
    published: PolicyVersion.nullable().meta({
      description: "Null when errors kept it from being published.",
    }),
    findings: z.array(Finding),
  })
  .meta({ id: "PolicyPublished" });
