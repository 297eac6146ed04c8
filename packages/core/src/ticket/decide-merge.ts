import type { Instant } from "@troth/policy";
import type { Refused } from "../reasons.ts";
import type { Ticket } from "./events.ts";

type Standing = Pick<Ticket, "number" | "proceedings">;

/**
 * Why two tickets are not merged as they stand; null when they may be. What stands on one of them goes over; what
 * stands on both, and can stand only once, is ended first by whoever may end it, so that nothing ends unsaid.
 */
export function mergeRefusal(source: Standing, survivor: Standing, now: Instant): Refused | null {
  const [one, other] = [source.proceedings, survivor.proceedings];
  const both = `${source.number} and ${survivor.number}`;
  const facts = { one: String(source.number), other: String(survivor.number) };
  if (one.disagreement && other.disagreement) {
    const message = `The customer objects to the severity on both ${both}. Decide one of the objections first.`;
    return { reason: "objection-on-both", message, facts };
  }
  if (one.video && other.video) {
    const message = `A video chat is asked for or granted on both ${both}. Decline or cancel one first.`;
    return { reason: "meeting-on-both", message, facts };
  }
  if (isOpenWord(source, now) && isOpenWord(survivor, now)) {
    const message = `A next word is promised on both ${both}. Keep one or take it back first.`;
    return { reason: "word-on-both", message, facts };
  }
  if (hasConsent(source, now) && hasConsent(survivor, now)) {
    const message = `The customer lets us look at data on both ${both}, and only they can end that. Ask an owner or admin of theirs to end it on one, or wait until it ends by itself.`;
    return { reason: "consent-on-both", message, facts };
  }
  return null;
}

/** Whether a word can still be kept; one whose time is over is missed where it was given. */
export function isOpenWord({ proceedings: { word } }: Pick<Ticket, "proceedings">, now: Instant): boolean {
  return word !== null && word.by >= now;
}

/** Whether a consent holds now. */
export function hasConsent({ proceedings: { consent } }: Pick<Ticket, "proceedings">, now: Instant): boolean {
  return consent !== null && consent.until > now;
}
