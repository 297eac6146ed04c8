import { describe, expect, test } from "vitest";
import type { LoggedTicketEvent } from "./events.ts";
import { grantedBefore, hostsOf, nextRevisionOf } from "./video.ts";

type Said = "asked" | "cancelled" | { readonly by: string; readonly revision: number };

const SLOT = { startsAt: 100, minutes: 30 };

/** What was said of a video chat, one event after the other. */
const logOf = (...all: readonly Said[]): LoggedTicketEvent[] =>
  all.map((said, index): LoggedTicketEvent => {
    const place = { seq: index + 1, at: index };
    if (said === "asked")
      return { ...place, actor: { kind: "customer", id: "ana" }, event: { kind: "video.asked", text: "" } };
    if (said === "cancelled")
      return {
        ...place,
        actor: { kind: "customer", id: "ana" },
        event: { kind: "video.cancelled", text: null },
      };
    const { by, revision } = said;
    return {
      ...place,
      actor: { kind: "agent", id: by },
      event: { kind: "video.granted", slot: SLOT, room: "", revision },
    };
  });

const mira = (revision: number) => ({ by: "mira", revision });
const jo = (revision: number) => ({ by: "jo", revision });

describe("the revision of an invitation", () => {
  test.each([
    ["begins at 0", logOf("asked"), 0],
    ["grows with each move", logOf("asked", mira(0), mira(1)), 2],
    [
      "is above the cancellation's, which is one of its own",
      logOf("asked", mira(0), "cancelled", "asked"),
      2,
    ],
    ["counts no wish that was taken back before anything went out", logOf("asked", "cancelled", "asked"), 0],
    [
      "counts no such wish later either as less",
      logOf("asked", mira(0), "cancelled", "asked", "cancelled"),
      3,
    ],
    [
      "is above all that went out from here, though a merge brought a meeting with fewer",
      logOf("asked", mira(0), mira(1), mira(2), mira(3), "cancelled", "asked", mira(1), "cancelled"),
      6,
    ],
  ])("%s", (_, log, next) => {
    expect(nextRevisionOf(log)).toBe(next);
  });
});

describe("who is in a meeting", () => {
  test("are all who granted or moved it, and nobody of one before", () => {
    const log = logOf("asked", jo(0), "cancelled", "asked", mira(2), jo(3), "cancelled");
    expect(hostsOf(log, 3)).toEqual(["jo"]);
    expect(hostsOf(log, 4)).toEqual([]);
    expect(hostsOf(log, 7)).toEqual(["mira", "jo"]);
  });

  test("what is cancelled is what was granted last; a wish alone is in no calendar", () => {
    const log = logOf("asked", mira(0), "cancelled", "asked", "cancelled");
    expect(grantedBefore(log, 3)?.seq).toBe(2);
    expect(grantedBefore(log, 5)).toBeNull();
  });
});
