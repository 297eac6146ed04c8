import { z } from "zod";
import { byNumber } from "./params.ts";
import type { Route } from "./route.ts";
import { Changed } from "./schemas/desk.ts";
import * as wish from "./schemas/wish.ts";

const ofWish = z.object({ wish: z.uuid() });

/** What customers ask for, and what becomes of it. */
export const wishRoutes = {
  listWishes: {
    method: "GET",
    path: "/v1/desk/wishes",
    permission: "wish.read",
    summary: "Wishes, those that most organisations ask for first.",
    query: wish.WishFilter,
    status: 200,
    response: wish.WishList,
  },
  readWish: {
    method: "GET",
    path: "/v1/desk/wishes/:wish",
    permission: "wish.read",
    summary: "One wish with the tickets that ask for it and all that became of it.",
    params: ofWish,
    status: 200,
    response: wish.WholeWish,
  },
  previewWish: {
    method: "GET",
    path: "/v1/desk/wishes/:wish/preview",
    permission: "wish.read",
    summary: "Who would be told of a step, and in which words; changes nothing.",
    params: ofWish,
    query: wish.WishStep,
    status: 200,
    response: wish.WishEffect,
  },
  changeWish: {
    method: "POST",
    path: "/v1/desk/wishes/:wish/state",
    permission: "wish.write",
    summary:
      "Plan a wish for a release, say that it is out, decline it or put it back; who asked is told, once.",
    params: ofWish,
    body: wish.ChangeWish,
    status: 200,
    response: wish.WishChanged,
  },
  noteWish: {
    method: "POST",
    path: "/v1/desk/tickets/:number/wish",
    permission: "wish.write",
    summary: "Note that a ticket asks for a wish, one there is or a new one.",
    params: byNumber,
    body: wish.NoteWish,
    status: 200,
    response: wish.WishNoted,
  },
  leaveWish: {
    method: "POST",
    path: "/v1/desk/tickets/:number/wish/removed",
    permission: "wish.write",
    summary: "Take a ticket off a wish.",
    params: byNumber,
    body: wish.LeaveWish,
    status: 200,
    response: Changed,
  },
} as const satisfies Record<string, Route>;
