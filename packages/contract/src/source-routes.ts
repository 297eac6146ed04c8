import { z } from "zod";
import type { Route } from "./route.ts";
import * as source from "./schemas/source.ts";

const ofSource = z.object({ source: z.uuid() });

/** Where the vendor's knowledge is read from. */
export const sourceRoutes = {
  listSources: {
    method: "GET",
    path: "/v1/desk/sources",
    permission: "knowledge.read",
    summary: "Sources, each with when it was last and is next read, and what went wrong.",
    status: 200,
    response: source.SourceList,
  },
  addSource: {
    method: "POST",
    path: "/v1/desk/sources",
    permission: "knowledge.write",
    summary: "Read from one more source; it is read at once.",
    body: source.SourceDraft,
    status: 201,
    response: source.SourceChanged,
  },
  changeSource: {
    method: "PUT",
    path: "/v1/desk/sources/:source",
    permission: "knowledge.write",
    summary: "Change a source; it is read anew at once.",
    params: ofSource,
    body: source.ChangeSource,
    status: 200,
    response: source.SourceChanged,
  },
  dropSource: {
    method: "DELETE",
    path: "/v1/desk/sources/:source",
    permission: "knowledge.write",
    summary: "Take a source away; nothing is answered from its pages any more.",
    params: ofSource,
    query: source.DropSource,
    status: 200,
    response: source.SourceChanged,
  },
  refreshSource: {
    method: "POST",
    path: "/v1/desk/sources/:source/refresh",
    permission: "knowledge.write",
    summary: "Read a source now.",
    params: ofSource,
    body: source.RefreshSource,
    status: 202,
    response: source.SourceChanged,
  },
} as const satisfies Record<string, Route>;
