import type { RouteId } from "@troth/contract";
import { markReleaseOut } from "../verbs/release/mark-out.ts";
import { planRelease } from "../verbs/release/plan-release.ts";
import { listReleases, readRelease } from "../verbs/release/read-releases.ts";
import type { Handlers } from "./bind.ts";
import { presentRelease, presentWholeRelease } from "./present/release.ts";

type ReleaseRoute = Extract<RouteId, "listReleases" | "planRelease" | "readRelease" | "markReleaseOut">;

/** The routes of releases. */
export function releaseHandlers(): Pick<Handlers, ReleaseRoute> {
  return {
    listReleases: async (ctx) => ({ releases: (await listReleases(ctx)).map(presentRelease) }),
    planRelease: (ctx, { body }) => planRelease(ctx, body),
    readRelease: async (ctx, { params }) => presentWholeRelease(ctx.vault, await readRelease(ctx, params)),
    markReleaseOut: (ctx, { params, body }) => markReleaseOut(ctx, { ...params, ...body }),
  };
}
