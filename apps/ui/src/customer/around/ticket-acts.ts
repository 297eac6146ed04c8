import { type Troth, unwrap } from "@troth/sdk";
import type { Preference } from "../wire.ts";

const once = () => ({ "Idempotency-Key": crypto.randomUUID() });

/** What a customer does around a ticket, one function a route. */
export function ticketActs({ api }: Troth) {
  const on = (number: number) => ({ path: { number }, header: once() });
  return {
    object: (number: number, body: { reason: string; wants: string | null }) =>
      unwrap(api.POST("/v1/tickets/{number}/objection", { params: on(number), body })),
    takeObjectionBack: (number: number) =>
      unwrap(api.DELETE("/v1/tickets/{number}/objection", { params: on(number) })),
    worsen: (
      number: number,
      body: {
        to: string;
        reason: string;
        businessImpact: string | null;
        isBusinessImpactUnknown: boolean;
      },
    ) => unwrap(api.POST("/v1/tickets/{number}/worse", { params: on(number), body })),
    takeBack: (number: number, text: string | null) =>
      unwrap(api.POST("/v1/tickets/{number}/solved", { params: on(number), body: { text } })),
    rate: (number: number, body: { isGood: boolean; text: string | null }) =>
      unwrap(api.POST("/v1/tickets/{number}/rating", { params: on(number), body })),
    askCause: (number: number) => unwrap(api.POST("/v1/tickets/{number}/causes", { params: on(number) })),
    cause: (number: number, document: string) =>
      unwrap(api.GET("/v1/tickets/{number}/causes/{document}", { params: { path: { number, document } } })),
    causeText: (number: number, document: string, query: { locale: "en" | "de"; zone: string }) =>
      unwrap(
        api.GET("/v1/tickets/{number}/causes/{document}/text", {
          params: { path: { number, document }, query },
          parseAs: "text",
        }),
      ),
    colleagues: async () => (await unwrap(api.GET("/v1/colleagues"))).colleagues,
    addFollower: (number: number, person: string) =>
      unwrap(api.POST("/v1/tickets/{number}/followers", { params: on(number), body: { person } })),
    removeFollower: (number: number, person: string) =>
      unwrap(
        api.DELETE("/v1/tickets/{number}/followers/{person}", {
          params: { path: { number, person }, header: once() },
        }),
      ),
    restrict: (number: number, isRestricted: boolean) =>
      unwrap(api.PUT("/v1/tickets/{number}/restricted", { params: on(number), body: { isRestricted } })),
    askVideo: (number: number, reason: string) =>
      unwrap(api.POST("/v1/tickets/{number}/video", { params: on(number), body: { reason } })),
    withdrawVideo: (number: number) =>
      unwrap(api.DELETE("/v1/tickets/{number}/video", { params: on(number) })),
    invitation: (number: number) =>
      unwrap(api.GET("/v1/tickets/{number}/video.ics", { params: { path: { number } }, parseAs: "text" })),
    giveConsent: (number: number, body: { projects: string[]; hours: number }) =>
      unwrap(api.PUT("/v1/tickets/{number}/consent", { params: on(number), body })),
    withdrawConsent: (number: number) =>
      unwrap(api.DELETE("/v1/tickets/{number}/consent", { params: on(number) })),
    similar: async (text: string, project: string | null, signal?: AbortSignal) => {
      const query = project === null ? { text } : { text, project };
      const found = await unwrap(
        api.GET("/v1/tickets-like", { params: { query }, ...(signal === undefined ? {} : { signal }) }),
      );
      return found.tickets;
    },
    preference: () => unwrap(api.GET("/v1/me/preference")),
    savePreference: (body: Preference) =>
      unwrap(api.PUT("/v1/me/preference", { params: { header: once() }, body })),
  };
}
