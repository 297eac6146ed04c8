import { CUSTOMER_ROLES, SUBSCRIPTION_STATES } from "@troth/core";
import { z } from "zod";
import { Instant, Slug } from "./common.ts";
import { Email, PersonName } from "./person.ts";

const Name = z.string().trim().min(1).max(200);

export const PutOrganisation = z.object({ name: Name }).meta({ id: "PutOrganisation" });
export const PutMember = z
  .object({
    email: Email,
    name: PersonName,
    role: z.enum(CUSTOMER_ROLES).default("member"),
    issuer: z.string().max(500).optional(),
  })
  .meta({ id: "PutMember" });
export const PutSubscription = z
  .object({
    pricing: z.string().max(100).nullable().meta({ description: "Pricing plan, as the policy maps it." }),
    tier: z.string().max(100).nullable().default(null),
    state: z.enum(SUBSCRIPTION_STATES).default("active"),
    at: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: "When it took effect; now when left out." }),
  })
  .meta({ id: "PutSubscription" });
export const PutProject = z
  .object({ name: Name, region: z.string().max(100), isProduction: z.boolean().nullable().default(null) })
  .meta({ id: "PutProject" });
export const PutBranch = z
  .object({
    name: Name,
    isDefault: z.boolean().default(false),
    isProtected: z.boolean().default(false),
    state: z.string().max(50).default("ready"),
  })
  .meta({ id: "PutBranch" });
export const PutEndpoint = z
  .object({
    kind: z.enum(["read_write", "read_only"]).default("read_write"),
    state: z.enum(["init", "active", "idle"]).default("active"),
    isDisabled: z.boolean().default(false),
    suspendedFor: z.string().max(100).nullable().default(null),
  })
  .meta({ id: "PutEndpoint" });

export const Endpoint = z
  .object({
    id: Slug,
    kind: z.enum(["read_write", "read_only"]),
    state: z.enum(["init", "active", "idle"]),
    isDisabled: z.boolean(),
    suspendedFor: z.string().nullable(),
  })
  .meta({ id: "Endpoint" });
export const Branch = z
  .object({
    id: Slug,
    name: z.string(),
    isDefault: z.boolean(),
    isProtected: z.boolean(),
    state: z.string(),
    endpoints: z.array(Endpoint),
  })
  .meta({ id: "Branch" });
export const Project = z
  .object({
    id: Slug,
    name: z.string(),
    region: z.string(),
    isProduction: z.boolean().nullable(),
    branches: z.array(Branch),
  })
  .meta({ id: "Project" });
export type Project = z.infer<typeof Project>;

export const SubscriptionEntry = z
  .object({
    at: Instant,
    pricing: z.string().nullable(),
    tier: z.string().nullable(),
    state: z.enum(SUBSCRIPTION_STATES),
  })
  .meta({ id: "SubscriptionEntry" });

export const Organisation = z
  .object({
    id: Slug,
    name: z.string(),
    subscription: SubscriptionEntry.nullable(),
    timeline: z.array(SubscriptionEntry),
    members: z.array(
      z.object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(CUSTOMER_ROLES) }),
    ),
    projects: z.array(Project),
  })
  .meta({ id: "Organisation" });

export const Written = z.object({ id: Slug, seq: z.number().int() }).meta({ id: "Written" });
