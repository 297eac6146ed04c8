import { type components, unwrap } from "@troth/sdk";
import { troth } from "../../client.ts";

type Body = components["schemas"];

const { api } = troth;
const on = (number: number, key: string) => ({
  params: { path: { number }, header: { "Idempotency-Key": key } },
});

/** Every write on what stands around a ticket; the key makes a repeated attempt count once. */
export const send = {
  word: (number: number, body: Body["GiveWord"], key: string) =>
    unwrap(api.PUT("/v1/desk/tickets/{number}/word", { ...on(number, key), body })),
  noWord: (number: number, key: string) =>
    unwrap(api.DELETE("/v1/desk/tickets/{number}/word", on(number, key))),
  hide: (number: number, until: string | null, key: string) =>
    unwrap(api.PUT("/v1/desk/tickets/{number}/hidden", { ...on(number, key), body: { until } })),
  restrict: (number: number, isRestricted: boolean, key: string) =>
    unwrap(api.PUT("/v1/desk/tickets/{number}/restricted", { ...on(number, key), body: { isRestricted } })),
  watch: (number: number, isWatched: boolean, key: string) =>
    isWatched
      ? unwrap(api.PUT("/v1/desk/tickets/{number}/watch", on(number, key)))
      : unwrap(api.DELETE("/v1/desk/tickets/{number}/watch", on(number, key))),
  link: (number: number, body: Body["LinkTickets"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/links", { ...on(number, key), body })),
  unlink: (number: number, body: Body["LinkTickets"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/links/removed", { ...on(number, key), body })),
  noteWish: (number: number, body: Body["NoteWish"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/wish", { ...on(number, key), body })),
  leaveWish: (number: number, wish: string, key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/wish/removed", { ...on(number, key), body: { wish } })),
  merge: (number: number, body: Body["MergeTickets"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/merge", { ...on(number, key), body })),
  split: (number: number, body: Body["SplitMessage"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/split", { ...on(number, key), body })),
  look: (number: number, body: Body["UseConsent"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/consent/used", { ...on(number, key), body })),
  grantVideo: (number: number, body: Body["GrantVideo"], key: string) =>
    unwrap(api.PUT("/v1/desk/tickets/{number}/video", { ...on(number, key), body })),
  declineVideo: (number: number, reason: string, key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/video/declined", { ...on(number, key), body: { reason } })),
  declineCause: (number: number, reason: string, key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/causes/declined", { ...on(number, key), body: { reason } })),
  cancelVideo: (number: number, reason: string | null, key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/video/cancelled", { ...on(number, key), body: { reason } })),
  ownObjection: (number: number, owner: string, key: string) =>
    unwrap(api.PUT("/v1/desk/tickets/{number}/disagreement/owner", { ...on(number, key), body: { owner } })),
  askAdvice: (number: number, leads: string[], key: string) =>
    unwrap(
      api.POST("/v1/desk/tickets/{number}/disagreement/advice-asked", {
        ...on(number, key),
        body: { leads },
      }),
    ),
  advise: (number: number, text: string, key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/disagreement/advice", { ...on(number, key), body: { text } })),
  endObjection: (number: number, body: Body["EndDisagreement"], key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/disagreement/end", { ...on(number, key), body })),
  seenAsLead: (number: number, key: string) =>
    unwrap(api.POST("/v1/desk/tickets/{number}/lead-answered", on(number, key))),
  assign: (number: number, body: Body["Assign"], key: string) =>
    unwrap(api.PUT("/v1/desk/tickets/{number}/assignee", { ...on(number, key), body })),
};

/** The granted video chat as a file for the agent's own calendar. */
export const readInvitation = (number: number) =>
  unwrap(api.GET("/v1/desk/tickets/{number}/video.ics", { params: { path: { number } }, parseAs: "text" }));
