import type { Refused } from "../reasons.ts";
import { wordsIn } from "../says-something.ts";
import type { Invalid } from "../ticket/form-answers.ts";
import { LIMITS } from "../vocabulary.ts";
import type { Release } from "./events.ts";

/** A release's name as it is kept: trimmed, one space between words. */
export function releaseNameOf(name: string): string {
  return wordsIn(name).replaceAll(/ +/g, " ");
}

/** Why a release cannot have this name; empty when it can. `path` names the field it was written in. */
export function invalidReleaseName(name: string, path: "name" | "detail" | "release"): readonly Invalid[] {
  const kept = releaseNameOf(name);
  if (kept === "")
    return [{ path, reason: "release-unnamed", message: "Name the release, such as 2026-12.1." }];
  if (kept.length > LIMITS.releaseNameCharacters) {
    const message = `A release's name is no longer than ${LIMITS.releaseNameCharacters} characters. Shorten it.`;
    return [
      {
        path,
        reason: "release-name-too-long",
        message,
        facts: { most: String(LIMITS.releaseNameCharacters) },
      },
    ];
  }
  if (/\p{Cc}/u.test(kept)) {
    return [
      { path, reason: "one-line", message: "A release's name is one line: take out control characters." },
    ];
  }
  return [];
}

/** Why a release cannot be marked out; null when it can. Once out, it stays out. */
export function markOutRefusal(
  release: Pick<Release, "outAt" | "version">,
  sawVersion: number,
): Refused | null {
  if (release.outAt !== null) {
    const message =
      "This release is marked out already, and whoever waited for it was told. Nothing more to do.";
    return { reason: "release-out-already", message };
  }
  if (release.version === sawVersion) return null;
  const message = "Somebody else changed this release first. Read it again, then mark it out.";
  return { reason: "release-changed", message };
}
