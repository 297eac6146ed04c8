import { INCIDENT_STATES, LIMITS, TICKET_STATES } from "@troth/core";
import { z } from "zod";
import { Instant, Named } from "./common.ts";
import { DocumentHead } from "./document.ts";

const line = (most: number) =>
  z
    .string()
    .max(most, { message: `This is longer than ${most} characters. Shorten it.` })
    .refine((text) => !/\p{Cc}/u.test(text), { message: "This is one line: take out control characters." });

const words = z
  .string()
  .max(LIMITS.incidentTextCharacters, {
    message: `An update is no longer than ${LIMITS.incidentTextCharacters.toLocaleString("en")} characters. Shorten it.`,
  })
  .refine((text) => !text.includes("\u0000"), { message: "The text contains a NUL character. Remove it." });

const instant = z.iso
  .datetime({ offset: true, message: "Write an instant such as 2026-07-06T14:45:00Z." })
  .nullable()
  .default(null);

const places = z.array(line(100)).max(LIMITS.incidentPlaces).default([]);

export const DeclareIncident = z
  .object({
    title: line(LIMITS.incidentTitleCharacters).meta({ description: "What does not work, in a few words." }),
    components: places.meta({ description: "Parts of the product that are touched; none: not told apart." }),
    regions: places.meta({ description: "Regions as the directory names them; none: everywhere." }),
    state: z.enum(INCIDENT_STATES).default("investigating"),
    text: words.meta({ description: "What is known; everybody reads it." }),
    nextUpdateBy: instant.meta({ description: "Until when the next update is promised." }),
  })
  .meta({ id: "DeclareIncident" });

export const UpdateIncident = z
  .object({
    state: z.enum(INCIDENT_STATES),
    text: words,
    nextUpdateBy: instant,
    sawVersion: z
      .number()
      .int()
      .optional()
      .meta({ description: "Version the update was written against; a newer one is a conflict." }),
  })
  .meta({ id: "UpdateIncident" });

export const IncidentChanged = z
  .object({ number: z.number().int(), version: z.number().int() })
  .meta({ id: "IncidentChanged" });

export const IncidentUpdate = z
  .object({ at: Instant, state: z.enum(INCIDENT_STATES), text: z.string() })
  .meta({ id: "IncidentUpdate" });

export const Incident = z
  .object({
    number: z.number().int(),
    title: z.string(),
    components: z.array(z.string()),
    regions: z.array(z.string()).meta({ description: "Empty: everywhere." }),
    state: z.enum(INCIDENT_STATES),
    declaredAt: Instant,
    changedAt: Instant,
    resolvedAt: Instant.nullable(),
    nextUpdateBy: Instant.nullable(),
    updates: z.array(IncidentUpdate).meta({ description: "Oldest first." }),
    causeAt: Instant.nullable().meta({
      description: "When its root cause was last published for everybody; null while it is not.",
    }),
  })
  .meta({ id: "Incident" });
export type Incident = z.infer<typeof Incident>;

export const Status = z
  .object({
    asOf: Instant,
    open: z.array(Incident).meta({ description: "What is wrong now, the newest first." }),
    ended: z.array(Incident).meta({ description: "What ended in the last 30 days, the last first." }),
  })
  .meta({ id: "Status" });
export type Status = z.infer<typeof Status>;

/** An incident as it bears on the reader's organisation. */
export const OwnIncident = z
  .object({
    ...Incident.shape,
    isFollowed: z.boolean(),
    projects: z
      .array(z.object({ ...Named.shape, region: z.string() }))
      .meta({ description: "The organisation's projects in its regions; empty where it names none." }),
  })
  .meta({ id: "OwnIncident" });

export const OwnIncidents = z.object({ incidents: z.array(OwnIncident) }).meta({ id: "OwnIncidents" });

export const Follow = z
  .object({
    locale: z.enum(["en", "de"]).default("en"),
    zone: z.string().max(100).nullable().default(null),
  })
  .meta({ id: "FollowIncident", description: "In which language and zone the mails are." });

export const Followed = z.object({ isFollowed: z.boolean() }).meta({ id: "IncidentFollowed" });

const Figures = z.object({
  followers: z.number().int(),
  tickets: z.number().int(),
  openTickets: z.number().int(),
  people: z.number().int().meta({ description: "Whom an update is mailed to: each once." }),
});

export const DeskIncident = z
  .object({ ...Incident.shape, version: z.number().int(), reached: Figures })
  .meta({ id: "DeskIncident" });

export const IncidentList = z
  .object({
    incidents: z.array(DeskIncident),
    regions: z
      .array(z.object({ region: z.string(), organisations: z.number().int() }))
      .meta({ description: "Regions of the directory, with how many organisations have a project there." }),
    asOf: Instant,
  })
  .meta({ id: "IncidentList" });

export const WholeIncident = z
  .object({
    ...DeskIncident.shape,
    linked: z
      .array(
        z.object({
          number: z.number().int(),
          subject: z.string(),
          state: z.enum(TICKET_STATES),
          organisation: z.string(),
        }),
      )
      .meta({ description: "Linked tickets, open ones first; for agents alone." }),
    document: DocumentHead.nullable().meta({ description: "Its root-cause document; for agents alone." }),
  })
  .meta({ id: "WholeIncident" });

export const LinkIncident = z
  .object({
    incident: z
      .number()
      .int()
      .positive()
      .max(2_147_483_647)
      .nullable()
      .meta({ description: "Null takes it out." }),
  })
  .meta({ id: "LinkIncident" });

/** What a ticket shows of the incident it is part of. */
export const TicketIncident = z
  .object({
    number: z.number().int(),
    title: z.string(),
    regions: z.array(z.string()),
    state: z.enum(INCIDENT_STATES),
    declaredAt: Instant,
    resolvedAt: Instant.nullable(),
    nextUpdateBy: Instant.nullable(),
    update: IncidentUpdate.nullable().meta({ description: "The last word." }),
  })
  .meta({ id: "TicketIncident" });
