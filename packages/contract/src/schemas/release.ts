import { LIMITS, RELEASE_STATES, TICKET_STATES } from "@troth/core";
import { z } from "zod";
import { Instant } from "./common.ts";

const note = z
  .string()
  .max(LIMITS.releaseNoteCharacters, {
    message: `A note is no longer than ${LIMITS.releaseNoteCharacters.toLocaleString("en")} characters. Shorten it.`,
  })
  .refine((text) => !text.includes("\u0000"), { message: "The text contains a NUL character. Remove it." })
  .default("")
  .meta({ description: "What customers read beside its name." });

export const PlanRelease = z
  .object({
    name: z.string().max(1_000).meta({ description: "Such as 2026-12.1; upper and lower case are alike." }),
    note,
  })
  .meta({ id: "PlanRelease" });

export const MarkReleaseOut = z
  .object({
    note,
    sawVersion: z
      .number()
      .int()
      .meta({ description: "Version whose effect was read; a newer one is a conflict." }),
  })
  .meta({ id: "MarkReleaseOut" });

export const ReleaseChanged = z
  .object({ id: z.uuid(), version: z.number().int() })
  .meta({ id: "ReleaseChanged" });

export const DeskRelease = z
  .object({
    id: z.uuid(),
    name: z.string(),
    state: z.enum(RELEASE_STATES),
    note: z.string(),
    plannedAt: Instant,
    outAt: Instant.nullable(),
    version: z.number().int(),
    waiting: z
      .object({ tickets: z.number().int(), organisations: z.number().int() })
      .meta({ description: "Tickets whose customers wait for it and were not told yet." }),
  })
  .meta({ id: "DeskRelease" });

export const ReleaseList = z.object({ releases: z.array(DeskRelease) }).meta({ id: "ReleaseList" });

const paragraphs = z.array(z.string());

export const WholeRelease = z
  .object({
    ...DeskRelease.shape,
    tickets: z.array(
      z.object({
        number: z.number().int(),
        subject: z.string(),
        state: z.enum(TICKET_STATES),
        organisation: z.string(),
      }),
    ),
    wishes: z
      .array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          asking: z.object({ tickets: z.number().int(), organisations: z.number().int() }),
        }),
      )
      .meta({ description: "Wishes that are planned for it: they are out with it, and who asked is told." }),
    mail: z
      .object({ en: paragraphs, de: paragraphs })
      .meta({ description: "What whoever waits reads once it is out, before the note." }),
  })
  .meta({ id: "WholeRelease" });
