import { AUTHOR_KINDS, INTAKES, LIMITS, saysSomething, TICKET_STATES } from "@troth/core";
import { z } from "zod";
import { Attachment, AttachmentIds, AttachmentLimits } from "./attachment.ts";
import { Cursor, Instant, Link, Named, Slug } from "./common.ts";
import { NotCovered } from "./coverage.ts";
import { Project } from "./directory.ts";
import { TicketCauses } from "./document.ts";
import { OwnIncident, TicketIncident } from "./incident.ts";
import { Me } from "./person.ts";
import { Category, Entitlement, Severity } from "./policy.ts";
import { Proceedings } from "./proceedings.ts";
import { PromiseOfReply, Receipt } from "./promise.ts";
import { FactAnswers, SeverityProposal } from "./proposal.ts";
import { TicketWish } from "./ticket-wish.ts";

/** Text a person wrote: kept as written; NUL is refused because no door could show it. */
const written = (what: string, most: number) =>
  z
    .string()
    .refine(saysSomething, { message: `${what} is empty. Write at least one word.` })
    .refine((text) => text.length <= most, {
      message: `${what} is longer than ${most.toLocaleString("en")} characters. Shorten it, or send the long part in a message of its own.`,
    })
    .refine((text) => !text.includes("\u0000"), { message: `${what} contains a NUL character. Remove it.` });

/** What a ticket shows beside its text: facts of the console, and answers to the policy's own fields. */
export const ShownFact = z.object({ name: z.string(), value: z.string() }).meta({ id: "ShownFact" });

export const Fact = z
  .object({ name: z.string().min(1).max(100), value: z.string().max(LIMITS.factCharacters) })
  .meta({
    id: "Fact",
    description: "Something the console knows and the customer let through: page, region, request id.",
  });

export const OpenTicket = z
  .object({
    category: Slug,
    description: written("The description", LIMITS.descriptionCharacters),
    severity: Slug.nullable().default(null).meta({ description: "Null: you decide." }),
    businessImpact: z.string().max(LIMITS.businessImpactCharacters).nullable().default(null),
    isBusinessImpactUnknown: z.boolean().default(false),
    project: Slug.nullable().default(null),
    branch: Slug.nullable().default(null),
    endpoint: Slug.nullable().default(null),
    incident: z
      .number()
      .int()
      .positive()
      .max(2_147_483_647)
      .nullable()
      .default(null)
      .meta({ description: "Number of the open incident that this ticket is part of." }),
    facts: z.array(Fact).max(LIMITS.factsPerTicket).default([]),
    product: z.string().max(100).nullable().default(null).meta({ description: "What it is about." }),
    severityFacts: FactAnswers.default({}),
    answers: z
      .record(z.string().min(1).max(100), z.string().max(LIMITS.answerCharacters))
      .default({})
      .meta({ description: "Answers to the policy's own fields, by the field's id." }),
    attachments: AttachmentIds,
    files: z
      .record(z.string().min(1).max(100), AttachmentIds)
      .default({})
      .meta({ description: "My uploads for the form's fields of files, by the field's id." }),
    confirmed: z
      .array(z.string().max(100))
      .max(50)
      .default([])
      .meta({ description: "Ids of the statements that the person confirmed." }),
    followers: z
      .array(z.string().max(100))
      .max(50)
      .default([])
      .meta({ description: "Colleagues who are on it from the beginning." }),
    locale: z.enum(["en", "de"]).default("en"),
    zone: z
      .string()
      .max(100)
      .nullable()
      .default(null)
      .meta({ description: "The reader's IANA zone, for display." }),
  })
  .meta({ id: "OpenTicket" });

export const TicketOpened = z
  .object({
    number: z.number().int(),
    promise: PromiseOfReply.nullable(),
    route: z.string(),
    isFlagged: z.boolean().meta({ description: "Marked for a look at the severity." }),
    warnings: z.array(z.string()),
  })
  .meta({ id: "TicketOpened" });

