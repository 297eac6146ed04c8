import type { DeskTicket } from "../../wire.ts";
import { firstPromise } from "../ticket-facts.ts";

type Merged = Pick<DeskTicket, "number" | "promises" | "receipt"> & {
  readonly requester: { readonly name: string };
  readonly proceedings: { readonly followers: readonly { readonly name: string }[] };
};

/** A ticket number as somebody types it, with or without its sign; null while it is none. */
export function numberIn(text: string): number | null {
  const digits = /^\s*#?(\d{1,10})\s*$/.exec(text)?.[1];
  const number = Number(digits);
  return digits === undefined || number < 1 || number > 2_147_483_647 ? null : number;
}

/** Which of two tickets has the earlier promise still to keep, and when it is due; null when neither has one. */
export function earlierPromise(
  a: Merged,
  b: Merged,
): { readonly number: number; readonly dueAt: string } | null {
  const open = [a, b].flatMap((ticket) => {
    const { promise } = firstPromise(ticket);
    if (promise === null || promise.dueAt === null || promise.stoppedAt !== null) return [];
    return [{ number: ticket.number, dueAt: promise.dueAt }];
  });
  return open.toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0] ?? null;
}

/** Names of those who take part in the one and will in the other. */
export function joiningNames(source: Merged, survivor: Merged): readonly string[] {
  const there = new Set([survivor.requester.name, ...survivor.proceedings.followers.map(({ name }) => name)]);
  const here = [source.requester.name, ...source.proceedings.followers.map(({ name }) => name)];
  return [...new Set(here)].filter((name) => !there.has(name));
}

type Standing = {
  readonly proceedings: Pick<
    DeskTicket["proceedings"],
    "consent" | "disagreement" | "leadAskedAt" | "video" | "word"
  >;
};

/** What stands open on a ticket that goes on in the one it is merged into. */
export function bringsOf({ proceedings }: Standing) {
  const { disagreement, leadAskedAt, word, video, consent } = proceedings;
  return [
    ...(disagreement ? (["disagreement"] as const) : []),
    ...(leadAskedAt === null ? [] : (["lead"] as const)),
    ...(word ? (["word"] as const) : []),
    ...(video ? (["video"] as const) : []),
    ...(consent ? (["consent"] as const) : []),
  ];
}

/** What stands on both and can stand only once: it is ended on one of them first. */
export function openOnBoth(source: Standing, survivor: Standing) {
  const there = new Set<string>(bringsOf(survivor));
  return bringsOf(source).flatMap((one) => (one !== "lead" && there.has(one) ? [one] : []));
}
