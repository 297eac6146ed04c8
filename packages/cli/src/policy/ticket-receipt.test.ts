import type { Commitment } from "@troth/core";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readReceipt } from "./receipt-file.ts";
import { clocks, receiptText, rules, SECOND } from "./receipt-stories.fixture.ts";
import { checkTicketReceipt } from "./ticket-receipt.ts";

function differencesIn(text: string): string[] {
  const receipt = readReceipt("r.json", text);
  const { ticket } = receipt;
  if (ticket === null) throw new Error("This is no ticket's receipt.");
  return checkTicketReceipt({ ...receipt, ticket }, rules);
}

type Place = readonly (string | number)[];

/** Every figure and instant of a receipt, by the path to it. */
function placesIn(value: unknown, path: Place = []): (readonly [Place, string | number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}T/.test(value) ? [[path, value]] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name]));
}

function changed(text: string, path: Place, to: unknown): string {
  const whole: unknown = JSON.parse(text);
  let at: object = Object(whole);
  for (const name of path.slice(0, -1)) at = Object(Reflect.get(at, name));
  Reflect.set(at, path.at(-1) ?? "", to);
  return JSON.stringify(whole);
}

const later = (value: string | number, ms: number): string | number =>
  typeof value === "number" ? value + 1 : new Date(Date.parse(value) + ms).toISOString();

/** What a desk alone knows, for it happened and was not computed: when a clock stopped, when its due was moved. */
const WITNESSED = /^(?:ticket|promise\.(?:startedAt|stoppedAt|history\.\d+\.at|history\.0\.dueFrom))$/;
/** A pause in the night, an edit after due or a start on a Sunday may bear on nothing: a test of its own changes those. */
const MAY_BEAR_ON_NOTHING = /(?:^|\.)(?:asked\.pauses|calendars)\.|^later\.\d+\.asked\.at$/;

/** A clock that stops while it waits for the customer is computed once more, and nobody is told. */
const endedWaiting = (clock: Commitment): boolean => clock.pauses.some(({ end }) => end === clock.stoppedAt);
const lastMove = (clock: Commitment): string => `promise.history.${clock.history.length - 1}.dueTo`;

describe("the receipt of a ticket", () => {
  test("is equal to its recomputation, whatever happened to the ticket", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(clocks, (all) => {
        for (const clock of all) {
          const text = receiptText(clock);
          expect(differencesIn(text)).toEqual([]);
          seen.add(clock.state);
          if (clock.pauses.length > 0) seen.add("pauses");
          if (clock.snapshot.calendars.length > 1) seen.add("edited");
          if (clock.snapshot.why !== "started") seen.add(clock.snapshot.why);
          if (clock.others.length > 0) seen.add("later");
          if (clock.snapshot.calendarId !== null) seen.add(clock.snapshot.calendarId);
        }
      }),
      { numRuns: 400, seed: 20_240_902 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "running",
        "paused",
        "met",
        "breached",
        "withdrawn",
        "pauses",
        "edited",
        "later",
        "severity-raised",
        "plan-changed",
        "policy-changed",
        "always",
        "both-desks",
      ]),
    );
  });

  test("tells any single figure that was changed in it", () => {
    fc.assert(
      fc.property(clocks, fc.nat(), fc.constantFrom(1, 60_000, 86_400_000), (all, turn, ms) => {
        const clock = all[turn % Math.max(1, all.length)];
        if (clock === undefined) return;
        const text = receiptText(clock);
        for (const [path, value] of placesIn(JSON.parse(text))) {
          const name = path.join(".");
          if (WITNESSED.test(name) || MAY_BEAR_ON_NOTHING.test(name)) continue;
          if (clock.dueAt === null && name === "asked.at") continue;
          if (endedWaiting(clock) && name === lastMove(clock)) continue;
          expect([name, differencesIn(changed(text, path, later(value, ms)))]).not.toEqual([name, []]);
        }
      }),
      { numRuns: 150, seed: 20_240_902 },
    );
  });

  test("tells a word that was changed in it, where the policy or the receipt says it again", () => {
    const words = [
      ["policy", "hash"],
      ["policy", "version"],
      ["target", "unit"],
      ["asked", "question", "severity"],
      ["asked", "question", "plan"],
      ["asked", "question", "metric"],
      ["calendars", 0, "calendarVersion"],
      ["firmness"],
      ["op"],
      ["promise", "firmness"],
      ["promise", "op"],
      ["promise", "severity"],
      ["promise", "tier"],
      ["promise", "calendar", "zone"],
      ["rows", 0, "reason"],
      ["rows", 0, "version"],
    ];
    fc.assert(
      fc.property(clocks, fc.constantFrom(...words), (all, path) => {
        const clock = all.find(({ dueAt }) => dueAt !== null);
        if (clock === undefined || clock.snapshot.calendarId === "always") return;
        const text = receiptText(clock);
        const [first] = path;
        const to =
          path.includes("version") && first === "policy" ? SECOND : path.includes("reason") ? "gap" : "9";
        const isSame = first === "policy" && to === SECOND && clock.snapshot.policyVersion === SECOND;
        if (!isSame) expect(differencesIn(changed(text, path, to))).not.toEqual([]);
      }),
      { numRuns: 300, seed: 20_240_902 },
    );
  });

  test("tells a pause that was lengthened by open time, an edit that was moved into it, and another start", () => {
    let [pauses, edits, starts] = [0, 0, 0];
    fc.assert(
      fc.property(clocks, (all) => {
        for (const clock of all) {
          const { dueAt, snapshot } = clock;
          if (dueAt === null || clock.state === "withdrawn") continue;
          const text = receiptText(clock);
          const { asked, calendars, later: others } = JSON.parse(text);
          for (const [index, other] of others.entries()) {
            const at = new Date(Date.parse(other.asked.at) + 86_400_000 * 60).toISOString();
            starts += 1;
            expect(differencesIn(changed(text, ["later", index, "asked", "at"], at))).not.toEqual([]);
          }
          if (asked.pauses.length > 0 && Date.parse(asked.pauses[0].start) < dueAt) {
            const end = new Date(dueAt + 86_400_000 * 7).toISOString();
            pauses += 1;
            expect(differencesIn(changed(text, ["asked", "pauses", 0, "end"], end))).not.toEqual([]);
          }
          if (calendars.length > 1 && Date.parse(calendars[1].from) < dueAt) {
            const from = new Date(snapshot.countedFrom + 1).toISOString();
            edits += 1;
            expect(differencesIn(changed(text, ["calendars", 1, "from"], from))).not.toEqual([]);
          }
        }
      }),
      { numRuns: 500, seed: 20_240_902 },
    );
    expect(Math.min(pauses, edits, starts)).toBeGreaterThan(5);
  });
});