export const Preview = z
  .object({
    entitlement: Entitlement,
    promise: PromiseOfReply.nullable(),
    rows: Receipt.shape.rows,
    warnings: z.array(z.string()).meta({ description: "Codes, e.g. severity-above-category." }),
    elsewhere: z
      .object({ intake: z.enum(INTAKES), promise: PromiseOfReply, rows: Receipt.shape.rows })
      .nullable()
      .meta({ description: "The door by which the same request is promised more, and what; null for none." }),
  })
  .meta({ id: "Preview", description: "What answer to expect, before anything is sent." });

const about = (what: string) =>
  z
    .array(z.string())
    .nullable()
    .meta({ description: `The ${what} for which it is asked; null: all.` });

export const FormField = z
  .object({
    id: z.string(),
    label: z.string(),
    help: z.string().nullable(),
    isRequired: z.boolean(),
    kind: z.enum(["text", "long-text", "choice", "files", "instant", "yes-no"]),
    choices: z.array(z.string()),
    categories: about("kinds of request"),
    severities: about("severities"),
    products: about("products"),
  })
  .meta({ id: "FormField", description: "A field of the policy's own." });

export const TicketForm = z
  .object({
    me: Me,
    categories: z.array(Category),
    severities: z.array(Severity),
    defaultSeverity: z.string(),
    projects: z.array(Project),
    incidents: z
      .array(OwnIncident)
      .meta({ description: "Status first: what is known already and touches this organisation." }),
    products: z
      .array(Named)
      .meta({ description: "Those that the organisation owns, else all of the policy." }),
    fields: z.array(FormField).meta({ description: "What the policy's form asks beside the description." }),
    mustChoose: z
      .array(z.enum(["severity", "product"]))
      .meta({ description: "What may not be left out here, although it may elsewhere." }),
    selfHelp: z
      .object({ text: z.string().nullable(), links: z.array(Link) })
      .meta({ description: "Where basic questions are answered at once; never in the way of a ticket." }),
    secrets: z.string().nullable().meta({ description: "What must never be sent." }),
    first: z.array(z.string()).meta({ description: "What to do before anything is sent." }),
    limits: z.object({
      description: z.number().int(),
      businessImpact: z.number().int(),
      attachments: AttachmentLimits,
    }),
  })
  .meta({ id: "TicketForm" });

export const SeverityStand = z
  .object({
    chosen: z.string().nullable().meta({ description: "What the customer chose, if anything." }),
    chosenName: z.string().nullable(),
    assessed: z.string().nullable(),
    current: z.string().meta({ description: "What the clock counts with." }),
    rank: z.number().int(),
    name: z.string(),
  })
  .meta({ id: "SeverityStand" });

export const Place = z
  .object({
    project: Named.nullable(),
    branch: Named.nullable(),
    endpoint: z.string().nullable(),
    region: z.string().nullable(),
  })
  .meta({ id: "Place" });

export const TicketRow = z
  .object({
    number: z.number().int(),
    subject: z.string(),
    state: z.enum(TICKET_STATES),
    category: Named,
    severity: SeverityStand,
    promise: PromiseOfReply.nullable(),
    requester: z.string(),
    isMine: z.boolean(),
    openedAt: Instant,
    changedAt: Instant,
    outcome: Named.nullable(),
    unread: z.boolean(),
  })
  .meta({ id: "TicketRow" });

export const TicketList = z
  .object({ tickets: z.array(TicketRow), nextCursor: Cursor.nullable() })
  .meta({ id: "TicketList" });

export const Message = z
  .object({
    id: z.string(),
    at: Instant,
    author: z.object({ kind: z.enum(AUTHOR_KINDS), name: z.string(), isMe: z.boolean() }),
    text: z.string(),
    isErased: z.boolean(),
    secrets: z.number().int().meta({
      description:
        "How many secrets are masked in the text, e.g. as [masked: GitHub token]. An agent may look at them, on record.",
    }),
    attachments: z.array(Attachment),
  })
  .meta({ id: "Message" });

