import type { RouteId } from "@troth/contract";
import { askReview } from "../verbs/conduct/ask-review.ts";
import { decideCase, reinstateSupport } from "../verbs/conduct/decide-case.ts";
import { listCases, listOwnCases, previewDecision, readCase } from "../verbs/conduct/read-cases.ts";
import { reportMessage } from "../verbs/conduct/report-message.ts";
import type { Handlers } from "./bind.ts";
import { presentCase, presentEffect, presentOwnCases, presentWholeCase } from "./present/conduct.ts";

type ConductRoute = Extract<
  RouteId,
  | "reportMessage"
  | "listOwnCases"
  | "askReview"
  | "listCases"
  | "readCase"
  | "previewDecision"
  | "decideCase"
  | "reinstateSupport"
>;

/** The routes of conduct: reports, decisions, reviews. */
export function conductHandlers(): Pick<Handlers, ConductRoute> {
  return {
    reportMessage: (ctx, { body }) => reportMessage(ctx, body),
    listOwnCases: async (ctx) => presentOwnCases(ctx.vault, await listOwnCases(ctx)),
    askReview: (ctx, { params, body }) => askReview(ctx, { ...params, ...body }),
    listCases: async (ctx) => ({ cases: (await listCases(ctx)).map((one) => presentCase(ctx.vault, one)) }),
    readCase: async (ctx, { params }) => presentWholeCase(ctx.vault, await readCase(ctx, params)),
    previewDecision: async (ctx, { params, query }) =>
      presentEffect(await previewDecision(ctx, { ...params, ...query, scope: query.scope ?? null })),
    decideCase: (ctx, { params, body }) => decideCase(ctx, { ...params, ...body }),
    reinstateSupport: (ctx, { params, body }) => reinstateSupport(ctx, { ...params, ...body }),
  };
}
