import { touches } from "@troth/core";
import type { Instant } from "@troth/policy";
import type { StoredDocument } from "../../ports/documents.ts";
import type { IncidentFigures, LinkedTicket, ToldIncident } from "../../ports/incidents.ts";
import type { Membership, StoredProject } from "../../ports/store.ts";
import { type Ctx, memberOf, read, type Scene } from "../context.ts";
import { missing } from "../fail.ts";
import type { Shelved } from "../policy-shelf.ts";

const DAY_MS = 86_400_000;
/** How long an incident that ended stays in lists, and how many of them. */
const SHOWN_MS = 30 * DAY_MS;
const MOST_ENDED = 20;

export type Status = {
  readonly open: readonly ToldIncident[];
  readonly ended: readonly ToldIncident[];
  readonly asOf: Instant;
  /** The policy in force, whose zone is the vendor's; null before the first is published. */
  readonly shelved: Shelved | null;
};

/** What is wrong now and what was lately: for anybody, as of this commit (P048). */
export function readStatus(ctx: Ctx): Promise<Status> {
  return read(ctx, "public.read", async ({ tx, now }) => ({
    open: await tx.incidents.open(),
    ended: await tx.incidents.ended(now - SHOWN_MS, MOST_ENDED),
    asOf: now,
    shelved: (await tx.policies.current()) === null ? null : await ctx.shelf.current(tx),
  }));
}

/** One incident for anybody. */
export function readPublicIncident(ctx: Ctx, input: { number: number }): Promise<ToldIncident> {
  return read(ctx, "public.read", ({ tx }) => found({ tx }, input.number));
}

async function found({ tx }: Pick<Scene, "tx">, number: number): Promise<ToldIncident> {
  const incident = await tx.incidents.find(number, "look");
  if (!incident) throw missing(`Incident ${number}`);
  return incident;
}

export type IncidentDesk = {
  readonly incidents: readonly { readonly incident: ToldIncident; readonly figures: IncidentFigures }[];
  readonly regions: readonly { readonly region: string; readonly organisations: number }[];
  readonly asOf: Instant;
};

/** The desk's list, open ones first, each with whom an update reaches. */
export function listIncidents(ctx: Ctx): Promise<IncidentDesk> {
  return read(ctx, "incident.read", async ({ tx, now }) => {
    const told = [...(await tx.incidents.open()), ...(await tx.incidents.ended(now - SHOWN_MS, MOST_ENDED))];
    const incidents = [];
    for (const incident of told)
      incidents.push({ incident, figures: await tx.incidents.figures(incident.number) });
    return { incidents, regions: await tx.incidents.regions(), asOf: now };
  });
}

export type WholeIncident = {
  readonly incident: ToldIncident;
  readonly figures: IncidentFigures;
  readonly tickets: readonly LinkedTicket[];
  /** Its root-cause document, be it a draft; null while there is none, and for a key. */
  readonly document: StoredDocument | null;
};

const MOST_LINKED = 200;

/** One incident as the desk works on it. */
export function readIncident(ctx: Ctx, input: { number: number }): Promise<WholeIncident> {
  return read(ctx, "incident.read", async ({ tx, actor }) => {
    const { number } = input;
    // Subjects are the customers' words and a draft the desk's: for agents alone, not for a key of the vendor's systems.
    const isAgent = actor.kind === "agent";
    const document = isAgent ? await tx.documents.about({ kind: "incident", incident: number }) : null;
    return {
      incident: await found({ tx }, number),
      figures: await tx.incidents.figures(number),
      tickets: isAgent ? await tx.incidents.linked(number, MOST_LINKED) : [],
      document: document && (document.draft || document.published > 0) ? document : null,
    };
  });
}

/** The open incidents that bear on a place. */
export async function openIncidentsAt(
  { tx }: Pick<Scene, "tx">,
  place: Parameters<typeof touches>[1],
): Promise<ToldIncident[]> {
  return (await tx.incidents.open()).filter((incident) => touches(incident, place));
}

/** An incident as it bears on one organisation: in which of its projects. */
export type OwnIncident = {
  readonly incident: ToldIncident;
  readonly isFollowed: boolean;
  readonly projects: readonly StoredProject[];
};

/** For three days after its end an incident stays in sight of whom it touched. */
const AFTER_MS = 3 * DAY_MS;

/** Incidents that touch the reader's organisation or that the reader follows, the open ones first. */
export async function ownIncidents(
  { tx, now }: Scene,
  member: Membership,
  projects: readonly StoredProject[],
): Promise<readonly OwnIncident[]> {
  const followed = await tx.incidents.followedBy(member.id);
  const told = [...(await tx.incidents.open()), ...(await tx.incidents.ended(now - AFTER_MS, MOST_ENDED))];
  return told.flatMap((incident) => {
    const isFollowed = followed.has(incident.number);
    const here = projects.filter(({ region }) => touches(incident, { regions: [region] }));
    const isTouched = here.length > 0 || touches(incident, { regions: [] });
    const isShown = isFollowed || (isTouched && incident.resolvedAt === null);
    return isShown ? [{ incident, isFollowed, projects: incident.regions.length === 0 ? [] : here }] : [];
  });
}

/** The same, asked for by itself. */
export function listOwnIncidents(ctx: Ctx): Promise<readonly OwnIncident[]> {
  return read(ctx, "customer.read", async (scene) => {
    const member = memberOf(scene);
    return ownIncidents(scene, member, await scene.tx.directory.projects(member.organisation.id));
  });
}
