import {
  type Brought,
  hasConsent,
  isOpenWord,
  type LoggedTicketEvent,
  severityRankOf,
  type TicketEventKind,
} from "@troth/core";
import type { Ctx, Scene } from "../context.ts";
import { assessorOf } from "../disagreement/deciders.ts";
import { effectOf } from "./assess-ticket.ts";
import type { LoadedTicket } from "./load-ticket.ts";
import type { NewEvent } from "./save-ticket.ts";

/**
 * What stands on the source and goes on in the survivor: an objection with its advice, a lead who is asked for, a word,
 * a video chat and a consent. Each is of who said it, since it was said.
 */
export async function carriedOver(
  ctx: Ctx,
  scene: Scene,
  { source, survivor }: { readonly source: LoadedTicket; readonly survivor: LoadedTicket },
): Promise<NewEvent[]> {
  return [
    ...objectionOf(source),
    ...(await leadAskedIn(ctx, scene, source, survivor)),
    ...(isOpenWord(source.stored, scene.now) ? wordOf(source) : []),
    ...videoOf(source),
    ...(hasConsent(source.stored, scene.now) ? consentOf(source) : []),
  ];
}

type Logged<K extends TicketEventKind> = LoggedTicketEvent & {
  readonly event: Extract<LoggedTicketEvent["event"], { kind: K }>;
};

/** Events of a kind in the log, from a place on. */
function from<K extends TicketEventKind>({ log }: LoadedTicket, kind: K, seq: number): readonly Logged<K>[] {
  return log.filter((one): one is Logged<K> => one.seq >= seq && one.event.kind === kind);
}

function broughtFrom(
  { stored }: LoadedTicket,
  { at, event }: { readonly at: number; readonly event: { readonly brought?: Brought } },
) {
  return { brought: event.brought ?? { ticket: stored.number, at } };
}

function objectionOf(source: LoadedTicket): NewEvent[] {
  const { disagreement } = source.stored.proceedings;
  const [opened] = disagreement ? from(source, "disagreement.opened", disagreement.seq) : [];
  if (!disagreement || !opened) return [];
  const { owner, asked, seq } = disagreement;
  const known = new Set(asked.map(({ lead }) => lead));
  const assessor = assessorOf(source);
  return [
    {
      actor: opened.actor,
      event: { ...opened.event, owner, assessor, ...broughtFrom(source, opened) },
    },
    ...from(source, "disagreement.advice-asked", seq).map(
      (one): NewEvent => ({
        actor: one.actor,
        event: {
          ...one.event,
          leads: one.event.leads.filter((lead) => known.has(lead)),
          ...broughtFrom(source, one),
        },
      }),
    ),
    ...from(source, "disagreement.advised", seq).map(
      (one): NewEvent => ({ actor: one.actor, event: { ...one.event, ...broughtFrom(source, one) } }),
    ),
  ];
}

/** The customer's raise counts where nobody has assessed the survivor, as it would have if it were said there. */
async function leadAskedIn(
  ctx: Ctx,
  scene: Scene,
  source: LoadedTicket,
  survivor: LoadedTicket,
): Promise<NewEvent[]> {
  const { leadAskedSeq } = source.stored.proceedings;
  const [asked] = leadAskedSeq === null ? [] : from(source, "ticket.worsened", leadAskedSeq);
  if (!asked) return [];
  const { to } = asked.event;
  const { policy } = (await ctx.shelf.version(scene.tx, survivor.stored.policyVersion)).runnable;
  const brought = broughtFrom(source, asked);
  if (!policy.severities.some(({ id }) => id === to)) {
    return [{ actor: asked.actor, event: { ...asked.event, isRaised: false, ...brought } }];
  }
  const effect = await effectOf(ctx, scene, survivor, to);
  const isWorse = severityRankOf(policy, to) < severityRankOf(policy, effect.from);
  const isRaised = isWorse && survivor.stored.severityAssessed === null;
  const dues = { dueFrom: effect.dueFrom, dueTo: isRaised ? effect.dueTo : effect.dueFrom };
  const event = { ...asked.event, from: effect.from, isRaised, ...dues, ...brought };
  return [{ actor: asked.actor, event }];
}

function wordOf(source: LoadedTicket): NewEvent[] {
  const { word } = source.stored.proceedings;
  const [given] = word ? from(source, "word.given", word.seq) : [];
  if (!word || !given) return [];
  const { by, text } = given.event;
  const event = { kind: "word.given", by, text, keeper: word.agent, ...broughtFrom(source, given) } as const;
  return [{ actor: given.actor, event }];
}

/** The wish for a video chat, and the meeting as calendars know it. */
function videoOf(source: LoadedTicket): NewEvent[] {
  const { video } = source.stored.proceedings;
  const asked = video ? from(source, "video.asked", 0).at(-1) : undefined;
  if (!video || !asked) return [];
  const wish: NewEvent = {
    actor: asked.actor,
    event: { ...asked.event, ...broughtFrom(source, asked) },
  };
  const [granted] = video.state === "granted" ? from(source, "video.granted", video.seq) : [];
  if (!granted) return [wish];
  const { event, actor } = granted;
  const { meeting = source.id, revision } = event;
  return [
    wish,
    { actor, event: { ...event, meeting, revision: revision + 1, ...broughtFrom(source, granted) } },
  ];
}

function consentOf(source: LoadedTicket): NewEvent[] {
  const { consent } = source.stored.proceedings;
  const [given] = consent ? from(source, "consent.given", consent.seq) : [];
  return given ? [{ actor: given.actor, event: { ...given.event, ...broughtFrom(source, given) } }] : [];
}
