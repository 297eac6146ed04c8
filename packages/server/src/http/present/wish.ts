import type {
  DeskTicketWish,
  DeskWish,
  TicketWish,
  WholeWish as WholeWishWire,
  WishEffect as WishEffectWire,
} from "@troth/contract";
import type { TicketEvent } from "@troth/core";
import { masked } from "@troth/secrets";
import type { z } from "zod";
import type { Vault } from "../../ports/vault.ts";
import type { StoredWish, WishStepTaken } from "../../ports/wishes.ts";
import { ERASED, openText, personName } from "../../verbs/person/keys.ts";
import type { ListedWish, WholeWish, WishEffect } from "../../verbs/wish/read-wishes.ts";
import { wireInstant } from "./instant.ts";

const maybe = (text: string | null): string | null => (text === null ? null : masked(text));

function presentRelease({ release: id, releaseName }: StoredWish) {
  return id === null || releaseName === null ? null : { id, name: masked(releaseName) };
}

export function presentWish(wish: ListedWish): z.infer<typeof DeskWish> {
  const { id, title, text, state, reason, openedAt, changedAt, version, figures } = wish;
  return {
    id,
    title: masked(title),
    text: masked(text),
    state,
    release: presentRelease(wish),
    reason: maybe(reason),
    openedAt: wireInstant(openedAt),
    changedAt: wireInstant(changedAt),
    version,
    asking: { ...figures },
  };
}

/** With the tickets that ask for it and its history. */
export function presentWholeWish(
  vault: Vault,
  { wish, asking, steps, people }: WholeWish,
): z.infer<typeof WholeWishWire> {
  return {
    ...presentWish(wish),
    tickets: asking.map(({ number, subject, state, requester, organisationName: organisation }) => ({
      number,
      subject: openText(vault, requester, subject) ?? ERASED,
      state,
      organisation,
    })),
    history: steps.map(({ seq, at, actor, event }) => {
      const person = actor.id === null ? undefined : people.get(actor.id);
      const by = person ? personName(vault, person) : "";
      return { seq, at: wireInstant(at), by, ...presentStep(event) };
    }),
  };
}

function presentStep(event: WishStepTaken["event"]) {
  switch (event.kind) {
    case "wish.opened":
      return { state: "noted", release: null, reason: null } as const;
    case "wish.planned":
      return { state: "planned", release: masked(event.name), reason: null } as const;
    case "wish.put-back":
      return { state: "noted", release: null, reason: maybe(event.reason || null) } as const;
    case "wish.declined":
      return { state: "declined", release: null, reason: masked(event.reason) } as const;
    case "wish.out":
      return { state: "out", release: maybe(event.name), reason: null } as const;
  }
}

export function presentWishEffect({ figures, mail }: WishEffect): z.infer<typeof WishEffectWire> {
  return { asking: { ...figures }, mail: { en: [...mail.en], de: [...mail.de] } };
}

/** What a customer reads of a wish on a ticket: never who else asks, or how many. */
function presentTold(wish: StoredWish): z.infer<typeof TicketWish> {
  const { title, text, state, releaseName, reason } = wish;
  return {
    title: masked(title),
    text: masked(text),
    state,
    release: maybe(releaseName),
    reason: maybe(reason),
  };
}

/** Each wish once, however many of the merged tickets ask for it. */
function once(wishes: readonly StoredWish[]): StoredWish[] {
  return [...new Map(wishes.map((wish) => [wish.id, wish])).values()];
}

export function presentTicketWishes(wishes: readonly StoredWish[]): z.infer<typeof TicketWish>[] {
  return once(wishes).map(presentTold);
}

export function presentDeskWishes(wishes: readonly StoredWish[]): z.infer<typeof DeskTicketWish>[] {
  return once(wishes).map((wish) => ({ id: wish.id, ...presentTold(wish) }));
}

type WishHappened = Extract<TicketEvent, { kind: "wish.noted" | "wish.left" | "wish.told" }>;

/**
 * `to` is the title and `from` how the wish stood then; `reason` is the release of one that was planned or out, and the
 * reason of one that was declined or put back.
 */
export function wishEntry(event: WishHappened) {
  const to = masked(event.title);
  if (event.kind === "wish.left") return { from: null, to, reason: null };
  const told = event.kind === "wish.told" ? event.reason : null;
  return { from: event.state, to, reason: maybe(told ?? event.release) };
}
