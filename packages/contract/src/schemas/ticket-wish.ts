import { WISH_STATES } from "@troth/core";
import { z } from "zod";

/** What a ticket shows of a wish it asks for. */
export const TicketWish = z
  .object({
    title: z.string(),
    text: z.string(),
    state: z.enum(WISH_STATES),
    release: z.string().nullable().meta({ description: "The release it is planned for or came with." }),
    reason: z.string().nullable().meta({ description: "Why it was declined, or put back." }),
  })
  .meta({ id: "TicketWish" });

export const DeskTicketWish = z.object({ id: z.uuid(), ...TicketWish.shape }).meta({ id: "DeskTicketWish" });
