import { z } from "zod";
import { byNumber } from "./params.ts";
import type { Route } from "./route.ts";
import { TicketNumber } from "./schemas/common.ts";
import { Changed } from "./schemas/desk.ts";
import * as document from "./schemas/document.ts";

const ofTicket = z.object({ number: TicketNumber, document: z.uuid() });
const ofDocument = z.object({ document: z.uuid() });

/** Root-cause documents: written at the desk, read by the customers of tickets they are about. */
export const documentRoutes = {
  // ——— customers
  askCause: {
    method: "POST",
    path: "/v1/tickets/:number/causes",
    permission: "ticket.reply",
    summary: "Ask for the root cause on a ticket that has ended. It stays ended.",
    params: byNumber,
    status: 200,
    response: Changed,
  },
  readCause: {
    method: "GET",
    path: "/v1/tickets/:number/causes/:document",
    permission: "ticket.read",
    summary: "A published root-cause document about my ticket or its incident, with every version.",
    params: ofTicket,
    status: 200,
    response: document.Cause,
  },
  readCauseText: {
    method: "GET",
    path: "/v1/tickets/:number/causes/:document/text",
    permission: "ticket.read",
    summary: "A version of it as Markdown, to keep.",
    params: ofTicket,
    query: z.object({
      nth: z.coerce.number().int().positive().max(1_000_000).optional(),
      locale: z.enum(["en", "de"]).default("en"),
      zone: z.string().max(100).optional(),
    }),
    status: 200,
    response: z.string(),
    isPage: true,
  },
  readPublicCause: {
    method: "GET",
    path: "/v1/status/incidents/:number/cause",
    permission: "public.read",
    summary: "The root cause of an incident, where the vendor put it on the status page.",
    params: byNumber,
    status: 200,
    response: document.PublicCause,
  },
  // ——— the desk
  listDocuments: {
    method: "GET",
    path: "/v1/desk/documents",
    permission: "document.read",
    summary: "Tickets on which the cause is asked for, and root-cause documents, drafts among them.",
    status: 200,
    response: document.DocumentList,
  },
  declineCause: {
    method: "POST",
    path: "/v1/desk/tickets/:number/causes/declined",
    permission: "document.write",
    summary: "Decline the wish for the root cause, with the reason the customer reads.",
    params: byNumber,
    body: document.DeclineCause,
    status: 200,
    response: Changed,
  },
  beginDocument: {
    method: "POST",
    path: "/v1/desk/documents",
    permission: "document.write",
    summary: "Begin the root-cause document about a ticket or an incident, as a draft.",
    body: document.BeginDocument,
    status: 201,
    response: document.DocumentChanged,
  },
  readDocument: {
    method: "GET",
    path: "/v1/desk/documents/:document",
    permission: "document.read",
    summary: "One document with its draft and versions, and whom the next version reaches.",
    params: ofDocument,
    status: 200,
    response: document.WholeDocument,
  },
  saveDocument: {
    method: "PUT",
    path: "/v1/desk/documents/:document",
    permission: "document.write",
    summary: "Save the draft; somebody else's save in between is a conflict.",
    params: ofDocument,
    body: document.SaveDocument,
    status: 200,
    response: document.DocumentChanged,
  },
  dropDraft: {
    method: "DELETE",
    path: "/v1/desk/documents/:document/draft",
    permission: "document.write",
    summary: "Drop the draft. What was published stays.",
    params: ofDocument,
    query: z.object({ sawVersion: z.coerce.number().int() }),
    status: 200,
    response: document.DocumentChanged,
  },
  publishDocument: {
    method: "POST",
    path: "/v1/desk/documents/:document/versions",
    permission: "document.write",
    summary: "Publish the next version: the customers of its tickets read it and are told, once each.",
    params: ofDocument,
    body: document.PublishDocument,
    status: 201,
    response: document.DocumentChanged,
  },
} as const satisfies Record<string, Route>;
