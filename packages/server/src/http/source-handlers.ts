import type { RouteId } from "@troth/contract";
import type { Readers } from "../ports/readers.ts";
import {
  addSource,
  changeSource,
  dropSource,
  listSources,
  refreshSource,
} from "../verbs/knowledge/sources.ts";
import type { Handlers } from "./bind.ts";
import { presentSource } from "./present/source.ts";

type SourceRoute = Extract<
  RouteId,
  "listSources" | "addSource" | "changeSource" | "dropSource" | "refreshSource"
>;

/** The routes of sources. */
export function sourceHandlers(readers: Readers): Pick<Handlers, SourceRoute> {
  return {
    listSources: async (ctx) => ({ sources: (await listSources(ctx)).map(presentSource) }),
    addSource: (ctx, { body }) => addSource({ ...ctx, readers }, body),
    changeSource: (ctx, { params, body }) => changeSource({ ...ctx, readers }, { ...params, ...body }),
    dropSource: (ctx, { params, query }) => dropSource(ctx, { ...params, ...query }),
    refreshSource: (ctx, { params, body }) => refreshSource(ctx, { ...params, ...body }),
  };
}
