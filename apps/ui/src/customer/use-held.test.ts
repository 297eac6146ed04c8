import { expect, test } from "vitest";
import { testTicket } from "./testing/ticket.ts";
import { newsIn } from "./use-held.ts";

const held = testTicket();
const [message] = held.messages;
const entry = {
  seq: 2,
  at: held.openedAt,
  kind: "ticket.assessed",
  by: "Mira",
  from: null,
  to: "3",
  reason: "x",
  severity: null,
  outcome: null,
  broughtFrom: null,
};

test("an answer that comes while one reads waits, and so does any other change one would see move", () => {
  expect(newsIn(held, { ...held, messages: [...held.messages, ...(message ? [message] : [])] })).toBe(
    "answer",
  );
  expect(newsIn(held, { ...held, timeline: [...held.timeline, entry] })).toBe("change");
});

test("what moves nothing on the page is taken up at once", () => {
  expect(newsIn(held, { ...held, version: held.version + 1, assignee: "Mira" })).toBeNull();
});
