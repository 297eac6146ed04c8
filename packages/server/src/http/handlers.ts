import { isDeskOnly, reaches, reachOf } from "@troth/core";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Accounts } from "../ports/accounts.ts";
import type { Answers } from "../ports/answers.ts";
import type { Live, LiveChange } from "../ports/live.ts";
import type { Readers } from "../ports/readers.ts";
import { forgetFile } from "../verbs/attachment/forget-files.ts";
import { readFile } from "../verbs/attachment/read-file.ts";
import { type AttachPermission, uploadFile } from "../verbs/attachment/upload-file.ts";
import { type Ctx, memberOf, read } from "../verbs/context.ts";
import { registerApproval, withdrawApproval } from "../verbs/directory/approvals.ts";
import { listOrganisations } from "../verbs/directory/list-organisations.ts";
import { putMember, removeMember } from "../verbs/directory/put-member.ts";
import { putOrganisation } from "../verbs/directory/put-organisation.ts";
import { putBranch, putEndpoint, putProject, removePlace } from "../verbs/directory/put-place.ts";
import { putSubscription } from "../verbs/directory/put-subscription.ts";
import { readDeskOrganisation } from "../verbs/directory/read-desk-organisation.ts";
import { readOrganisation } from "../verbs/directory/read-organisation.ts";
import { putDraft, readDraft } from "../verbs/draft/keep-draft.ts";
import { Fail } from "../verbs/fail.ts";
import { admitMember } from "../verbs/person/admit-member.ts";
import { acceptInvite, inviteAgent } from "../verbs/person/invite-agent.ts";
import {
  endPortal,
  redeemPortalLink,
  requestPortalLink,
  type SessionStarted,
  startPortal,
} from "../verbs/person/portal-session.ts";
import { listAgents, readAgentMe, readMe, readTicketForm } from "../verbs/person/read-me.ts";
import { listCalendars, listRecomputes, readCalendar } from "../verbs/policy/read-calendar.ts";
import { assessTicket, previewAssessment } from "../verbs/ticket/assess-ticket.ts";
import { assignTicket } from "../verbs/ticket/assign-ticket.ts";
import { confirmIssue } from "../verbs/ticket/confirm-issue.ts";
import { lookAtMessage } from "../verbs/ticket/look-at-message.ts";
import { markMisuse } from "../verbs/ticket/mark-misuse.ts";
import { openTicket } from "../verbs/ticket/open-ticket.ts";
import { previewTicket } from "../verbs/ticket/preview-ticket.ts";
import { proposeForRequest } from "../verbs/ticket/propose-severity.ts";
import {
  COUNT_MOST,
  countQueue,
  readDeskPolicy,
  readDeskTicket,
  readQueue,
} from "../verbs/ticket/read-queue.ts";
import { listTickets, markTicketRead, readTicket } from "../verbs/ticket/read-tickets.ts";
import { resolveTicket } from "../verbs/ticket/resolve-ticket.ts";
import { noteTicket, replyAsAgent, replyToTicket } from "../verbs/ticket/write-message.ts";
import { askHandlers } from "./ask-handlers.ts";
import type { Handlers } from "./bind.ts";
import { conductHandlers } from "./conduct-handlers.ts";
import { documentHandlers } from "./document-handlers.ts";
import { incidentHandlers } from "./incident-handlers.ts";
import { policyHandlers } from "./policy-handlers.ts";
import { presentKept } from "./present/attachment.ts";
import { presentCalendar, presentRecompute, presentYear } from "./present/calendar.ts";
import { presentDeskOrganisation } from "./present/coverage.ts";
import { presentAgent, presentDeskPolicy, presentDeskTicket, presentQueue } from "./present/desk.ts";
import { presentIncidentCounts } from "./present/incident.ts";
import { wireInstant } from "./present/instant.ts";
import { presentAgentMe, presentMe, presentOrganisation, presentTicketForm } from "./present/person.ts";
import { presentEntitlement } from "./present/policy.ts";
import { presentListedOrganisation } from "./present/policy-draft.ts";
import { presentPromise, presentRows } from "./present/promise.ts";
import { presentProposed } from "./present/proposal.ts";
import {
  presentAssessment,
  presentMessageWritten,
  presentOpened,
  presentTicket,
  presentTicketRow,
} from "./present/ticket.ts";
import { proceedingHandlers } from "./proceeding-handlers.ts";
import { approvalIn, memberIn, organisationIn, subscriptionIn } from "./read/directory.ts";
import { releaseHandlers } from "./release-handlers.ts";
import { headersOf, PORTAL_COOKIE, type Sessions } from "./session.ts";
import { sourceHandlers } from "./source-handlers.ts";
import { type Lines, streamChanges } from "./stream.ts";
import { transcriptPage } from "./transcript/transcript.ts";
import { withBytes } from "./upload.ts";
import { wishHandlers } from "./wish-handlers.ts";

