import { expect, test } from "vitest";
import type { DeskTicket } from "../../wire.ts";
import { bringsOf, earlierPromise, joiningNames, numberIn, openOnBoth } from "./merge-facts.ts";

type Given = { readonly dueAt: string | null; readonly stoppedAt?: string | null };

const PROMISE: DeskTicket["promises"][number] = {
  metric: "first-response",
  firmness: "commitment",
  op: "less-than",
  state: "running",
  startedAt: "2026-03-02T15:00:00.000Z",
  dueAt: null,
  stoppedAt: null,
  target: { amount: 2, unit: "business_day" },
  plan: "enterprise",
  tier: "standard",
  severity: "2",
  calendar: null,
  isHoursUnknown: false,
  isDueAtClosing: false,
  warned: null,
  policyVersion: "2024-09-02",
  clause: { id: "response-times", title: "Response times", policyVersion: "2024-09-02" },
  history: [],
};

const ticket = (number: number, name: string, given: Given, followers: readonly string[] = []) => ({
  number,
  receipt: null,
  promises: [{ ...PROMISE, ...given }],
  requester: { name },
  proceedings: { followers: followers.map((one) => ({ name: one })) },
});

const LATER = "2026-03-05T15:00:00.000Z";
const EARLIER = "2026-03-04T15:00:00.000Z";

test("a number is taken with or without its sign, and nothing else is", () => {
  expect(["1003", " #1003 ", "0", "12a", "", "99999999999"].map(numberIn)).toEqual([
    1003,
    1003,
    null,
    null,
    null,
    null,
  ]);
});

test("of two promises that are still to keep the earlier one counts (clock.md C12)", () => {
  const [a, b] = [ticket(1, "Ana", { dueAt: LATER }), ticket(2, "Ben", { dueAt: EARLIER })];
  expect(earlierPromise(a, b)).toEqual({ number: 2, dueAt: EARLIER });
  const kept = ticket(2, "Ben", { dueAt: EARLIER, stoppedAt: EARLIER });
  expect(earlierPromise(a, kept)).toEqual({ number: 1, dueAt: LATER });
  expect(earlierPromise(ticket(1, "Ana", { dueAt: null }), kept)).toBeNull();
});

test("who takes part in the one and not yet in the other is named once", () => {
  const source = ticket(1, "Ana", { dueAt: null }, ["Ben", "Cleo"]);
  const survivor = ticket(2, "Ben", { dueAt: null });
  expect(joiningNames(source, survivor)).toEqual(["Ana", "Cleo"]);
});

const NOTHING = { disagreement: null, leadAskedAt: null, word: null, video: null, consent: null };
const standing = (what: Partial<DeskTicket["proceedings"]>) => ({ proceedings: { ...NOTHING, ...what } });
const WORD = { by: LATER, agent: "Mira", text: null };
const CONSENT = { projects: ["prj-a"], until: LATER, by: "Owner" };

test("what stands open on the one goes on in the other, but what both have can stand only once", () => {
  const source = standing({ word: WORD, leadAskedAt: EARLIER, consent: CONSENT });
  expect(bringsOf(source)).toEqual(["lead", "word", "consent"]);
  expect(openOnBoth(source, standing({}))).toEqual([]);
  expect(openOnBoth(source, standing({ leadAskedAt: EARLIER }))).toEqual([]);
  expect(openOnBoth(source, standing({ word: WORD, consent: CONSENT }))).toEqual(["word", "consent"]);
});
