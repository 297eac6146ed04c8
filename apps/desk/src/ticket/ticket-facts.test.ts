import { describe, expect, test } from "vitest";
import type { DeskTicket } from "../wire.ts";
import { actState, theirTurnSince } from "./ticket-facts.ts";

describe("whether an act is open", () => {
  const acts = [
    { act: "desk.reply", isOpen: false, because: "This ticket is closed.", reason: "not-open-closed" },
    { act: "assess", isOpen: true, because: null, reason: null },
  ];

  test("is what the desk says, with its reason, by short or full name", () => {
    expect(actState({ acts }, "reply")).toMatchObject({ isOpen: false, because: "This ticket is closed." });
    expect(actState({ acts }, "assess")).toMatchObject({ isOpen: true });
  });

  test("is yes for what the desk does not list; the desk decides again when it is tried", () => {
    expect(actState({ acts }, "note")).toEqual({ isOpen: true, because: null, reason: null });
  });
});

test("it is their turn since our last public message; a note does not count", () => {
  const message = (at: string, isNote: boolean): DeskTicket["messages"][number] => ({
    id: at,
    at,
    author: { kind: "agent", name: "Mira", isMe: true },
    text: "…",
    isErased: false,
    secrets: 0,
    attachments: [],
    isNote,
  });
  const messages = [message("2026-07-03T09:00:00.000Z", false), message("2026-07-04T09:00:00.000Z", true)];
  expect(theirTurnSince({ state: "waiting-on-customer", messages })).toBe("2026-07-03T09:00:00.000Z");
  expect(theirTurnSince({ state: "waiting-on-us", messages })).toBeNull();
});