export type HandlerDeps = {
  readonly accounts: Accounts;
  readonly answers: Answers;
  readonly readers: Readers;
  readonly live: Live;
  readonly lines: Lines;
  readonly sessions: Sessions;
};

const HOUR_MS = 3_600_000;

/** Kinds of what the desk keeps lists of, beside tickets and incidents. */
const DESK_LISTS = /^(?:document|release|wish)\./;

/** What each route does: one verb, then its presenter. */
export function handlers({ accounts, answers, readers, live, lines, sessions }: HandlerDeps): Handlers {
  return {
    readMe: async (ctx) => presentMe(ctx.vault, ctx.workspace, await readMe(ctx)),
    readTicketForm: async (ctx) => presentTicketForm(ctx.vault, ctx.workspace, await readTicketForm(ctx)),
    previewTicket: async (ctx, { query }) => {
      const { category, severity = null } = query;
      const preview = await previewTicket(ctx, { category, severity });
      return {
        entitlement: presentEntitlement(preview.entitlement),
        promise: preview.commitment && presentPromise(preview.commitment, preview.runnable),
        rows: presentRows(preview.rows),
        warnings: [...preview.warnings],
        elsewhere: preview.elsewhere && {
          intake: preview.elsewhere.intake,
          promise: presentPromise(preview.elsewhere.commitment, preview.runnable),
          rows: presentRows(preview.elsewhere.rows),
        },
      };
    },
    proposeSeverity: async (ctx, { body }) => presentProposed(await proposeForRequest(ctx, body)),
    openTicket: async (ctx, { body }) => {
      const opened = await openTicket(ctx, body);
      return presentOpened(opened, await shelvedOf(ctx, opened));
    },
    listTickets: async (ctx, { query }) => {
      const page = await listTickets(ctx, {
        mine: query.mine ?? false,
        find: query.find,
        cursor: query.cursor ?? null,
      });
      const tickets = page.rows.flatMap((row) => {
        const shelved = page.shelves.get(row.policyVersion);
        return shelved ? [presentTicketRow(ctx.vault, row, shelved, page)] : [];
      });
      return { tickets, nextCursor: page.nextCursor };
    },
    readTicket: async (ctx, { params }) => presentTicket(ctx.vault, await readTicket(ctx, params)),
    readTranscript: async (ctx, { params, query, reply }) => {
      const whole = await readTicket(ctx, params);
      const { format, locale, zone = null } = query;
      const wanted = { format, locale, zone, withNotes: false, now: whole.now };
      return transcriptPage(reply, presentTicket(ctx.vault, whole), wanted);
    },
    replyToTicket: async (ctx, { params, body }) => {
      const message = await replyToTicket(ctx, { ...params, ...body });
      return presentMessageWritten(message, await shelvedOf(ctx, message));
    },
    markTicketRead: async (ctx, { params }) => {
      await markTicketRead(ctx, params);
      return {};
    },
    readReceipt: async (ctx, { params }) => {
      const { receipt } = presentTicket(ctx.vault, await readTicket(ctx, params));
      if (!receipt) throw new Fail("missing", "Nothing was promised on this ticket, so there is no receipt.");
      return receipt;
    },
    uploadAttachment: (ctx, { query, request }) => uploaded(ctx, "ticket.attach", { ...query, request }),
    forgetAttachment: async (ctx, { params }) => {
      await forgetFile(ctx, "ticket.attach", { file: params.attachment });
      return {};
    },
    readAttachment: (ctx, { params, query }) =>
      readFile(ctx, "ticket.read", { file: params.attachment, ...query }),
    uploadDeskAttachment: (ctx, { query, request }) => uploaded(ctx, "desk.attach", { ...query, request }),
    forgetDeskAttachment: async (ctx, { params }) => {
      await forgetFile(ctx, "desk.attach", { file: params.attachment });
      return {};
    },
    readDeskAttachment: (ctx, { params, query }) =>
      readFile(ctx, "desk.read", { file: params.attachment, ...query }),
    readDraft: async (ctx, { params }) => presentDraft(await readDraft(ctx, params)),
    putDraft: async (ctx, { params, body }) => presentDraft(await putDraft(ctx, { ...params, ...body })),
    followTickets: async (ctx, { request, reply }) => {
      const { person, reach, endsInMs } = await read(ctx, "ticket.read", async (scene) => ({
        person: memberOf(scene).id,
        reach: reachOf(scene.actor),
        endsInMs: lifeOf(ctx, scene.now),
      }));
      const sees = (change: LiveChange) =>
        change.incident !== null ||
        (!change.isNote &&
          !isDeskOnly(change.kind) &&
          change.ticket !== null &&
          reaches(reach, change.ticket));
      await streamChanges(request, reply, {
        live,
        lines,
        workspace: ctx.workspace.id,
        sees,
        person,
        endsInMs,
      });
    },
    startPortal: async (ctx, { body, reply, request }) => {
      const claims = await sessions.claimsOf(ctx.workspace, body.token);
      // Whoever comes for the first time is taken in, as with a bearer; whoever was removed is refused below.
      await admitMember(ctx, claims);
      openPortal(reply, request, await startPortal(ctx, claims));
      return { message: "You are signed in." };
    },
    requestPortalLink: async (ctx, { body }) => {
      await requestPortalLink(ctx, body);
      return { message: "If we know this address, a sign-in link is on its way to it." };
    },
    redeemPortalLink: async (ctx, { body, reply, request }) => {
      openPortal(reply, request, await redeemPortalLink(ctx, body));
      return { message: "You are signed in." };
    },
    endPortal: async (ctx, { reply }) => {
      await endPortal(ctx);
      void reply.clearCookie(PORTAL_COOKIE, { path: "/" });
      return {};
    },
    startDeskSession: async (_ctx, { body, request, reply }) => {
      const signed = await accounts.signIn(body, { headers: headersOf(request), source: request.ip });
      if (signed === "too-many") {
        throw new Fail(
          "limit",
          "Too many wrong tries from where you are. Wait fifteen minutes, then try again.",
          { reason: "too-many-tries" },
        );
      }
      if (signed === "wrong") {
        throw new Fail(
          "unauthenticated",
          "Address and password do not belong together. Check both and try again.",
          { reason: "wrong-password" },
        );
      }
      setCookies(reply, signed.cookies);
      return { message: "You are signed in." };
    },
    endDeskSession: async (ctx, { request, reply }) => {
      await read(ctx, "session.end", async () => null);
      setCookies(reply, await accounts.signOut(headersOf(request)));
      return {};
    },
    readAgentMe: async (ctx) =>
      presentAgentMe(ctx.vault, ctx.workspace, await readAgentMe(ctx), ctx.meetings.areOwn),
    listAgents: async (ctx) => {
      const { agents, me } = await listAgents(ctx);
      return { agents: agents.map((agent) => presentAgent(ctx.vault, agent, me)) };
    },
    inviteAgent: async (ctx, { body }) => ({
      expiresAt: wireInstant((await inviteAgent(ctx, body)).expiresAt),
    }),
    acceptInvite: async (ctx, { body, request, reply }) => {
      const { email } = await acceptInvite({ ...ctx, accounts }, { ...body, source: request.ip });
      const from = { headers: headersOf(request), source: request.ip };
      const signed = await accounts.signIn({ email, password: body.password }, from);
      if (typeof signed !== "string") setCookies(reply, signed.cookies);
      return { message: "Welcome to the desk. You are signed in." };
    },
    readQueue: async (ctx, { query }) => {
      const { cursor = null, incident = null } = query;
      const view = incident === null ? query.view : "incident";
      const page = await readQueue(ctx, { view, cursor, incident });
      return {
        rows: presentQueue(ctx.vault, page),
        nextCursor: page.nextCursor,
        asOf: wireInstant(page.asOf),
      };
    },
    countQueue: async (ctx) => {
      const { counts, incidents } = await countQueue(ctx);
      return { counts, incidents: presentIncidentCounts(incidents), most: COUNT_MOST };
    },
    readDeskTicket: async (ctx, { params }) =>
      presentDeskTicket(ctx.vault, await readDeskTicket(ctx, params)),
    readDeskTranscript: async (ctx, { params, query, reply }) => {
      const whole = await readDeskTicket(ctx, params);
      const { format, locale, zone = null, notes = false } = query;
      const wanted = { format, locale, zone, withNotes: notes, now: whole.now };
      return transcriptPage(reply, presentDeskTicket(ctx.vault, whole), wanted);
    },
    readDeskPolicy: async (ctx, { params }) => presentDeskPolicy(await readDeskPolicy(ctx, params)),
    replyAsAgent: async (ctx, { params, body }) => {
      const message = await replyAsAgent(ctx, { ...params, ...body });
      return presentMessageWritten(message, await shelvedOf(ctx, message));
    },
    noteTicket: async (ctx, { params, body }) => {
      const message = await noteTicket(ctx, { ...params, ...body });
      return presentMessageWritten(message, await shelvedOf(ctx, message));
    },
    lookAtMessage: (ctx, { params, body }) => lookAtMessage(ctx, { ...params, ...body }),
    assignTicket: (ctx, { params, body }) => assignTicket(ctx, { ...params, ...body }),
    previewAssessment: async (ctx, { params, query }) =>
      presentAssessment(await previewAssessment(ctx, { ...params, ...query })),
    assessTicket: (ctx, { params, body }) => assessTicket(ctx, { ...params, ...body }),
    resolveTicket: (ctx, { params, body }) => resolveTicket(ctx, { ...params, ...body }),
    confirmIssue: (ctx, { params, body }) => confirmIssue(ctx, { ...params, ...body }),
    markMisuse: (ctx, { params, body }) => markMisuse(ctx, { ...params, ...body }),
    readDeskOrganisation: async (ctx, { params }) =>
      presentDeskOrganisation(ctx.vault, await readDeskOrganisation(ctx, params)),
    registerApproval: (ctx, { params, body }) => registerApproval(ctx, { ...params, ...approvalIn(body) }),
    withdrawApproval: (ctx, { params }) => withdrawApproval(ctx, params),
    followDesk: async (ctx, { request, reply }) => {
      const { agent } = await readAgentMe(ctx);
      const sees = (change: LiveChange) =>
        change.ticket !== null || change.incident !== null || DESK_LISTS.test(change.kind);
      await streamChanges(request, reply, {
        live,
        lines,
        workspace: ctx.workspace.id,
        sees,
        person: agent.id,
        endsInMs: HOUR_MS,
      });
    },
    ...policyHandlers(),
    ...proceedingHandlers(),
    ...incidentHandlers(),
    ...conductHandlers(),
    ...releaseHandlers(),
    ...wishHandlers(),
    ...askHandlers(answers),
    ...sourceHandlers(readers),
    ...documentHandlers(),
    listRecomputes: async (ctx) => ({ recomputes: (await listRecomputes(ctx)).map(presentRecompute) }),
    listCalendars: async (ctx) => ({ calendars: (await listCalendars(ctx)).map(presentCalendar) }),
    readCalendar: async (ctx, { params, query }) =>
      presentYear(await readCalendar(ctx, { calendar: params.calendar, year: query.year ?? null })),
    listOrganisations: async (ctx, { query }) => {
      const { search, cursor = null } = query;
      const { organisations, nextCursor } = await listOrganisations(ctx, { search, cursor });
      return { organisations: organisations.map(presentListedOrganisation), nextCursor };
    },
    readOrganisation: async (ctx, { params }) =>
      presentOrganisation(ctx.vault, await readOrganisation(ctx, params)),
    putOrganisation: (ctx, { params, body }) => putOrganisation(ctx, { ...params, ...organisationIn(body) }),
    putSubscription: (ctx, { params, body }) => putSubscription(ctx, { ...params, ...subscriptionIn(body) }),
    putMember: async (ctx, { params, body }) => {
      const { issuer = await onlyIssuer(sessions, ctx), ...member } = memberIn(body);
      return putMember(ctx, { ...params, ...member, issuer });
    },
    removeMember: async (ctx, { params }) =>
      removeMember(ctx, { ...params, issuer: await onlyIssuer(sessions, ctx) }),
    putProject: (ctx, { params, body }) =>
      putProject(ctx, { organisation: params.organisation, project: { id: params.project, ...body } }),
    removeProject: (ctx, { params }) => removePlace(ctx, { ...params, branch: null, endpoint: null }),
    putBranch: (ctx, { params, body }) =>
      putBranch(ctx, { ...params, branch: { id: params.branch, ...body } }),
    removeBranch: (ctx, { params }) => removePlace(ctx, { ...params, endpoint: null }),
    putEndpoint: (ctx, { params, body }) =>
      putEndpoint(ctx, { ...params, endpoint: { id: params.endpoint, ...body } }),
    removeEndpoint: (ctx, { params }) => removePlace(ctx, params),
  };
}