export const TimelineEntry = z
  .object({
    seq: z.number().int(),
    at: Instant,
    kind: z.string(),
    by: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    reason: z.string().nullable(),
    severity: z
      .object({
        from: z.object({ rank: z.number().int(), name: z.string() }),
        to: z.object({ rank: z.number().int(), name: z.string() }),
        dueFrom: Instant.nullable(),
        dueTo: Instant.nullable(),
        grounds: z
          .array(z.object({ id: z.string(), text: z.string() }))
          .meta({ description: "The definitions and examples it rests on, in the policy's words." }),
        factors: z.array(Named),
      })
      .nullable()
      .meta({ description: "What a change of severity did, by name; null for all else." }),
    outcome: Named.nullable().meta({ description: "How the ticket ended; null for all else." }),
    broughtFrom: z.number().int().nullable().meta({
      description: "The ticket it happened on, where a merge brought it here; told to agents alone.",
    }),
  })
  .meta({
    id: "TimelineEntry",
    description: "Something that happened, e.g. a severity change with its reason.",
  });

export const Ticket = z
  .object({
    ...TicketRow.shape,
    intake: z.enum(INTAKES),
    policyVersion: z.string(),
    place: Place,
    facts: z.array(ShownFact),
    businessImpact: z.string().nullable(),
    assignee: z.string().nullable(),
    incident: TicketIncident.nullable(),
    wishes: z
      .array(TicketWish)
      .meta({ description: "What it asks for; more than one only where tickets were merged into it." }),
    messages: z.array(Message),
    timeline: z.array(TimelineEntry),
    receipt: Receipt.nullable(),
    promises: z
      .array(PromiseOfReply)
      .meta({ description: "Every clock of the ticket, with how each moved." }),
    notCovered: NotCovered.nullable(),
    proposal: SeverityProposal.nullable().meta({ description: "What was proposed at the opening." }),
    proceedings: Proceedings,
    causes: TicketCauses,
    version: z.number().int(),
    mayReply: z.boolean(),
    reply: z
      .object({
        effect: z.enum(["goes-on", "reopens", "follows-up"]),
        reopensUntil: Instant.nullable(),
      })
      .meta({
        description:
          "What a message does now: a ticket that ended opens again for a while, later a follow-up opens.",
      }),
    attachmentLimits: AttachmentLimits,
  })
  .meta({ id: "Ticket" });
export type Ticket = z.infer<typeof Ticket>;

/** How a transcript is wanted: its form, its language, and the zone that its times are said in. */
export const TranscriptQuery = z.object({
  format: z.enum(["html", "md"]).default("html"),
  locale: z.enum(["en", "de"]).default("en"),
  zone: z.string().max(100).optional().meta({ description: "The reader's IANA zone; UTC when left out." }),
});

export const WriteMessage = z
  .object({ text: written("The message", LIMITS.descriptionCharacters), attachments: AttachmentIds })
  .meta({ id: "WriteMessage" });

export const MessageWritten = z
  .object({
    id: z.string(),
    number: z.number().int().meta({
      description: "The ticket it was written on: where this one was merged into, or a follow-up.",
    }),
    at: Instant,
    state: z.enum(TICKET_STATES),
    version: z.number().int(),
    promise: PromiseOfReply.nullable(),
  })
  .meta({ id: "MessageWritten" });

export const Draft = z
  .object({ key: z.string(), content: z.string(), savedAt: Instant.nullable() })
  .meta({ id: "Draft" });
export const PutDraft = z.object({ content: z.string().max(200_000) }).meta({ id: "PutDraft" });
export const DraftKey = z
  .string()
  .regex(/^(new|reply-\d{1,10}|note-\d{1,10}|cause-(?:ticket|incident)-\d{1,10})$/, {
    message:
      "A draft is kept as new, reply-NUMBER, note-NUMBER, cause-ticket-NUMBER or cause-incident-NUMBER.",
  });

export const Change = z.object({ ticket: z.number().int().nullable(), kind: z.string(), at: Instant }).meta({
  id: "Change",
  description: "One line of the live stream; read the ticket again for what it says.",
});
export type Change = z.infer<typeof Change>;
