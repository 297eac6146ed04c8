import type { RouteId } from "@troth/contract";
import type { Answers } from "../ports/answers.ts";
import { ask } from "../verbs/knowledge/ask.ts";
import { judgeAnswer, readConversation } from "../verbs/knowledge/conversation.ts";
import type { Handlers } from "./bind.ts";
import { presentAsked, presentConversation } from "./present/answer.ts";

type AskRoute = Extract<RouteId, "ask" | "readConversation" | "judgeAnswer">;

/** The routes of questions and answers. */
export function askHandlers(answers: Answers): Pick<Handlers, AskRoute> {
  return {
    ask: async (ctx, { body, request }) => {
      const { conversation = null, key = null } = body;
      return presentAsked(await ask({ ...ctx, answers }, { ...body, conversation, key, source: request.ip }));
    },
    readConversation: async (ctx, { params, query }) =>
      presentConversation(await readConversation(ctx, { ...params, key: query.key ?? null })),
    judgeAnswer: (ctx, { params, body }) =>
      judgeAnswer(ctx, { ...params, ...body, key: body.key ?? null, reason: body.reason ?? null }),
  };
}
