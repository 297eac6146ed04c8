import { AGENT_ROLES, CUSTOMER_ROLES, SUBSCRIPTION_STATES } from "@troth/core";
import { z } from "zod";
import { demanded, Instant, Named } from "./common.ts";
import { SupportEnd } from "./conduct.ts";
import { ChannelAccess, Entitlement, PlanException } from "./policy.ts";
import { PolicyChangeNotice } from "./policy-change.ts";

export const Email = z
  .string()
  .max(254)
  .regex(/^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/, {
    message: "Write one e-mail address, such as ana@example.com.",
  });

export const PersonName = demanded()
  .max(200)
  .refine((name) => !/\p{Cc}/u.test(name), { message: "A name has no control characters." });

export const Workspace = z
  .object({
    name: z.string(),
    url: z.string(),
    isDemo: z.boolean(),
    policyVersion: z.string(),
    supportPage: z.string(),
    supportEmail: z.string().nullable().meta({ description: "For customers who cannot reach the form." }),
  })
  .meta({ id: "Workspace" });

export const Me = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: z.enum(CUSTOMER_ROLES),
    organisation: Named,
    subscription: z.object({
      pricing: z.string().nullable(),
      pricingName: z.string().nullable(),
      state: z.enum(SUBSCRIPTION_STATES),
      plan: Named.nullable(),
      tier: Named.nullable(),
    }),
    channels: z.array(ChannelAccess),
    tickets: Entitlement,
    exceptions: z.array(PlanException).meta({ description: "What is open where the plan has no tickets." }),
    supportEnd: SupportEnd.nullable().meta({ description: "The decision that ended support; null: none." }),
    unreadAnswers: z.number().int(),
    policyChange: PolicyChangeNotice.nullable(),
    workspace: Workspace,
  })
  .meta({ id: "Me" });

export const AgentMe = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    role: z.enum(AGENT_ROLES),
    workspace: Workspace,
    desk: z
      .object({
        calendar: z.string(),
        zone: z.string(),
        isOpen: z.boolean(),
        changesAt: Instant.nullable(),
      })
      .nullable(),
    awayUntil: Instant.nullable(),
    hasMeetings: z.boolean().meta({ description: "Whether the desk makes rooms for video chats by itself." }),
  })
  .meta({ id: "AgentMe" });

export const Agent = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(AGENT_ROLES),
    isMe: z.boolean(),
    awayUntil: Instant.nullable().meta({ description: "Null: not away." }),
    openTickets: z.number().int().meta({ description: "Tickets with them that have not ended." }),
  })
  .meta({ id: "Agent" });

export const Invite = z
  .object({ email: Email, role: z.enum(AGENT_ROLES), name: PersonName.optional() })
  .meta({ id: "Invite" });
export const Invited = z.object({ expiresAt: Instant }).meta({ id: "Invited" });
export const AcceptInvite = z
  .object({
    token: z.string().min(20).max(200),
    name: PersonName,
    password: z.string().min(10).max(200),
    email: Email.optional().meta({ description: "Needed where the invitation names nobody: the first one." }),
  })
  .meta({ id: "AcceptInvite" });

export const SignIn = z.object({ email: Email, password: z.string().min(1).max(200) }).meta({ id: "SignIn" });

export const StartPortal = z.object({ token: z.string().max(8_192) }).meta({ id: "StartPortal" });
export const RequestLink = z.object({ email: Email }).meta({ id: "RequestLink" });
export const RedeemLink = z.object({ token: z.string().min(20).max(200) }).meta({ id: "RedeemLink" });
export const Accepted = z
  .object({ message: z.string() })
  .meta({ id: "Accepted", description: "Taken; says what happens next." });
