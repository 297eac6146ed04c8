import type { RouteId } from "@troth/contract";
import { changeWish } from "../verbs/wish/change-wish.ts";
import { leaveWish, noteWish } from "../verbs/wish/note-wish.ts";
import { listWishes, previewWish, readWish } from "../verbs/wish/read-wishes.ts";
import type { Handlers } from "./bind.ts";
import { presentWholeWish, presentWish, presentWishEffect } from "./present/wish.ts";

type WishRoute = Extract<
  RouteId,
  "listWishes" | "readWish" | "previewWish" | "changeWish" | "noteWish" | "leaveWish"
>;

/** The routes of wishes. */
export function wishHandlers(): Pick<Handlers, WishRoute> {
  return {
    listWishes: async (ctx, { query }) => ({
      wishes: (await listWishes(ctx, { ...query, state: query.state ?? null })).map(presentWish),
    }),
    readWish: async (ctx, { params }) => presentWholeWish(ctx.vault, await readWish(ctx, params)),
    previewWish: async (ctx, { params, query }) =>
      presentWishEffect(await previewWish(ctx, { ...params, ...query })),
    changeWish: (ctx, { params, body }) => changeWish(ctx, { ...params, ...body }),
    noteWish: (ctx, { params, body }) => noteWish(ctx, { ...params, ...body }),
    leaveWish: (ctx, { params, body }) => leaveWish(ctx, { ...params, ...body }),
  };
}
