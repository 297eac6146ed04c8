import { expect, test } from "vitest";
import type { LoggedTicketEvent, TicketEvent } from "./events.ts";
import { meanwhileOf, unseenSince } from "./meanwhile.ts";

const logged = (
  seq: number,
  event: TicketEvent,
  actor: LoggedTicketEvent["actor"] = { kind: "agent", id: "li" },
): LoggedTicketEvent => ({ seq, at: seq, actor, event });
const took = { kind: "ticket.assigned", to: "li" } as const;
const watched = { kind: "follower.added", person: "li", side: "agent" } as const;
const asked = { kind: "cause.asked", since: 1, agent: null } as const;

test("what was seen, what is quiet and what time did stands in nobody's way", () => {
  const log = [
    logged(1, took),
    logged(2, watched),
    logged(3, asked, { kind: "system", id: null }),
    logged(4, asked, { kind: "key", id: "k" }),
  ];
  expect(unseenSince(log, 1, "all")).toBeNull();
});

test("the last thing that a person did since counts", () => {
  const log = [logged(1, took), logged(2, asked), logged(3, asked, { kind: "customer", id: "ann" })];
  expect(unseenSince(log, 1, "all")?.seq).toBe(3);
  expect(unseenSince(log, 2, "all")?.seq).toBe(3);
  expect(unseenSince(log, 3, "all")).toBeNull();
});

test("who has the ticket rests on who had it, not on what was said", () => {
  const log = [logged(1, took), logged(2, asked)];
  expect(unseenSince(log, 1, "assignee")).toBeNull();
  expect(unseenSince(log, 0, "assignee")?.seq).toBe(1);
});

test("taking, giving to somebody and giving back are told apart", () => {
  const by = { kind: "agent", id: "li" };
  const told = (to: string | null) => meanwhileOf({ actor: by, event: { kind: "ticket.assigned", to } });
  expect([told("li"), told("mo"), told(null)]).toEqual(["took", "assigned", "gave-back"]);
  expect(meanwhileOf({ actor: by, event: { kind: "ticket.merged", into: 2, ticket: "t" } })).toBe("merged");
  expect(meanwhileOf({ actor: by, event: asked })).toBe("changed");
});
