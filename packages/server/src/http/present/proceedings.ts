import type { Proceedings as WireProceedings } from "@troth/contract";
import {
  type Act,
  causeAskRefusal,
  type LoggedTicketEvent,
  levelOf,
  objectionRefusal,
  openWishIn,
  type Refused,
  ratingRefusal,
  stateRefusal,
  waitScheduleOf,
  worstAskedRefusal,
} from "@troth/core";
import type { Policy } from "@troth/policy";
import type { z } from "zod";
import type { Vault } from "../../ports/vault.ts";
import { openText, openUnmasked, personName } from "../../verbs/person/keys.ts";
import type { ShownTicket } from "../../verbs/ticket/read-tickets.ts";
import { wireInstant } from "./instant.ts";

type Wire = z.infer<typeof WireProceedings>;

/** Who reads: customers see neither advice nor watchers, and act by other rules than agents. */
export type ProceedingReader =
  | { readonly side: "customer" }
  | { readonly side: "agent"; readonly whyNotDecide: Refused | null };

/** What stands around a ticket, as the reader may see it. */
export function presentProceedings(vault: Vault, whole: ShownTicket, reader: ProceedingReader): Wire {
  const { row, happenings, shelved, now } = whole;
  const { policy } = shelved.runnable;
  const { proceedings } = row;
  const isDesk = reader.side === "agent";
  const told = { vault, whole, policy };
  const wish = openWishIn(happenings, proceedings);
  return {
    isRestricted: proceedings.isRestricted,
    followers: proceedings.followers.map((id) => followerOf(told, id)),
    watchers: isDesk ? proceedings.watchers.map((id) => followerOf(told, id)) : [],
    disagreement: disagreementOf(told, reader),
    leadAskedAt: instantOf(happenings, proceedings.leadAskedSeq),
    leadAskedFor: wish === null ? null : levelOf(policy, wish),
    video: videoOf(told),
    word: wordOf(told),
    wait: waitOf(told),
    links: proceedings.links
      .filter(({ isInside }) => isDesk || isInside)
      .map(({ to: number, relation }) => ({ number, relation, subject: null })),
    mergedInto: proceedings.mergedInto,
    consent:
      proceedings.consent && proceedings.consent.until > now
        ? {
            projects: [...proceedings.consent.projects],
            until: wireInstant(proceedings.consent.until),
            by: nameOf(told, proceedings.consent.by),
          }
        : null,
    rating: proceedings.rating && { isGood: proceedings.rating.isGood },
    hiddenUntil: isDesk && proceedings.hiddenUntil !== null ? wireInstant(proceedings.hiddenUntil) : null,
    acts: isDesk ? [] : customerActs(told),
  };
}

type Told = { readonly vault: Vault; readonly whole: ShownTicket; readonly policy: Policy };

function nameOf({ vault, whole }: Told, id: string | null): string {
  const person = id === null ? undefined : whole.people.get(id);
  return person ? personName(vault, person) : "";
}

function followerOf(told: Told, id: string) {
  return { id, name: nameOf(told, id), isMe: id === told.whole.reader };
}

function eventAt({ happenings }: ShownTicket, seq: number | null): LoggedTicketEvent | null {
  return seq === null ? null : (happenings.find((one) => one.seq === seq) ?? null);
}

/** A sealed text of an event, opened with the key of who wrote it. */
function textOf({ vault, whole }: Told, logged: LoggedTicketEvent | null, sealed: string | null) {
  const { id = null } = logged?.actor ?? {};
  return openText(vault, id === null ? null : (whole.people.get(id) ?? null), sealed);
}

function instantOf(happenings: ShownTicket["happenings"], seq: number | null): string | null {
  const found = seq === null ? undefined : happenings.find((one) => one.seq === seq);
  return found ? wireInstant(found.at) : null;
}

function disagreementOf(told: Told, reader: ProceedingReader): Wire["disagreement"] {
  const { disagreement } = told.whole.row.proceedings;
  if (!disagreement) return null;
  const opened = eventAt(told.whole, disagreement.seq);
  const text = opened?.event.kind === "disagreement.opened" ? opened.event.text : null;
  const isDesk = reader.side === "agent";
  return {
    at: wireInstant(disagreement.at),
    by: nameOf(told, disagreement.by),
    severity: levelOf(told.policy, disagreement.severity),
    wants: disagreement.wants === null ? null : levelOf(told.policy, disagreement.wants),
    reason: textOf(told, opened, text) ?? "",
    owner:
      disagreement.owner === null ? null : { id: disagreement.owner, name: nameOf(told, disagreement.owner) },
    advice: isDesk
      ? disagreement.asked.map(({ lead, advisedSeq }) => {
          const advised = eventAt(told.whole, advisedSeq);
          const said = advised?.event.kind === "disagreement.advised" ? advised.event.text : null;
          return { lead: { id: lead, name: nameOf(told, lead) }, text: textOf(told, advised, said) };
        })
      : [],
    mayDecide: isDesk && reader.whyNotDecide === null,
    whyNot: isDesk ? (reader.whyNotDecide?.message ?? null) : null,
    whyNotReason: isDesk ? (reader.whyNotDecide?.reason ?? null) : null,
  };
}

