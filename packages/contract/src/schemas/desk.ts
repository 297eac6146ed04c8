import { LIMITS, saysSomething, TICKET_STATES } from "@troth/core";
import { z } from "zod";
import { AttachmentIds, AttachmentLimits } from "./attachment.ts";
import { Clause, Cursor, demanded, Instant, Link, Named, SawVersion, Slug } from "./common.ts";
import { ConfirmedIssue, MisuseMark, NotCovered, OrganisationFigures } from "./coverage.ts";
import { Project } from "./directory.ts";
import { DeskCauses } from "./document.ts";
import { TicketIncident } from "./incident.ts";
import { Severity } from "./policy.ts";
import { Proceedings } from "./proceedings.ts";
import { PromiseOfReply, Receipt } from "./promise.ts";
import { SeverityProposal } from "./proposal.ts";
import { Message, Place, SeverityStand, ShownFact, TimelineEntry } from "./ticket.ts";
import { DeskTicketWish } from "./ticket-wish.ts";

/** `handed-on` holds what goes to others, such as Sales; the support views leave it out (P009). */
export const QUEUE_VIEWS = [
  "all",
  "mine",
  "unassigned",
  "late",
  "waiting",
  "asked",
  "followed",
  "hidden",
  "handed-on",
] as const;

export const PlaceReason = z
  .object({
    code: z.string().meta({ description: "e.g. severity, plan, due, age, answered" }),
    values: z.record(z.string(), z.string()).meta({
      description:
        "What the code speaks of, e.g. severity, plan, dueAt; of the row before afterNumber, afterPlanName, afterSeverityName.",
    }),
  })
  .meta({ id: "PlaceReason", description: "Why the row stands where it stands." });

export const OpenLeft = z
  .object({
    ms: z.number().int().meta({ description: "Open time from the page's asOf to the due, in milliseconds." }),
    ofMs: z.number().int().meta({ description: "Open time from the start of the clock to the due." }),
    isRunning: z.boolean().meta({ description: "False while the clock stands because the desk is closed." }),
    changes: z
      .array(Instant)
      .meta({ description: "When the desk next opens or closes, in turn, before the due." }),
    knownUntil: Instant.meta({ description: "How far the changes tell; the due when they tell all." }),
  })
  .meta({ id: "OpenLeft" });

const UnassessedSince = Instant.nullable().meta({
  description: "Since when it waits for an assessment that is overdue; null while there is time.",
});

export const QueueRow = z
  .object({
    number: z.number().int(),
    subject: z.string(),
    state: z.enum(TICKET_STATES),
    organisation: Named,
    requester: z.string(),
    plan: Named,
    tier: Named.nullable(),
    severity: SeverityStand,
    category: Named,
    promise: PromiseOfReply.nullable(),
    assignee: Named.nullable(),
    reason: PlaceReason,
    waitingSince: Instant.nullable().meta({
      description: "Since when the customer waits for a word; null when it is their turn or no clock tells.",
    }),
    openLeft: OpenLeft.nullable().meta({ description: "Null when no due runs down." }),
    isFlagged: z.boolean(),
    unassessedSince: UnassessedSince,
    wordBy: Instant.nullable().meta({ description: "By when its agent promised the next word." }),
    askedSince: Instant.nullable().meta({ description: "Since when we wait for the customer's answer." }),
    hiddenUntil: Instant.nullable(),
    openedAt: Instant,
    changedAt: Instant,
    version: z.number().int().meta({ description: "What a hand-over from a list has seen." }),
  })
  .meta({ id: "QueueRow" });

export const Queue = z
  .object({ rows: z.array(QueueRow), nextCursor: Cursor.nullable(), asOf: Instant })
  .meta({ id: "Queue" });

export const QueueCounts = z
  .object({
    counts: z.record(z.enum(QUEUE_VIEWS), z.number().int()),
    incidents: z
      .array(
        z.object({
          number: z.number().int(),
          title: z.string(),
          regions: z.array(z.string()),
          count: z.number().int(),
        }),
      )
      .meta({ description: "Open incidents, each with its open tickets." }),
    most: z.number().int().meta({ description: "Counting stops here; a count this high means «or more»." }),
  })
  .meta({ id: "QueueCounts" });

export const DeskMessage = z.object({ ...Message.shape, isNote: z.boolean() }).meta({ id: "DeskMessage" });

export const LookAtMessage = z
  .object({
    reason: z
      .string()
      .max(LIMITS.reasonCharacters)
      .refine((text) => !text.includes("\u0000"), {
        message: "The reason contains a NUL character. Remove it.",
      })
      .meta({ description: "The customer reads it." }),
  })
  .meta({ id: "LookAtMessage" });

export const MessageLookedAt = z
  .object({
    text: z.string().meta({ description: "As it was written, with its secrets." }),
    version: z.number().int(),
  })
  .meta({ id: "MessageLookedAt" });

export const DeskAct = z
  .object({
    act: z.string(),
    isOpen: z.boolean(),
    because: z.string().nullable(),
    reason: z.string().nullable().meta({ description: "The same as a code that stays." }),
  })
  .meta({ id: "DeskAct", description: "Whether an act is open in this state, and why not." });

