import { randomUUID } from "node:crypto";
import type { RouteId } from "@troth/contract";
import { portalLinkAtStart } from "../../packages/server/src/main.ts";
import type { RawQuestion } from "./ask.ts";
import { bundledPolicy, fresh, ISSUER, inviteFor, PASSWORD, tokenFor, type World } from "./cast.ts";

export const TICKET = { category: "issue", description: "The nightly copy stops after a minute" };
const FULL_TICKET = {
  ...TICKET,
  severity: "3",
  businessImpact: "Nobody can pay",
  project: "prj-a",
  branch: "br-a",
  endpoint: "ep-a",
  facts: [{ name: "page", value: "/projects" }],
  locale: "de",
  zone: "Europe/Berlin",
};
const TEXT = { text: "Thank you" };
const PLACE = { organisation: "org-b", project: "prj-b", branch: "br-b", endpoint: "ep-b" };
const NOWHERE = { ...PLACE, project: "prj-none", branch: "br-none", endpoint: "ep-none", member: "nobody" };

const NO_FILE = { attachment: "00000000-0000-4000-8000-000000000000" };
const NO_LINK = { params: NO_FILE, query: { ticket: 1, until: 1, seal: "none" } };
const FILE = { query: { name: "a.log" }, bytes: Buffer.from("a line") };
const NO_DRAFT = { draft: "00000000-0000-4000-8000-000000000000" };

const NO_RELEASE = { release: "00000000-0000-4000-8000-000000000000" };

const NO_WISH = { wish: "00000000-0000-4000-8000-000000000000" };
const NO_DOCUMENT = { document: "00000000-0000-4000-8000-000000000000" };
const NO_SOURCE = { source: "00000000-0000-4000-8000-000000000000" };
const SOURCE = {
  name: "Docs",
  place: { kind: "website", start: "https://docs.vendor.test/", sitemap: "https://docs.vendor.test/map.xml" },
  secret: null,
  everyHours: 24,
  isPaused: true,
};
const NO_CONVERSATION = { conversation: "00000000-0000-4000-8000-000000000000" };
const PARTS = {
  happened: "At 14:05 writes stopped.",
  impact: "None.",
  cause: "A full disk.",
  changed: "A limit.",
};

const NO_INCIDENT = { number: 2_000_000_000 };

type Make = (world: World, number: number) => RawQuestion | Promise<RawQuestion>;

const onTicket =
  (more: RawQuestion = {}): Make =>
  (_world, number) => ({ params: { number }, ...more });

