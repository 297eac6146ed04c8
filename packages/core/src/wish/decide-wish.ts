import type { Invalid } from "../ticket/form-answers.ts";
import { LIMITS, type WishState } from "../vocabulary.ts";
import type { Wish } from "./events.ts";

/** A wish's title as it is kept: trimmed, one space between words. */
export function wishTitleOf(title: string): string {
  return title.trim().replaceAll(/\s+/g, " ");
}

/** Why a wish cannot be opened with these words; empty when it can. */
export function invalidWish({ title, text }: Pick<Wish, "title" | "text">): readonly Invalid[] {
  const kept = wishTitleOf(title);
  const most = LIMITS.wishTitleCharacters;
  return [
    ...(kept === "" ? [{ path: "title", message: "Say in a few words what is wished for." }] : []),
    ...(kept.length > most
      ? [{ path: "title", message: `A wish's title is no longer than ${most} characters. Shorten it.` }]
      : []),
    ...(/\p{Cc}/u.test(kept)
      ? [{ path: "title", message: "A wish's title is one line: take out control characters." }]
      : []),
    ...(text.trim() === ""
      ? [{ path: "text", message: "Write the sentence that customers read: what the wish is." }]
      : []),
  ];
}

/** What somebody wants a wish to become. */
export type WishStep = { readonly to: WishState; readonly reason: string; readonly sawVersion: number };

const STANDS: Record<WishState, string> = {
  noted: "noted and not planned",
  planned: "planned",
  out: "out",
  declined: "declined",
};

/** Why a wish takes no more tickets and no more steps; null while it does. */
export function wishEnded({ state }: Pick<Wish, "state">): string | null {
  switch (state) {
    case "out":
      return "This wish is out already, and whoever asked for it is told. Answer the customer with that.";
    case "declined":
      return "This wish was declined, and whoever asked for it is told why. Open a new one if that has changed.";
    default:
      return null;
  }
}

/**
 * Why this step cannot be made; null when it can. Noted and planned go back and forth, out and declined are for good.
 * The sentence names how the wish stands now, for who read an older version.
 */
export function stepRefusal(wish: Pick<Wish, "state" | "version">, step: WishStep): string | null {
  if (wish.version !== step.sawVersion) {
    return `Somebody else changed this wish first: it is ${STANDS[wish.state]} now. Read it again, then decide.`;
  }
  const ended = wishEnded(wish);
  if (ended !== null) return ended;
  return step.to === "noted" && wish.state === "noted"
    ? "This wish is noted and not planned: there is no plan to take back."
    : null;
}

/** What of a step is missing: who asked is told why a wish is declined. */
export function invalidStep({ to, reason }: WishStep): readonly Invalid[] {
  return to === "declined" && reason.trim() === ""
    ? [{ path: "reason", message: "Write the reason. Everybody who asked for it reads it." }]
    : [];
}
