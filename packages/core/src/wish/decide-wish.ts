import type { Instant } from "@troth/policy";
import type { Refused } from "../reasons.ts";
import { saysSomething, wordsIn } from "../says-something.ts";
import type { Invalid } from "../ticket/form-answers.ts";
import { LIMITS, type WishState } from "../vocabulary.ts";
import type { Wish } from "./events.ts";

/** A wish's title as it is kept: trimmed, one space between words. */
export function wishTitleOf(title: string): string {
  return wordsIn(title).replaceAll(/\s+/g, " ");
}

/** Why a wish cannot be opened with these words; empty when it can. */
export function invalidWish({ title, text }: Pick<Wish, "title" | "text">): readonly Invalid[] {
  const kept = wishTitleOf(title);
  const most = LIMITS.wishTitleCharacters;
  return [
    ...(kept === ""
      ? [
          {
            path: "title",
            reason: "wish-untitled" as const,
            message: "Say in a few words what is wished for.",
          },
        ]
      : []),
    ...(kept.length > most
      ? [
          {
            path: "title",
            reason: "wish-title-too-long" as const,
            message: `A wish's title is no longer than ${most} characters. Shorten it.`,
            facts: { most: String(most) },
          },
        ]
      : []),
    ...(/\p{Cc}/u.test(kept)
      ? [
          {
            path: "title",
            reason: "one-line" as const,
            message: "A wish's title is one line: take out control characters.",
          },
        ]
      : []),
    ...(!saysSomething(text)
      ? [
          {
            path: "text",
            reason: "wish-textless" as const,
            message: "Write the sentence that customers read: what the wish is.",
          },
        ]
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
export function wishEnded({ state }: Pick<Wish, "state">): Refused | null {
  switch (state) {
    case "out": {
      const message =
        "This wish is out already, and whoever asked for it is told. Answer the customer with that.";
      return { reason: "wish-out", message };
    }
    case "declined": {
      const message =
        "This wish was declined, and whoever asked for it is told why. Open a new one if that has changed.";
      return { reason: "wish-declined", message };
    }
    default:
      return null;
  }
}

/**
 * Why this step cannot be made; null when it can. Noted and planned go back and forth, out and declined are for good.
 * The sentence names how the wish stands now, for who read an older version.
 */
export function stepRefusal(wish: Pick<Wish, "state" | "version">, step: WishStep): Refused | null {
  if (wish.version !== step.sawVersion) {
    const message = `Somebody else changed this wish first: it is ${STANDS[wish.state]} now. Read it again, then decide.`;
    return { reason: `wish-now-${wish.state}`, message };
  }
  const ended = wishEnded(wish);
  if (ended !== null) return ended;
  if (step.to !== "noted" || wish.state !== "noted") return null;
  const message = "This wish is noted and not planned: there is no plan to take back.";
  return { reason: "wish-not-planned", message };
}

/** Why a wish cannot be planned for this release, one to come that it is not planned for yet; null when it can. */
export function planRefusal(
  { release: before }: Pick<Wish, "release">,
  { id, name, outAt }: { readonly id: string; readonly name: string; readonly outAt: Instant | null },
): Refused | null {
  if (outAt !== null) {
    const message = `Release «${name}» is out already. Say that the wish is out, or name a release to come.`;
    return { reason: "wish-release-out", message, facts: { name } };
  }
  if (id !== before) return null;
  const message = `The wish is planned for «${name}» already. Nothing more to do.`;
  return { reason: "wish-planned-so", message, facts: { name } };
}

/** What of a step is missing: who asked is told why a wish is declined. */
export function invalidStep({ to, reason }: WishStep): readonly Invalid[] {
  return to === "declined" && !saysSomething(reason)
    ? [
        {
          path: "reason",
          reason: "decline-unexplained",
          message: "Write the reason. Everybody who asked for it reads it.",
        },
      ]
    : [];
}