function videoOf(told: Told): Wire["video"] {
  const { video } = told.whole.row.proceedings;
  if (!video) return null;
  const asked = told.whole.happenings.findLast(({ event }) => event.kind === "video.asked") ?? null;
  const wish = asked?.event.kind === "video.asked" ? asked.event.text : null;
  const granted = video.state === "granted" ? eventAt(told.whole, video.seq) : null;
  const room = granted?.event.kind === "video.granted" ? granted.event.room : null;
  return {
    state: video.state,
    at: wireInstant(video.at),
    reason: textOf(told, asked, wish),
    slot:
      video.state === "granted"
        ? {
            startsAt: wireInstant(video.slot.startsAt),
            endsAt: wireInstant(video.slot.startsAt + video.slot.minutes * 60_000),
            minutes: video.slot.minutes,
          }
        : null,
    room: roomOf(told, granted, room),
  };
}

/** The address of the meeting as it is: a mask over its secret part would lead nowhere. */
function roomOf({ vault, whole }: Told, logged: LoggedTicketEvent | null, sealed: string | null) {
  const agent = logged?.actor.id == null ? null : (whole.people.get(logged.actor.id) ?? null);
  return openUnmasked(vault, agent, sealed);
}

function wordOf(told: Told): Wire["word"] {
  const { word } = told.whole.row.proceedings;
  if (!word) return null;
  const given = eventAt(told.whole, word.seq);
  const text = given?.event.kind === "word.given" ? given.event.text : null;
  return { by: wireInstant(word.by), agent: nameOf(told, word.agent), text: textOf(told, given, text) };
}

function waitOf(told: Told): Wire["wait"] {
  const { row, now } = told.whole;
  const { wait } = row.proceedings;
  if (!wait || row.state !== "waiting-on-customer") return null;
  const asked = eventAt(told.whole, wait.askedSeq);
  const sealed = asked?.event.kind === "information.asked" ? asked.event.items : null;
  const { reminders, closesAt } = waitScheduleOf(told.policy, wait);
  const next = reminders.slice(wait.reminders).find((at) => at > now);
  return {
    since: wireInstant(wait.since),
    items: itemsIn(textOf(told, asked, sealed)),
    reminders: wait.reminders,
    nextReminderAt: next === undefined ? null : wireInstant(next),
    closesAt: closesAt === null ? null : wireInstant(closesAt),
  };
}

/** The items as they were listed; none when the one who asked was erased. */
export function itemsIn(text: string | null): string[] {
  const items: unknown = text === null ? [] : JSON.parse(text);
  return Array.isArray(items) ? items.map(String) : [];
}

/** As the desk or its policy says it. */
type WhyNot = Pick<Refused, "message"> & { readonly reason: string };

/** An act for its button and the words beside it. */
export function presentAct(act: string, refused: WhyNot | null): Wire["acts"][number] {
  const { message: because = null, reason = null } = refused ?? {};
  return { act, isOpen: refused === null, because, reason };
}

/** The customer's acts by the words of their refusals, for buttons and what stands beside them. */
function customerActs({ whole, policy }: Told): Wire["acts"] {
  const { row, whyNotWrite } = whole;
  const byState = (act: Act) => stateRefusal(act, row);
  const wishes: readonly (readonly [string, WhyNot | null])[] = [
    ["object", objectionRefusal(row) ?? whyNotWrite],
    [
      "worsen",
      byState("worsen") ?? whyNotWrite ?? worstAskedRefusal(policy, whole.happenings, row.proceedings),
    ],
    ["take-back", byState("take-back")],
    ["rate", ratingRefusal(row, whole.reader)],
    ["people", byState("people")],
    ["consent", byState("consent")],
    ["video", byState("video") ?? whyNotWrite ?? videoRefusal(whole, policy)],
    ["ask-cause", causeAskRefusal(row, causeKnownOf(whole)) ?? whyNotWrite],
  ];
  return wishes.map(([act, refused]) => presentAct(act, refused));
}

function causeKnownOf({ documents, isCauseOffered: isOffered }: ShownTicket) {
  return { isOffered, isPublished: documents.some(({ published }) => published > 0) };
}

/** Whether the plan of the ticket has video chats at all; the verb asks again, with the plan of that moment. */
function videoRefusal({ row }: ShownTicket, policy: Policy): Refused | null {
  const channel = policy.channels.find(({ kind }) => kind === "video");
  if (!channel) return { reason: "no-video", message: "This support policy offers no video chat." };
  const access = policy.plans.find(({ id }) => id === row.standing.plan)?.access[channel.id];
  if (access === undefined || access === "not-included")
    return {
      reason: "plan-without-video",
      message: `${channel.name} is not part of your plan.`,
    };
  if (!row.proceedings.video) return null;
  return { reason: "video-asked", message: "A video chat was asked for on this ticket already." };
}