/** Takes a file in; the answer names it as it will be shown. */
async function uploaded(
  ctx: Ctx,
  permission: AttachPermission,
  { name, request }: { readonly name: string; readonly request: FastifyRequest },
) {
  const kept = await withBytes(request, (upload) => uploadFile(ctx, permission, { name, ...upload }));
  return presentKept(kept, name);
}

function presentDraft({ key, content, savedAt }: Awaited<ReturnType<typeof readDraft>>) {
  return { key, content, savedAt: savedAt === null ? null : wireInstant(savedAt) };
}

/** A line opened with a token ends with it; one opened with a session lasts an hour at most. */
function lifeOf({ credential }: Ctx, now: number): number {
  return credential.kind === "token" ? Math.max(1_000, credential.claims.expiresAt - now) : HOUR_MS;
}

function openPortal(
  reply: FastifyReply,
  request: FastifyRequest,
  { secret, expiresAt }: SessionStarted,
): void {
  void reply.setCookie(PORTAL_COOKIE, secret, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: request.protocol === "https",
    expires: new Date(expiresAt),
  });
}

function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) void reply.raw.appendHeader("set-cookie", cookie);
}

/** The issuer a member belongs to when the vendor has just one. */
async function onlyIssuer(sessions: Sessions, ctx: Ctx): Promise<string> {
  const issuers = await sessions.issuersOf(ctx.workspace);
  const [only] = issuers;
  if (only && issuers.length === 1) return only.iss;
  throw new Fail(
    "invalid",
    `Say which issuer the member belongs to: ${issuers.map(({ iss }) => iss).join(", ")}.`,
  );
}

/** The policy version that a result was computed from; retried answers may come after a restart. */
function shelvedOf(ctx: Ctx, { policyVersion }: { readonly policyVersion: string }) {
  return ctx.shelf.outside(ctx.store, ctx.workspace.id, policyVersion);
}
