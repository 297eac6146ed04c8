import { expect, test } from "vitest";
import { linesOf } from "./thread-lines.ts";

const message = (id: string, at: string) => ({
  id,
  at,
  author: { kind: "customer" as const, name: "Ana", isMe: false },
  text: "text",
  isErased: false,
  secrets: 0,
  attachments: [],
  isNote: false,
});
const entry = (seq: number, kind: string, at: string) => ({
  seq,
  at,
  kind,
  by: "Mira",
  from: null,
  to: null,
  reason: null,
  severity: null,
  outcome: null,
  broughtFrom: null,
});

test("messages and events stand in the order they happened; what a message or the due tells is not told twice", () => {
  const lines = linesOf({
    messages: [message("m1", "2026-07-02T19:30:00.000Z"), message("m2", "2026-07-06T15:20:00.000Z")],
    timeline: [
      entry(1, "ticket.opened", "2026-07-02T19:30:00.000Z"),
      entry(2, "severity.assessed", "2026-07-06T15:15:00.000Z"),
      entry(3, "message.written", "2026-07-06T15:20:00.000Z"),
      entry(4, "clock.warned", "2026-07-06T15:25:00.000Z"),
    ],
  });
  expect(lines.map((line) => (line.kind === "message" ? line.message.id : line.entry.kind))).toEqual([
    "m1",
    "severity.assessed",
    "m2",
  ]);
});