export const DeskTicket = z
  .object({
    number: z.number().int(),
    subject: z.string(),
    state: z.enum(TICKET_STATES),
    version: z.number().int(),
    category: Named,
    route: z.string(),
    intake: z.string(),
    severity: SeverityStand,
    isFlagged: z.boolean(),
    unassessedSince: UnassessedSince,
    proposal: SeverityProposal.nullable().meta({ description: "What was proposed at the opening." }),
    issue: ConfirmedIssue.nullable(),
    misuse: MisuseMark.nullable(),
    promises: z.array(PromiseOfReply),
    receipt: Receipt.nullable(),
    reason: PlaceReason,
    organisation: Named,
    requester: z.object({
      name: z.string(),
      email: z.string(),
      role: z.string(),
      zone: z.string().nullable(),
    }),
    plan: Named,
    tier: Named.nullable(),
    planNow: z.object({ plan: Named.nullable(), tier: Named.nullable(), state: z.string() }),
    place: Place,
    projects: z.array(Project),
    facts: z.array(ShownFact),
    businessImpact: z.string().nullable(),
    isBusinessImpactUnknown: z.boolean(),
    assignee: Named.nullable(),
    outcome: z.object({ id: z.string(), name: z.string(), detail: z.string().nullable() }).nullable(),
    incident: TicketIncident.nullable(),
    wishes: z
      .array(DeskTicketWish)
      .meta({ description: "What it asks for; more than one only where tickets were merged into it." }),
    notCovered: NotCovered.nullable(),
    policyVersion: z.string(),
    openedAt: Instant,
    messages: z.array(DeskMessage),
    timeline: z.array(TimelineEntry),
    organisationFigures: OrganisationFigures,
    proceedings: Proceedings,
    causes: DeskCauses,
    acts: z.array(DeskAct),
    attachmentLimits: AttachmentLimits,
  })
  .meta({ id: "DeskTicket" });
export type DeskTicket = z.infer<typeof DeskTicket>;

export const DeskPolicy = z
  .object({
    version: z.string(),
    severities: z.array(Severity),
    factors: z.array(Named),
    categories: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        asks: z.array(z.string()).meta({ description: "Names of the fields its form asks for." }),
      }),
    ),
    outcomes: z.array(z.object({ id: z.string(), name: z.string(), needs: z.string().nullable() })),
    exclusions: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        text: z.string(),
        needs: z.string().nullable(),
        approved: z.array(z.string()),
        liftedBy: z.string().nullable(),
      }),
    ),
    issue: z.object({ text: z.string(), asks: z.array(z.string()) }).nullable(),
    links: z.array(Link),
    clauses: z.array(Clause),
  })
  .meta({ id: "DeskPolicy" });

export const WriteReply = z
  .object({
    text: z
      .string()
      .refine(saysSomething, { message: "The reply is empty. Write at least one word." })
      .refine((text) => text.length <= LIMITS.descriptionCharacters, {
        message: `The reply is longer than ${LIMITS.descriptionCharacters.toLocaleString("en")} characters.`,
      })
      .refine((text) => !text.includes("\u0000"), {
        message: "The reply contains a NUL character. Remove it.",
      }),
    waitsForCustomer: z
      .boolean()
      .default(true)
      .meta({ description: "Whose turn it is then: the customer's, or still ours (false)." }),
    attachments: AttachmentIds,
    sawVersion: z.number().int().optional().meta({
      description: "Version the agent wrote against; a newer customer message since is a conflict.",
    }),
    asksFor: z
      .array(demanded().max(200))
      .max(20)
      .default([])
      .meta({ description: "What we need of the customer, item by item; only with waitsForCustomer." }),
  })
  .meta({ id: "WriteReply" });

export const Assign = z
  .object({
    assignee: z.string().max(100).nullable().meta({ description: "Null puts it back into the queue." }),
    note: demanded()
      .max(LIMITS.reasonCharacters)
      .nullable()
      .default(null)
      .meta({ description: "Hand-over note: what the next one should know." }),
    sawVersion: SawVersion,
  })
  .meta({ id: "Assign" });

export const Assess = z
  .object({
    to: Slug,
    grounds: z.array(Slug).max(30).default([]),
    factors: z.array(Slug).max(10).default([]),
    reason: z
      .string()
      .max(LIMITS.reasonCharacters)
      .default("")
      .meta({ description: "The customer reads it." }),
    sawVersion: SawVersion,
  })
  .meta({ id: "Assess" });

export const AssessPreview = z
  .object({ from: SeverityStand, to: SeverityStand, dueFrom: Instant.nullable(), dueTo: Instant.nullable() })
  .meta({ id: "AssessPreview" });

export const Resolve = z
  .object({
    outcome: Slug,
    detail: z
      .string()
      .max(500)
      .nullable()
      .default(null)
      .meta({ description: "What the outcome needs, e.g. the release or the exclusion." }),
    named: z
      .string()
      .max(500)
      .nullable()
      .default(null)
      .meta({ description: "What the exclusion is about, e.g. the documentation or the software." }),
    message: z
      .string()
      .max(LIMITS.descriptionCharacters)
      .refine(saysSomething, { message: "Say to the customer how it ended." }),
    sawVersion: SawVersion,
  })
  .meta({ id: "Resolve" });

export const Changed = z
  .object({ number: z.number().int(), version: z.number().int(), state: z.enum(TICKET_STATES) })
  .meta({ id: "Changed" });
