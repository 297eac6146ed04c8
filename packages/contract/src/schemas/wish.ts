import { LIMITS, TICKET_STATES, WISH_STATES } from "@troth/core";
import { z } from "zod";
import { Instant } from "./common.ts";
import { Changed } from "./desk.ts";

const said = (what: string, most: number) =>
  z
    .string()
    .max(most, {
      message: `${what} is no longer than ${most.toLocaleString("en")} characters. Shorten it.`,
    })
    .refine((text) => !text.includes("\u0000"), {
      message: `${what} contains a NUL character. Remove it.`,
    })
    .default("");

const asking = z
  .object({ tickets: z.number().int(), organisations: z.number().int() })
  .meta({ description: "Tickets that ask for it, and of how many organisations." });

export const WishFilter = z.object({
  state: z.enum(WISH_STATES).optional(),
  find: said("What to look for", 1_000).meta({ description: "Words in the title." }),
});

export const NoteWish = z
  .object({
    wish: z.uuid().nullable().default(null).meta({ description: "One there is; null opens a new one." }),
    title: said("A title", 1_000).meta({ description: "Of a new one: a few words." }),
    text: said("The sentence for customers", LIMITS.wishTextCharacters).meta({
      description: "Of a new one: the sentence that customers read.",
    }),
  })
  .meta({ id: "NoteWish" });

export const LeaveWish = z.object({ wish: z.uuid() }).meta({ id: "LeaveWish" });

export const WishNoted = z.object({ ...Changed.shape, wish: z.uuid() }).meta({ id: "WishNoted" });

export const ChangeWish = z
  .object({
    to: z.enum(WISH_STATES),
    release: said("A release's name", 1_000).meta({
      description: "Name of the release that it is planned for; a new one is made.",
    }),
    reason: said("The reason", LIMITS.reasonCharacters).meta({
      description: "Customers read it. Declining needs one; putting a planned wish back may have one.",
    }),
    sawVersion: z
      .number()
      .int()
      .meta({ description: "Version whose effect was read; a newer one is a conflict." }),
  })
  .meta({ id: "ChangeWish" });

export const WishChanged = z
  .object({ id: z.uuid(), version: z.number().int(), state: z.enum(WISH_STATES) })
  .meta({ id: "WishChanged" });

export const WishStep = z.object({
  to: z.enum(WISH_STATES),
  release: said("A release's name", 1_000),
});

const paragraphs = z.array(z.string());

export const WishEffect = z
  .object({
    asking,
    mail: z
      .object({ en: paragraphs, de: paragraphs })
      .meta({ description: "What whoever asked reads, before the reason." }),
  })
  .meta({ id: "WishEffect" });

export const DeskWish = z
  .object({
    id: z.uuid(),
    title: z.string(),
    text: z.string().meta({ description: "The sentence that customers read." }),
    state: z.enum(WISH_STATES),
    release: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .meta({ description: "The release it is planned for or came with." }),
    reason: z.string().nullable().meta({ description: "Why it was declined, or put back." }),
    openedAt: Instant,
    changedAt: Instant,
    version: z.number().int(),
    asking,
  })
  .meta({ id: "DeskWish" });

export const WishList = z.object({ wishes: z.array(DeskWish) }).meta({ id: "WishList" });

export const WholeWish = z
  .object({
    ...DeskWish.shape,
    tickets: z.array(
      z.object({
        number: z.number().int(),
        subject: z.string(),
        state: z.enum(TICKET_STATES),
        organisation: z.string(),
      }),
    ),
    history: z.array(
      z.object({
        seq: z.number().int(),
        at: Instant,
        by: z.string(),
        state: z.enum(WISH_STATES).meta({ description: "What it became." }),
        release: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "WholeWish" });
