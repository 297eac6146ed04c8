import type { FastifyReply } from "fastify";
import { giveConsent, useConsent, withdrawConsent } from "../verbs/consent/give-consent.ts";
import { advise, askAdvice, endDisagreement, ownDisagreement } from "../verbs/disagreement/decide.ts";
import { listDisagreements } from "../verbs/disagreement/list-disagreements.ts";
import { objectToSeverity, takeBackObjection } from "../verbs/disagreement/object.ts";
import { addFollower, listColleagues, removeFollower, watchTicket } from "../verbs/follower/follow-ticket.ts";
import { deactivateAgent, putAway } from "../verbs/person/away.ts";
import { putPreference, readPreference } from "../verbs/person/preference.ts";
import { answerAsLead } from "../verbs/ticket/answer-as-lead.ts";
import { findSimilar } from "../verbs/ticket/find-similar.ts";
import { giveWord, hideTicket, withdrawWord } from "../verbs/ticket/give-word.ts";
import { linkTickets, unlinkTickets } from "../verbs/ticket/link-tickets.ts";
import { mergeTickets } from "../verbs/ticket/merge-tickets.ts";
import { restrictAsAgent, restrictTicket } from "../verbs/ticket/restrict-ticket.ts";
import { splitMessage } from "../verbs/ticket/split-message.ts";
import { rateTicket, takeBackTicket } from "../verbs/ticket/take-back-ticket.ts";
import { worsenTicket } from "../verbs/ticket/worsen-ticket.ts";
import { askVideo, withdrawVideo } from "../verbs/video/ask-video.ts";
import { cancelVideo, declineVideo, grantVideo } from "../verbs/video/decide-video.ts";
import { readDeskInvitation, readInvitation } from "../verbs/video/invitation.ts";
import type { Handlers } from "./bind.ts";
import { presentColleagues, presentDisagreementRow, presentSimilar } from "./present/people-around.ts";
import { presentOpened } from "./present/ticket.ts";

/** The routes of what stands around a ticket's conversation. */
export function proceedingHandlers() {
  return {
    objectToSeverity: (ctx, { params, body }) => objectToSeverity(ctx, { ...params, ...body }),
    takeBackObjection: (ctx, { params }) => takeBackObjection(ctx, params),
    worsenTicket: (ctx, { params, body }) => worsenTicket(ctx, { ...params, ...body }),
    takeBackTicket: (ctx, { params, body }) => takeBackTicket(ctx, { ...params, ...body }),
    rateTicket: (ctx, { params, body }) => rateTicket(ctx, { ...params, ...body }),
    listColleagues: async (ctx) => ({ colleagues: presentColleagues(ctx.vault, await listColleagues(ctx)) }),
    addFollower: (ctx, { params, body }) => addFollower(ctx, { ...params, ...body }),
    removeFollower: (ctx, { params }) => removeFollower(ctx, params),
    restrictTicket: (ctx, { params, body }) => restrictTicket(ctx, { ...params, ...body }),
    askVideo: (ctx, { params, body }) => askVideo(ctx, { ...params, ...body }),
    withdrawVideo: (ctx, { params }) => withdrawVideo(ctx, params),
    readInvitation: async (ctx, { params, reply }) =>
      calendarFile(reply, params, await readInvitation(ctx, params)),
    readDeskInvitation: async (ctx, { params, reply }) =>
      calendarFile(reply, params, await readDeskInvitation(ctx, params)),
    giveConsent: (ctx, { params, body }) => giveConsent(ctx, { ...params, ...body }),
    withdrawConsent: (ctx, { params }) => withdrawConsent(ctx, params),
    findSimilar: async (ctx, { query }) => {
      const similar = await findSimilar(ctx, { text: query.text, project: query.project ?? null });
      return { tickets: presentSimilar(ctx.vault, similar) };
    },
    readPreference: (ctx) => readPreference(ctx),
    putPreference: (ctx, { body }) => putPreference(ctx, body),
    listDisagreements: async (ctx) => ({
      disagreements: (await listDisagreements(ctx)).map((row) => presentDisagreementRow(ctx.vault, row)),
    }),
    ownDisagreement: (ctx, { params, body }) => ownDisagreement(ctx, { ...params, ...body }),
    askAdvice: (ctx, { params, body }) => askAdvice(ctx, { ...params, ...body }),
    advise: (ctx, { params, body }) => advise(ctx, { ...params, ...body }),
    endDisagreement: (ctx, { params, body }) => endDisagreement(ctx, { ...params, ...body }),
    answerAsLead: (ctx, { params }) => answerAsLead(ctx, params),
    giveWord: (ctx, { params, body }) => giveWord(ctx, { ...params, ...body }),
    withdrawWord: (ctx, { params }) => withdrawWord(ctx, params),
    hideTicket: (ctx, { params, body }) => hideTicket(ctx, { ...params, ...body }),
    restrictAsAgent: (ctx, { params, body }) => restrictAsAgent(ctx, { ...params, ...body }),
    watchTicket: (ctx, { params }) => watchTicket(ctx, { ...params, isOn: true }),
    unwatchTicket: (ctx, { params }) => watchTicket(ctx, { ...params, isOn: false }),
    linkTickets: (ctx, { params, body }) => linkTickets(ctx, { ...params, ...body }),
    unlinkTickets: (ctx, { params, body }) => unlinkTickets(ctx, { ...params, ...body }),
    mergeTickets: (ctx, { params, body }) => mergeTickets(ctx, { ...params, ...body }),
    splitMessage: async (ctx, { params, body }) => {
      const opened = await splitMessage(ctx, { ...params, ...body });
      return presentOpened(
        opened,
        await ctx.shelf.outside(ctx.store, ctx.workspace.id, opened.policyVersion),
      );
    },
    grantVideo: (ctx, { params, body }) => grantVideo(ctx, { ...params, ...body }),
    declineVideo: (ctx, { params, body }) => declineVideo(ctx, { ...params, ...body }),
    cancelVideo: (ctx, { params, body }) => cancelVideo(ctx, { ...params, ...body }),
    useConsent: (ctx, { params, body }) => useConsent(ctx, { ...params, ...body }),
    putAway: (ctx, { body }) => putAway(ctx, body),
    deactivateAgent: (ctx, { params }) => deactivateAgent(ctx, params),
  } satisfies Partial<Handlers>;
}

function calendarFile(reply: FastifyReply, { number }: { readonly number: number }, text: string) {
  void reply.header("content-disposition", `attachment; filename="ticket-${number}.ics"`);
  return { type: "text/calendar", text };
}
