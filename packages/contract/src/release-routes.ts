import { z } from "zod";
import type { Route } from "./route.ts";
import * as release from "./schemas/release.ts";

const ofRelease = z.object({ release: z.uuid() });

/** Releases of the product, and who waits for a fix in one. */
export const releaseRoutes = {
  listReleases: {
    method: "GET",
    path: "/v1/desk/releases",
    permission: "release.read",
    summary: "Releases to come, then those that are out; each with how many wait for it.",
    status: 200,
    response: release.ReleaseList,
  },
  planRelease: {
    method: "POST",
    path: "/v1/desk/releases",
    permission: "release.write",
    summary: "Name a release that is to come. Ending a ticket with a fix in a new one does the same.",
    body: release.PlanRelease,
    status: 201,
    response: release.ReleaseChanged,
  },
  readRelease: {
    method: "GET",
    path: "/v1/desk/releases/:release",
    permission: "release.read",
    summary: "One release with the tickets that wait for it, and what their customers will read.",
    params: ofRelease,
    status: 200,
    response: release.WholeRelease,
  },
  markReleaseOut: {
    method: "POST",
    path: "/v1/desk/releases/:release/out",
    permission: "release.write",
    summary: "Mark a release out, for good: every customer who waits for it is told, once.",
    params: ofRelease,
    body: release.MarkReleaseOut,
    status: 200,
    response: release.ReleaseChanged,
  },
} as const satisfies Record<string, Route>;
