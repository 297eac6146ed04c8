import { saysSomething } from "@troth/core";
import { z } from "zod";

/** An instant on the wire: ISO 8601 in UTC with milliseconds. */
export const Instant = z.string().meta({ format: "date-time", examples: ["2026-07-07T19:30:00.000Z"] });

export const Clause = z
  .object({ id: z.string(), title: z.string(), policyVersion: z.string() })
  .meta({ id: "Clause", description: "The place in the published support policy that decides." });

export const Link = z.object({ id: z.string(), label: z.string(), href: z.string() }).meta({ id: "Link" });

export const Named = z.object({ id: z.string(), name: z.string() });

/** The revision that was read before the act, and so what it rests on. */
export const SawVersion = z.number().int().optional().meta({
  description:
    "Revision of the ticket that was read; what somebody did since is a conflict. Without it, only what they do at the same moment is.",
});

/** A text that is demanded, or left out: blanks and signs without a width are none. */
export const demanded = (message = "This is empty. Fill it in.") =>
  z.string().trim().min(1, { message, abort: true }).refine(saysSomething, { message });

export const Cursor = z.string().max(200);

export const TicketNumber = z.coerce.number().int().positive().max(2_147_483_647);

export const Slug = z.string().min(1).max(100).meta({ description: "The vendor's own id, as it writes it." });

export const Empty = z.object({}).meta({ id: "Empty" });
