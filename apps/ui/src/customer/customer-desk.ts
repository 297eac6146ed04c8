import { type Troth, unwrap } from "@troth/sdk";
import { createContext, useContext } from "react";
import type { TranscriptQuery } from "../facts/transcript.tsx";
import { ticketActs } from "./around/ticket-acts.ts";
import type { OpenTicket, ProposeSeverity } from "./wire.ts";

/** The routes a customer's screens use, one function each. Failures are `TrothError`s in the desk's own words. */
export type CustomerDesk = ReturnType<typeof customerDesk>;

export function customerDesk(troth: Troth) {
  const { api } = troth;
  const own = (key: string = crypto.randomUUID()) => ({ "Idempotency-Key": key });
  return {
    troth,
    me: () => unwrap(api.GET("/v1/me")),
    form: () => unwrap(api.GET("/v1/ticket-form")),
    preview: (category: string, severity: string | null, signal?: AbortSignal) =>
      unwrap(
        api.GET("/v1/ticket-preview", {
          params: { query: severity === null ? { category } : { category, severity } },
          ...(signal === undefined ? {} : { signal }),
        }),
      ),
    propose: (body: ProposeSeverity, signal?: AbortSignal) =>
      unwrap(api.POST("/v1/severity-proposal", { body, ...(signal === undefined ? {} : { signal }) })),
    open: (body: OpenTicket, key: string) =>
      unwrap(api.POST("/v1/tickets", { params: { header: own(key) }, body })),
    incidents: () => unwrap(api.GET("/v1/incidents/mine")),
    follow: (number: number, body: { locale: "en" | "de"; zone: string }) =>
      unwrap(api.PUT("/v1/incidents/{number}/follow", { params: { path: { number }, header: own() }, body })),
    unfollow: (number: number) =>
      unwrap(api.DELETE("/v1/incidents/{number}/follow", { params: { path: { number }, header: own() } })),
    report: (ticket: number, message: string, reason: string) =>
      unwrap(
        api.POST("/v1/conduct/reports", { params: { header: own() }, body: { ticket, message, reason } }),
      ),
    ownCases: () => unwrap(api.GET("/v1/conduct/mine")),
    askReview: (number: number, text: string) =>
      unwrap(
        api.POST("/v1/conduct/{number}/review", {
          params: { path: { number }, header: own() },
          body: { text },
        }),
      ),
    tickets: (cursor: string | null, find = "") =>
      unwrap(api.GET("/v1/tickets", { params: { query: cursor === null ? { find } : { find, cursor } } })),
    ticket: (number: number) => unwrap(api.GET("/v1/tickets/{number}", { params: { path: { number } } })),
    receipt: (number: number) =>
      unwrap(api.GET("/v1/tickets/{number}/receipt", { params: { path: { number } } })),
    /** The receipt as the API writes it, byte for byte. */
    receiptText: (number: number) =>
      unwrap(api.GET("/v1/tickets/{number}/receipt", { params: { path: { number } }, parseAs: "text" })),
    transcript: (number: number, query: TranscriptQuery) =>
      unwrap(
        api.GET("/v1/tickets/{number}/transcript", { params: { path: { number }, query }, parseAs: "text" }),
      ),
    reply: (
      number: number,
      message: { readonly text: string; readonly attachments: string[] },
      key: string,
    ) =>
      unwrap(
        api.POST("/v1/tickets/{number}/messages", {
          params: { path: { number }, header: own(key) },
          body: message,
        }),
      ),
    ...ticketActs(troth),
    markRead: (number: number) =>
      unwrap(api.POST("/v1/tickets/{number}/read", { params: { path: { number }, header: own() } })),
  };
}

const DESK = createContext<CustomerDesk | null>(null);
export const CustomerDeskProvider = DESK.Provider;

export function useCustomerDesk(): CustomerDesk {
  const desk = useContext(DESK);
  if (desk === null) throw new Error("CustomerDeskProvider is missing above this component.");
  return desk;
}
