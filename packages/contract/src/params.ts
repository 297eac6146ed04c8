import { z } from "zod";
import { Slug, TicketNumber } from "./schemas/common.ts";

export const byNumber = z.object({ number: TicketNumber });
export const ofAttachment = z.object({ attachment: z.uuid() });
export const signed = z.object({
  ticket: TicketNumber,
  until: z.coerce.number().int().positive().meta({ description: "When the link ends, in milliseconds." }),
  seal: z.string().max(100).meta({ description: "Our signature of it." }),
});
export const yes = z.enum(["true", "false"]).transform((text) => text === "true");
export const ofNumber = z.object({ number: z.coerce.number().int().positive().max(2_147_483_647) });
export const ofOrganisation = z.object({ organisation: Slug });
