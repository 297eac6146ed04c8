import { LIMITS, saysSomething } from "@troth/core";
import { z } from "zod";
import { Clause, Instant, Link, Slug } from "./common.ts";

const said = (what: string, most: number) =>
  z
    .string()
    .max(most)
    .refine(saysSomething, { message: `${what} is empty. Write a few words.` })
    .refine((text) => !text.includes("\u0000"), { message: `${what} contains a NUL character. Remove it.` });

export const NotCovered = z
  .object({
    code: z.string().meta({ description: "`exclusion:` or `category:` and its id." }),
    number: z.number().int().nullable().meta({ description: "The exclusion's number in the policy." }),
    text: z.string().meta({ description: "The policy's own words." }),
    named: z.string().nullable().meta({ description: "The documentation, software or change it is about." }),
    clause: Clause,
    next: Link.nullable().meta({ description: "Who takes it instead." }),
  })
  .meta({ id: "NotCovered", description: "Why a ticket ended as not covered by support." });

export const ConfirmIssue = z
  .object({
    answers: z
      .record(z.string().min(1).max(64), z.string().max(2_000))
      .meta({ description: "One to each question of the policy, e.g. material, verifiable, documentation." }),
  })
  .meta({ id: "ConfirmIssue" });

export const ConfirmedIssue = z
  .object({
    at: Instant,
    by: z.string(),
    answers: z.array(z.object({ id: z.string(), text: z.string() })),
  })
  .meta({ id: "ConfirmedIssue" });

export const MarkMisuse = z
  .object({ isMisuse: z.boolean(), reason: said("The reason", LIMITS.reasonCharacters) })
  .meta({ id: "MarkMisuse" });

export const MisuseMark = z.object({ at: Instant, by: z.string(), reason: z.string() }).meta({
  id: "MisuseMark",
  description: "Support was used for what it is not for. Only the desk reads it.",
});

export const RegisterApproval = z
  .object({
    exclusion: Slug.meta({ description: "The exclusion that it lifts." }),
    covers: said("What is approved", 200),
    document: said("The document", 200),
    until: z.iso.datetime({ offset: true }).nullable().default(null),
  })
  .meta({ id: "RegisterApproval" });

export const Approval = z
  .object({
    id: z.uuid(),
    exclusion: z.string(),
    covers: z.string(),
    document: z.string(),
    until: Instant.nullable(),
    registeredAt: Instant,
    registeredBy: z.string(),
    withdrawnAt: Instant.nullable(),
    withdrawnBy: z.string().nullable(),
    isInForce: z.boolean(),
  })
  .meta({
    id: "Approval",
    description: "What the vendor allowed in writing although the policy excludes it.",
  });

export const OrganisationFigures = z
  .object({
    openTickets: z.number().int(),
    promisesKept: z.number().int(),
    promisesEnded: z.number().int(),
    misuses: z.number().int().meta({ description: "Tickets marked as misuse of support." }),
  })
  .meta({ id: "OrganisationFigures" });

export const DeskOrganisation = z
  .object({
    id: z.string(),
    name: z.string(),
    figures: OrganisationFigures,
    liftable: z.array(z.object({ id: z.string(), number: z.number().int(), text: z.string() })).meta({
      description: "Exclusions of the policy in force that an approval lifts.",
    }),
    approvals: z.array(Approval),
    misuses: z.array(z.object({ ticket: z.number().int(), ...MisuseMark.shape })),
  })
  .meta({ id: "DeskOrganisation" });

export const Registered = z.object({ id: z.uuid(), seq: z.number().int() }).meta({ id: "Registered" });