/** A request that is right in itself, with every field: a route without one does not compile. */
const REQUESTS: Record<RouteId, Make> = {
  ask: () => ({
    body: { question: "How do I restore a branch?", surface: "portal", locale: "de", zone: "Europe/Berlin" },
  }),
  readConversation: () => ({ params: NO_CONVERSATION, query: { key: "none" } }),
  judgeAnswer: () => ({
    params: { ...NO_CONVERSATION, seq: 1 },
    body: { helped: false, reason: "Too short" },
  }),
  listSources: () => ({}),
  addSource: () => ({ body: SOURCE }),
  changeSource: () => ({ params: NO_SOURCE, body: { ...SOURCE, version: 1 } }),
  dropSource: () => ({ params: NO_SOURCE, query: { version: 1 } }),
  refreshSource: () => ({ params: NO_SOURCE, body: { acceptsLoss: true } }),
  readMe: () => ({}),
  readTicketForm: () => ({}),
  previewTicket: () => ({ query: { category: "issue", severity: "3" } }),
  proposeSeverity: () => ({ body: { category: "issue", project: "prj-a", severityFacts: {} } }),
  openTicket: () => ({ body: FULL_TICKET }),
  listTickets: () => ({ query: { mine: "true" } }),
  readTicket: onTicket(),
  readTranscript: onTicket({ query: { format: "md", locale: "de", zone: "Europe/Berlin" } }),
  replyToTicket: onTicket({ body: TEXT }),
  markTicketRead: onTicket(),
  readReceipt: onTicket(),
  uploadAttachment: () => FILE,
  forgetAttachment: () => ({ params: NO_FILE }),
  readAttachment: () => NO_LINK,
  uploadDeskAttachment: () => FILE,
  forgetDeskAttachment: () => ({ params: NO_FILE }),
  readDeskAttachment: () => NO_LINK,
  readDraft: () => ({ params: { key: "new" } }),
  putDraft: () => ({ params: { key: "new" }, body: { content: "half a sentence" } }),
  followTickets: () => ({}),
  startPortal: ({ cast, clock }) => ({
    body: { token: tokenFor(cast.member("owner"), clock.now(), { jti: fresh("jti") }) },
  }),
  requestPortalLink: () => ({ body: { email: "owner@a.example" } }),
  redeemPortalLink: async ({ desk }) => {
    const who = { issuer: ISSUER, member: "owner", organisation: "org-a" };
    const link = await portalLinkAtStart(desk, who);
    return { body: { token: link?.split("#")[1] } };
  },
  endPortal: () => ({}),
  startDeskSession: () => ({ body: { email: "agent@desk.example", password: PASSWORD } }),
  endDeskSession: () => ({}),
  readAgentMe: () => ({}),
  listAgents: () => ({}),
  inviteAgent: () => ({ body: { email: "new@desk.example", role: "agent", name: "New" } }),
  acceptInvite: async ({ desk }) => {
    // The first invitation names nobody, so it asks for an address: far enough inside.
    const token = await inviteFor(desk, null, "admin");
    return { body: { token, name: "Joiner", password: PASSWORD } };
  },
  readQueue: () => ({}),
  countQueue: () => ({}),
  readDeskTicket: onTicket(),
  readDeskTranscript: onTicket({
    query: { format: "html", locale: "en", zone: "Europe/Lisbon", notes: "true" },
  }),
  readDeskPolicy: onTicket(),
  replyAsAgent: onTicket({ body: TEXT }),
  noteTicket: onTicket({ body: TEXT }),
  lookAtMessage: (_world, number) => ({
    params: { number, message: "00000000-0000-4000-8000-000000000000" },
    body: { reason: "The host alone does not tell which cluster it is." },
  }),
  assignTicket: onTicket({ body: { assignee: null } }),
  previewAssessment: onTicket({ query: { to: "2" } }),
  assessTicket: onTicket({
    body: { to: "3", grounds: ["S3"], factors: ["workaround"], reason: "There is a way around it." },
  }),
  resolveTicket: onTicket({ body: { outcome: "answered", detail: "kept short", message: "Done." } }),
  objectToSeverity: onTicket({ body: { reason: "Orders stand still.", wants: "2" } }),
  takeBackObjection: onTicket(),
  worsenTicket: onTicket({ body: { to: "1", reason: "Now nothing answers." } }),
  takeBackTicket: onTicket({ body: { text: "It was our own firewall." } }),
  rateTicket: onTicket({ body: { isGood: true, text: "Quick and clear." } }),
  listColleagues: () => ({}),
  addFollower: onTicket({ body: { person: "00000000-0000-4000-8000-000000000000" } }),
  removeFollower: (_world, number) => ({
    params: { number, person: "00000000-0000-4000-8000-000000000000" },
  }),
  restrictTicket: onTicket({ body: { isRestricted: true } }),
  askVideo: onTicket({ body: { reason: "To look at it together." } }),
  withdrawVideo: onTicket(),
  readInvitation: onTicket(),
  giveConsent: onTicket({ body: { projects: ["prj-a"], hours: 24 } }),
  withdrawConsent: onTicket(),
  findSimilar: () => ({ query: { text: "The nightly copy stops", project: "prj-a" } }),
  readPreference: () => ({}),
  putPreference: () => ({ body: { mail: "mine", locale: "de", zone: "Europe/Berlin" } }),
  listDisagreements: () => ({}),
  ownDisagreement: onTicket({ body: { owner: "00000000-0000-4000-8000-000000000000" } }),
  askAdvice: onTicket({ body: { leads: ["00000000-0000-4000-8000-000000000000"] } }),
  advise: onTicket({ body: { text: "I would keep it." } }),
  endDisagreement: onTicket({ body: { to: "3", grounds: ["S3"], reason: "It is not production." } }),
  answerAsLead: onTicket(),
  giveWord: onTicket({ body: { by: "2099-01-01T12:00:00Z", text: "The cause" } }),
  withdrawWord: onTicket(),
  hideTicket: onTicket({ body: { until: "2099-01-01T12:00:00Z" } }),
  restrictAsAgent: onTicket({ body: { isRestricted: true } }),
  watchTicket: onTicket(),
  unwatchTicket: onTicket(),
  linkTickets: onTicket({ body: { to: 1, relation: "related" } }),
  unlinkTickets: onTicket({ body: { to: 1, relation: "related" } }),
  mergeTickets: onTicket({ body: { into: 1 } }),
  splitMessage: onTicket({ body: { message: "00000000-0000-4000-8000-000000000000" } }),
  grantVideo: onTicket({
    body: { startsAt: "2099-01-01T12:00:00Z", minutes: 30, room: "https://meet.example/room" },
  }),
  readDeskInvitation: onTicket(),
  declineVideo: onTicket({ body: { reason: "A message helps more here." } }),
  cancelVideo: onTicket({ body: { reason: "We found it meanwhile." } }),
  useConsent: onTicket({ body: { project: "prj-a", reason: "To read the slow query." } }),
  putAway: () => ({ body: { until: null } }),
  deactivateAgent: () => ({ params: { person: "00000000-0000-4000-8000-000000000000" } }),
  confirmIssue: onTicket({
    body: {
      answers: { material: "Nobody can pay", verifiable: "Seen twice", documentation: "Restore, step 2" },
    },
  }),
  markMisuse: onTicket({ body: { isMisuse: true, reason: "It is about another vendor's product." } }),
  readDeskOrganisation: () => ({ params: { organisation: "org-a" } }),
  registerApproval: () => ({
    params: { organisation: "org-a" },
    body: {
      exclusion: "unapproved-changes",
      covers: "Our build of the proxy",
      document: "Addendum 4",
      until: null,
    },
  }),
  withdrawApproval: () => ({ params: { organisation: "org-a", approval: randomUUID() } }),
  followDesk: () => ({}),
  reportMessage: () => ({
    body: { ticket: 2_000_000_000, message: NO_DRAFT.draft, reason: "Abusive words" },
  }),
  listOwnCases: () => ({}),
  askReview: () => ({ params: NO_INCIDENT, body: { text: "It was a quote." } }),
  listCases: () => ({}),
  readCase: () => ({ params: NO_INCIDENT }),
  previewDecision: () => ({ params: NO_INCIDENT, query: { decision: "end-support", scope: "person" } }),
  decideCase: () => ({
    params: NO_INCIDENT,
    body: { decision: "end-support", scope: "person", words: "Threats", answer: "Done", sawVersion: 1 },
  }),
  reinstateSupport: () => ({ params: NO_INCIDENT, body: { words: "Sorted out", sawVersion: 2 } }),
  readStatus: () => ({}),
  readStatusFeed: () => ({}),
  readPublicIncident: () => ({ params: NO_INCIDENT }),
  listOwnIncidents: () => ({}),
  followIncident: () => ({ params: NO_INCIDENT, body: { locale: "de", zone: "Europe/Berlin" } }),
  unfollowIncident: () => ({ params: NO_INCIDENT }),
  listIncidents: () => ({}),
  declareIncident: ({ clock }) => ({
    body: {
      title: "Some connections fail",
      components: ["connections"],
      regions: ["eu-central-1"],
      state: "investigating",
      text: "Up to 1 in 5 new connections time out.",
      nextUpdateBy: new Date(clock.now() + 3_600_000).toISOString(),
    },
  }),
  readIncident: () => ({ params: NO_INCIDENT }),
  updateIncident: () => ({
    params: NO_INCIDENT,
    body: { state: "resolved", text: "Steady again.", nextUpdateBy: null, sawVersion: 1 },
  }),
  linkIncident: onTicket({ body: { incident: null } }),
  listReleases: () => ({}),
  planRelease: () => ({ body: { name: fresh("release"), note: "With the fix of restores." } }),
  readRelease: () => ({ params: NO_RELEASE }),
  listWishes: () => ({}),
  readWish: () => ({ params: NO_WISH }),
  previewWish: () => ({ params: NO_WISH, query: { to: "out" } }),
  changeWish: () => ({
    params: NO_WISH,
    body: { to: "declined", reason: "It is not for us.", sawVersion: 1 },
  }),
  noteWish: onTicket({ body: { wish: NO_WISH.wish } }),
  leaveWish: onTicket({ body: NO_WISH }),
  markReleaseOut: () => ({ params: NO_RELEASE, body: { note: "It is out.", sawVersion: 1 } }),
  askCause: onTicket(),
  readCause: (_world, number) => ({ params: { number, ...NO_DOCUMENT } }),
  readCauseText: (_world, number) => ({
    params: { number, ...NO_DOCUMENT },
    query: { nth: 1, locale: "de", zone: "Europe/Berlin" },
  }),
  readPublicCause: () => ({ params: NO_INCIDENT }),
  listDocuments: () => ({}),
  declineCause: onTicket({ body: { reason: "It is told in the incident already." } }),
  beginDocument: () => ({ body: { incident: NO_INCIDENT.number, sections: PARTS } }),
  readDocument: () => ({ params: NO_DOCUMENT }),
  saveDocument: () => ({ params: NO_DOCUMENT, body: { sections: PARTS, sawVersion: 1 } }),
  dropDraft: () => ({ params: NO_DOCUMENT, query: { sawVersion: 1 } }),
  publishDocument: () => ({
    params: NO_DOCUMENT,
    body: { sections: PARTS, change: "A time", isOnStatusPage: true, sawVersion: 1 },
  }),
  listPolicies: () => ({}),
  tryPolicy: () => ({ body: { files: bundledPolicy() } }),
  readPolicySource: () => ({}),
  listPolicyDrafts: () => ({}),
  createPolicyDraft: () => ({
    body: { name: fresh("draft"), basedOn: "2024-09-02", files: bundledPolicy() },
  }),
  readPolicyDraft: () => ({ params: NO_DRAFT }),
  savePolicyDraft: () => ({
    params: NO_DRAFT,
    body: { revision: 1, name: "Other", files: bundledPolicy() },
  }),
  deletePolicyDraft: () => ({ params: NO_DRAFT, query: { revision: 1 } }),
  readDraftPage: () => ({ params: NO_DRAFT, query: { format: "md" } }),
  previewPolicy: () => ({
    body: {
      files: bundledPolicy(),
      organisation: "org-b",
      door: "portal",
      role: "member",
      category: "issue",
      severity: "3",
    },
  }),
  replayPolicy: () => ({ body: { files: bundledPolicy(), days: 7, cursor: "2000" } }),
  readPolicyVersion: () => ({ params: { version: "2024-09-02" } }),
  readPolicyChanges: () => ({ params: { version: "2024-09-02" }, query: { from: "2024-09-02" } }),
  listAcceptances: () => ({ params: { version: "2024-09-02" } }),
  listRecomputes: () => ({}),
  listCalendars: () => ({}),
  readCalendar: () => ({ params: { calendar: "normal-business-hours" }, query: { year: "2026" } }),
  publishPolicy: () => ({ body: { files: bundledPolicy(), note: "again" } }),
  listOrganisations: () => ({ query: { search: "org" } }),
  readOrganisation: () => ({ params: { organisation: "org-b" } }),
  putOrganisation: () => ({ params: PLACE, body: { name: "B" } }),
  putSubscription: () => ({
    params: PLACE,
    body: { pricing: "enterprise", tier: "gold", state: "active", at: "2026-01-01T00:00:00Z" },
  }),
  putMember: () => ({
    params: { ...PLACE, member: fresh("member") },
    body: { email: "m@b.example", name: "M", role: "member", issuer: ISSUER },
  }),
  removeMember: () => ({ params: NOWHERE }),
  putProject: () => ({ params: PLACE, body: { name: "P", region: "eu" } }),
  removeProject: () => ({ params: NOWHERE }),
  putBranch: () => ({ params: PLACE, body: { name: "main", state: "ready" } }),
  removeBranch: () => ({ params: NOWHERE }),
  putEndpoint: () => ({ params: PLACE, body: { kind: "read_only", state: "idle", suspendedFor: "quota" } }),
  removeEndpoint: () => ({ params: NOWHERE }),
};

/** The request for a route, made anew; `number` is a ticket of organisation A. */
export function requestFor(id: RouteId, world: World, number: number): RawQuestion | Promise<RawQuestion> {
  return REQUESTS[id](world, number);
}
