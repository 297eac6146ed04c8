import { CUSTOMER_ROLES, SUBSCRIPTION_STATES } from "@troth/core";
import { z } from "zod";
import { demanded, Instant, Slug } from "./common.ts";
import { Email, PersonName } from "./person.ts";

const Name = demanded().max(200);
const When = z.iso.datetime({ offset: true });
const PolicyId = z.string().min(1).max(100);
const Holidays = z
  .array(z.object({ date: z.iso.date(), name: z.string().max(100) }))
  .max(400)
  .meta({ description: "Its own closed days, for calendars that leave holidays to the customer." });

/** What is left out of a PUT stays as it was; null takes it back. */
const told = <S extends z.ZodType>(schema: S) => schema.nullable().optional();

export const PutOrganisation = z
  .object({
    name: Name,
    customerSince: told(When),
    products: told(z.array(PolicyId).max(100)).meta({ description: "Ids of the policy." }),
    supportZone: told(z.string().min(1).max(100)).meta({
      description: "IANA zone, for calendars that leave theirs to the customer.",
    }),
    region: told(PolicyId).meta({ description: "A region that the policy names." }),
    language: told(z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)).meta({
      description: "E.g. ja or pt-BR.",
    }),
    holidays: told(Holidays),
  })
  .meta({ id: "PutOrganisation" });
export const PutMember = z
  .object({
    email: Email,
    name: PersonName,
    role: z.enum(CUSTOMER_ROLES).default("member"),
    issuer: z.string().max(500).optional(),
    isAddressVerified: told(z.boolean()),
    isNamedContact: told(z.boolean()),
    isActive: told(z.boolean()),
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
    addOns: told(z.array(PolicyId).max(50)).meta({
      description: "What was bought beside the plan: ids of the policy, or your names for them.",
    }),
    boughtAt: told(z.record(PolicyId, When)).meta({
      description: "When a plan or add-on was bought, by the policy's id of it.",
    }),
    contract: told(
      z.object({
        plan: PolicyId.optional(),
        tier: PolicyId.optional(),
        addOns: z.array(PolicyId).max(50).optional(),
      }),
    ).meta({ description: "What the contract sets, where the policy lets contracts set it." }),
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
    addOns: z.array(z.string()).optional(),
    boughtAt: z.record(z.string(), Instant).optional(),
    contract: z
      .object({
        plan: z.string().optional(),
        tier: z.string().optional(),
        addOns: z.array(z.string()).optional(),
      })
      .optional(),
  })
  .meta({ id: "SubscriptionEntry" });

export const Organisation = z
  .object({
    id: Slug,
    name: z.string(),
    customerSince: Instant.optional(),
    products: z.array(z.string()).optional(),
    supportZone: z.string().optional(),
    region: z.string().optional(),
    language: z.string().optional(),
    holidays: z.array(z.object({ date: z.string(), name: z.string() })).optional(),
    subscription: SubscriptionEntry.nullable(),
    timeline: z.array(SubscriptionEntry),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        role: z.enum(CUSTOMER_ROLES),
        isAddressVerified: z.boolean().optional(),
        isNamedContact: z.boolean().optional(),
        isActive: z.boolean().optional(),
      }),
    ),
    projects: z.array(Project),
  })
  .meta({ id: "Organisation", description: "What nobody told us is not there." });

export const Written = z.object({ id: Slug, seq: z.number().int() }).meta({ id: "Written" });
