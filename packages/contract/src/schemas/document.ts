import { LIMITS, TICKET_STATES } from "@troth/core";
import { z } from "zod";
import { Instant } from "./common.ts";
import { reason } from "./proceedings.ts";

const part = (description: string) =>
  z
    .string()
    .max(LIMITS.documentSectionCharacters, {
      message: `A part is no longer than ${LIMITS.documentSectionCharacters.toLocaleString("en")} characters. Shorten it.`,
    })
    .default("")
    .meta({ description });

const WrittenSections = z
  .object({
    happened: part("What happened, with times."),
    impact: part("Whom it touched, and how."),
    cause: part("Why it happened."),
    changed: part("What was changed so that it does not come back."),
  })
  .meta({ id: "WrittenSections", description: "Markdown as messages have it; what is left out is empty." });

export const CauseSections = z
  .object({ happened: z.string(), impact: z.string(), cause: z.string(), changed: z.string() })
  .meta({ id: "CauseSections", description: "Markdown as messages have it." });

const sawVersion = z
  .number()
  .int()
  .meta({ description: "Version that was read; a newer one is a conflict." });

export const BeginDocument = z
  .object({
    ticket: z.number().int().positive().max(2_147_483_647).nullable().default(null),
    incident: z.number().int().positive().max(2_147_483_647).nullable().default(null),
    sections: WrittenSections,
  })
  .meta({ id: "BeginDocument", description: "About one ticket or one incident." });

export const DeclineCause = z.object({ reason: reason("The reason") }).meta({ id: "DeclineCause" });
export const SaveDocument = z.object({ sections: WrittenSections, sawVersion }).meta({ id: "SaveDocument" });

export const PublishDocument = z
  .object({
    sections: WrittenSections,
    change: z
      .string()
      .max(LIMITS.reasonCharacters, { message: "This line is too long. Shorten it." })
      .default("")
      .meta({ description: "What changed since the version before; empty with the first." }),
    isOnStatusPage: z
      .boolean()
      .default(false)
      .meta({ description: "Also for everybody, on the status page; of an incident's document alone." }),
    sawVersion,
  })
  .meta({ id: "PublishDocument" });

export const DocumentChanged = z
  .object({ id: z.uuid(), version: z.number().int() })
  .meta({ id: "DocumentChanged" });

export const CauseVersion = z
  .object({
    nth: z.number().int().meta({ description: "1 for the first." }),
    at: Instant,
    by: z.string(),
    change: z.string().nullable().meta({ description: "What changed since the version before." }),
    isErased: z.boolean(),
    sections: CauseSections,
  })
  .meta({ id: "CauseVersion" });

const About = {
  ticket: z.number().int().nullable(),
  incident: z
    .object({ number: z.number().int(), title: z.string() })
    .nullable()
    .meta({ description: "The incident it is about; null where it is about the ticket alone." }),
};

export const Cause = z
  .object({
    id: z.uuid(),
    ...About,
    versions: z.array(CauseVersion).meta({ description: "Published ones, oldest first." }),
  })
  .meta({ id: "Cause", description: "A published root-cause document." });

export const PublicCause = z
  .object({
    incident: z.object({ number: z.number().int(), title: z.string() }),
    versions: z.array(CauseVersion),
  })
  .meta({ id: "PublicCause", description: "What of an incident's document is on the status page." });

/** What a ticket shows its customer of documents: published ones alone. */
export const TicketCauses = z
  .object({
    askedAt: Instant.nullable().meta({ description: "Since when the cause is asked for." }),
    documents: z.array(
      z.object({
        id: z.uuid(),
        incident: About.incident,
        nth: z.number().int(),
        publishedAt: Instant,
      }),
    ),
  })
  .meta({ id: "TicketCauses" });

const DeskHead = {
  id: z.uuid(),
  nth: z.number().int().meta({ description: "Versions published; 0 for a draft that never was." }),
  publishedAt: Instant.nullable(),
  isOnStatusPage: z.boolean(),
  draft: z
    .object({ by: z.string(), at: Instant })
    .nullable()
    .meta({ description: "Who saved the draft last. Customers know nothing of it." }),
  version: z.number().int(),
};

export const DocumentHead = z.object({ ...DeskHead, ...About }).meta({ id: "DocumentHead" });

export const DeskCauses = z
  .object({
    askedAt: Instant.nullable(),
    documents: z.array(DocumentHead).meta({ description: "Drafts among them." }),
  })
  .meta({ id: "DeskCauses" });

const NamedTicket = {
  number: z.number().int(),
  subject: z.string(),
  state: z.enum(TICKET_STATES),
  organisation: z.string(),
};

export const DocumentList = z
  .object({
    asked: z
      .array(z.object({ ...NamedTicket, askedAt: Instant, incident: z.number().int().nullable() }))
      .meta({ description: "Tickets on which the cause is asked for, the oldest wish first." }),
    documents: z.array(z.object({ ...DocumentHead.shape, subject: z.string() })),
  })
  .meta({ id: "DocumentList" });

const paragraphs = z.array(z.string());

export const WholeDocument = z
  .object({
    ...DocumentHead.shape,
    subject: z.string().meta({ description: "The ticket's subject, or the incident's title." }),
    sections: CauseSections.meta({
      description:
        "The draft, else the newest version. Secrets are masked for all but the draft's own author.",
    }),
    versions: z.array(CauseVersion),
    readBy: z.object({ tickets: z.number().int(), organisations: z.number().int() }),
    tickets: z
      .array(z.object(NamedTicket))
      .meta({ description: "The first of those whose customers read it." }),
    mail: z
      .object({ en: paragraphs, de: paragraphs })
      .meta({ description: "What they read by mail, before the line of changes." }),
  })
  .meta({ id: "WholeDocument" });
