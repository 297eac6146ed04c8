import type { RouteId } from "@troth/contract";
import { declareIncident } from "../verbs/incident/declare-incident.ts";
import { followIncident, unfollowIncident } from "../verbs/incident/follow-incident.ts";
import { linkIncident } from "../verbs/incident/link-ticket.ts";
import {
  listIncidents,
  listOwnIncidents,
  readIncident,
  readPublicIncident,
  readStatus,
} from "../verbs/incident/read-incidents.ts";
import { updateIncident } from "../verbs/incident/update-incident.ts";
import type { Handlers } from "./bind.ts";
import { statusFeed } from "./pages/status-feed.ts";
import {
  presentIncident,
  presentIncidentList,
  presentOwnIncident,
  presentStatus,
  presentWholeIncident,
} from "./present/incident.ts";
import { incidentIn } from "./read/incident.ts";

type IncidentRoute = Extract<
  RouteId,
  | "readStatus"
  | "readStatusFeed"
  | "readPublicIncident"
  | "listOwnIncidents"
  | "followIncident"
  | "unfollowIncident"
  | "listIncidents"
  | "declareIncident"
  | "readIncident"
  | "updateIncident"
  | "linkIncident"
>;

/** The routes of incidents and of what everybody reads of them. */
export function incidentHandlers(): Pick<Handlers, IncidentRoute> {
  return {
    readStatus: async (ctx) => presentStatus(await readStatus(ctx)),
    readStatusFeed: async (ctx) => ({
      type: "application/atom+xml",
      text: statusFeed(ctx.workspace, await readStatus(ctx)),
    }),
    readPublicIncident: async (ctx, { params }) => presentIncident(await readPublicIncident(ctx, params)),
    listOwnIncidents: async (ctx) => ({ incidents: (await listOwnIncidents(ctx)).map(presentOwnIncident) }),
    followIncident: (ctx, { params, body }) => followIncident(ctx, { ...params, ...body }),
    unfollowIncident: (ctx, { params }) => unfollowIncident(ctx, params),
    listIncidents: async (ctx) => presentIncidentList(await listIncidents(ctx)),
    declareIncident: (ctx, { body }) => declareIncident(ctx, incidentIn(body)),
    readIncident: async (ctx, { params }) => presentWholeIncident(ctx.vault, await readIncident(ctx, params)),
    updateIncident: (ctx, { params, body }) => updateIncident(ctx, { ...params, ...incidentIn(body) }),
    linkIncident: (ctx, { params, body }) => linkIncident(ctx, { ...params, ...body }),
  };
}
