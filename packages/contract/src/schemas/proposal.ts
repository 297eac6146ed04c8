import { z } from "zod";
import { Slug } from "./common.ts";

/** Answers to the facts that the form asks, by fact. */
export const FactAnswers = z
  .record(z.string().min(1).max(64), z.string().max(64))
  .refine((answers) => Object.keys(answers).length <= 50, {
    message: "These are too many facts. Send 50 at most.",
  })
  .meta({ description: "By the fact's id: `yes` or `no`, or the id of a choice." });

const Level = z.object({ id: z.string(), rank: z.number().int(), name: z.string() });

export const HeldFact = z
  .object({
    fact: z.string(),
    text: z.string().meta({ description: "The policy's own words." }),
    holds: z.boolean(),
    source: z.enum(["customer", "directory", "category", "incident"]),
  })
  .meta({ id: "HeldFact", description: "A fact that holds or does not, and who says so." });

export const SeverityProposal = z
  .object({
    severity: Level,
    rule: z.string().meta({ description: "The definition or example whose rule was met, by id." }),
    grounds: z.array(z.object({ id: z.string(), text: z.string() })),
    because: z.array(HeldFact),
    held: z
      .object({ from: Level, because: z.array(HeldFact) })
      .nullable()
      .meta({ description: "A worse one that the rules would propose, and what holds it down." }),
  })
  .meta({ id: "SeverityProposal", description: "What the policy's rules propose. People decide." });

export const ProposeSeverity = z
  .object({
    category: Slug,
    product: z.string().max(100).nullable().default(null),
    project: Slug.nullable().default(null),
    branch: Slug.nullable().default(null),
    endpoint: Slug.nullable().default(null),
    severityFacts: FactAnswers.default({}),
  })
  .meta({ id: "ProposeSeverity" });

export const FactAsked = z
  .object({
    id: z.string(),
    question: z.string(),
    choices: z
      .array(z.object({ id: z.string(), text: z.string() }))
      .meta({ description: "Empty where it is answered with yes or no." }),
    answer: z.string().nullable().meta({ description: "What is known of it already." }),
    isKnown: z.boolean().meta({ description: "The vendor's directory says so, not the person who asks." }),
  })
  .meta({ id: "FactAsked" });

export const SeverityProposed = z
  .object({
    proposal: SeverityProposal.nullable(),
    asks: z.array(FactAsked).meta({ description: "What the form asks now; nobody has to answer." }),
  })
  .meta({ id: "SeverityProposed" });
