import { z } from "zod";
import type { Route } from "./route.ts";
import * as answer from "./schemas/answer.ts";
import { Empty } from "./schemas/common.ts";

const ofConversation = z.object({ conversation: z.uuid() });

/** Questions and answers, for everybody. */
export const askRoutes = {
  ask: {
    method: "POST",
    path: "/v1/ask",
    permission: "public.read",
    summary:
      "Ask what the sources say, or what holds for support; answered with places, or with the next door.",
    body: answer.Ask,
    status: 200,
    response: answer.Asked,
  },
  readConversation: {
    method: "GET",
    path: "/v1/conversations/:conversation",
    permission: "public.read",
    summary: "One's own conversation with all its answers.",
    params: ofConversation,
    query: answer.ReadConversation,
    status: 200,
    response: answer.Conversation,
  },
  judgeAnswer: {
    method: "POST",
    path: "/v1/conversations/:conversation/answers/:seq/judgement",
    permission: "public.read",
    summary: "Say whether an answer helped, and why not.",
    params: ofConversation.extend({ seq: z.coerce.number().int().positive().max(1_000) }),
    body: answer.JudgeAnswer,
    status: 200,
    response: Empty,
  },
} as const satisfies Record<string, Route>;
