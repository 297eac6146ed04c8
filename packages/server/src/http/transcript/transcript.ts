import type { DeskTicket, Ticket } from "@troth/contract";
import type { FastifyReply } from "fastify";
import type { Page } from "../bind.ts";
import { wireInstant } from "../present/instant.ts";
import { type Reader, transcriptOf } from "./compose.ts";
import { transcriptHtml } from "./html.ts";
import { transcriptMarkdown } from "./markdown.ts";

export type Wanted = Omit<Reader, "now"> & { readonly format: "html" | "md"; readonly now: number };

/** The transcript as a file to keep. Its name is made of the number alone, so that no subject can reach into a header. */
export function transcriptPage(
  reply: FastifyReply,
  ticket: Ticket | DeskTicket,
  { format, now, ...reader }: Wanted,
): Page {
  void reply
    .header("content-disposition", `attachment; filename="ticket-${ticket.number}.${format}"`)
    .header("cache-control", "private, no-store");
  const transcript = transcriptOf(ticket, { ...reader, now: wireInstant(now) });
  return format === "md"
    ? { type: "text/markdown", text: transcriptMarkdown(transcript) }
    : { type: "text/html", text: transcriptHtml(transcript) };
}
