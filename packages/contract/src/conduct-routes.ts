import { CONDUCT_DECISIONS, CONDUCT_SCOPES } from "@troth/core";
import { z } from "zod";
import { ofNumber } from "./params.ts";
import type { Route } from "./route.ts";
import * as conduct from "./schemas/conduct.ts";

/** Reports of words that somebody wrote, and the cases that follow. */
export const conductRoutes = {
  reportMessage: {
    method: "POST",
    path: "/v1/conduct/reports",
    permission: "conduct.report",
    summary: "Report words that somebody else wrote, in a message or a note. A person decides.",
    body: conduct.ReportMessage,
    status: 201,
    response: conduct.Reported,
  },
  listOwnCases: {
    method: "GET",
    path: "/v1/conduct/mine",
    permission: "conduct.report",
    summary: "What I reported, and what was decided about me or the organisation I answer for.",
    status: 200,
    response: conduct.OwnCases,
  },
  askReview: {
    method: "POST",
    path: "/v1/conduct/:number/review",
    permission: "conduct.report",
    summary: "Ask for a decision about me to be looked at again, once.",
    params: ofNumber,
    body: conduct.AskReview,
    status: 201,
    response: conduct.CaseChanged,
  },
  listCases: {
    method: "GET",
    path: "/v1/conduct",
    permission: "conduct.decide",
    summary: "Conduct cases, the last changed first; never one about the reader.",
    status: 200,
    response: conduct.ConductCaseList,
  },
  readCase: {
    method: "GET",
    path: "/v1/conduct/:number",
    permission: "conduct.decide",
    summary: "One case with the words it is about.",
    params: ofNumber,
    status: 200,
    response: conduct.WholeConductCase,
  },
  previewDecision: {
    method: "GET",
    path: "/v1/conduct/:number/effect",
    permission: "conduct.decide",
    summary: "What a decision would do: which doors close, for how many, which promises. Nothing is stored.",
    params: ofNumber,
    query: z.object({
      decision: z.enum(CONDUCT_DECISIONS),
      scope: z.enum(CONDUCT_SCOPES).optional(),
    }),
    status: 200,
    response: conduct.CaseEffect,
  },
  decideCase: {
    method: "POST",
    path: "/v1/conduct/:number/decision",
    permission: "conduct.decide",
    summary:
      "Decide a case: no action, a word, a warning, or the end of support for a person or an organisation.",
    params: ofNumber,
    body: conduct.DecideCase,
    status: 200,
    response: conduct.CaseChanged,
  },
  reinstateSupport: {
    method: "POST",
    path: "/v1/conduct/:number/reinstatement",
    permission: "conduct.decide",
    summary: "Take the end of support back, with a reason.",
    params: ofNumber,
    body: conduct.Reinstate,
    status: 200,
    response: conduct.CaseChanged,
  },
} as const satisfies Record<string, Route>;
