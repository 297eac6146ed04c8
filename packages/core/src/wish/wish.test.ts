import { describe, expect, test } from "vitest";
import { WISH_STATES } from "../vocabulary.ts";
import { invalidStep, invalidWish, planRefusal, stepRefusal, wishEnded, wishTitleOf } from "./decide-wish.ts";
import type { WishEvent } from "./events.ts";
import { afterStep, wishOpened } from "./wish-of.ts";

const NOTED = wishOpened({
  seq: 1,
  at: 1_000,
  event: { kind: "wish.opened", title: "Dark mode", text: "The console in dark colours." },
});
const after = (...events: readonly WishEvent[]) =>
  events.reduce(
    (wish, event) => afterStep(wish, { seq: wish.version + 1, at: wish.changedAt + 1_000, event }),
    NOTED,
  );
const PLAN = { kind: "wish.planned", release: "r-1", name: "2026-12.1" } as const;
const OUT = { kind: "wish.out", release: "r-1", name: "2026-12.1" } as const;
const NO = { kind: "wish.declined", reason: "Browsers do it." } as const;

describe("a wish", () => {
  test.for([
    ["no title", { title: " ", text: "So." }, "title"],
    ["a title of a book", { title: "x".repeat(121), text: "So." }, "title"],
    ["a title with a bell", { title: "Dark\u0007mode", text: "So." }, "title"],
    ["no sentence for customers", { title: "Dark mode", text: " \n " }, "text"],
  ] as const)("is not opened with %s", ([, words, path]) => {
    expect(invalidWish(words).map((one) => one.path)).toEqual([path]);
  });

  test("is found however its title is spaced", () => {
    expect(invalidWish({ title: " Dark \n mode ", text: "So." })).toEqual([]);
    expect(wishTitleOf(" Dark \n mode ")).toBe("Dark mode");
  });

  test("goes from noted to planned and back, and remembers why", () => {
    expect(NOTED).toMatchObject({ state: "noted", release: null, reason: null, version: 1 });
    expect(after(PLAN)).toMatchObject({ state: "planned", release: "r-1", version: 2 });
    const back = after(PLAN, { kind: "wish.put-back", reason: "It needs more time." });
    expect(back).toMatchObject({ state: "noted", release: null, reason: "It needs more time.", version: 3 });
    expect(after(PLAN, { kind: "wish.put-back", reason: "" }).reason).toBeNull();
  });

  test("is out or declined for good", () => {
    expect(after(PLAN, OUT)).toMatchObject({ state: "out", release: "r-1", reason: null, openedAt: 1_000 });
    expect(after(PLAN, NO)).toMatchObject({ state: "declined", release: null, reason: "Browsers do it." });
    for (const ended of [after(OUT), after(NO)]) {
      expect(wishEnded(ended)?.message).toMatch(/told/);
      for (const to of WISH_STATES) {
        const step = { to, reason: "So.", sawVersion: ended.version };
        expect(stepRefusal(ended, step), to).toEqual(wishEnded(ended));
      }
    }
  });

  test("may take every step that leads on", () => {
    for (const wish of [NOTED, after(PLAN)]) {
      expect(wishEnded(wish)).toBeNull();
      for (const to of WISH_STATES) {
        const refused = stepRefusal(wish, { to, reason: "So.", sawVersion: wish.version });
        expect(refused === null, `${wish.state} to ${to}`).toBe(wish.state === "planned" || to !== "noted");
      }
    }
  });

  test("tells whoever read an older version how it stands now", () => {
    const step = { to: "declined", reason: "So.", sawVersion: 1 } as const;
    expect(stepRefusal(after(PLAN), step)).toMatchObject({
      reason: "wish-now-planned",
      message: expect.stringMatching(/it is planned now/),
    });
    expect(stepRefusal(after(NO), step)?.reason).toBe("wish-now-declined");
  });

  test("is planned for a release that is to come, and for the same one once", () => {
    const release = { id: "r-1", name: "2026-12.1", outAt: null };
    expect(planRefusal(NOTED, release)).toBeNull();
    expect(planRefusal(after(PLAN), { ...release, id: "r-2" })).toBeNull();
    expect(planRefusal(after(PLAN), release)?.reason).toBe("wish-planned-so");
    expect(planRefusal(NOTED, { ...release, outAt: 1_000 })?.reason).toBe("wish-release-out");
  });

  test("is declined with a reason, or not at all", () => {
    const step = { to: "declined", reason: " ", sawVersion: 1 } as const;
    expect(invalidStep(step).map((one) => one.path)).toEqual(["reason"]);
    expect(invalidStep({ ...step, reason: "So." })).toEqual([]);
    expect(invalidStep({ ...step, to: "out" })).toEqual([]);
  });

  test("has a log that begins with its opening", () => {
    expect(() => wishOpened({ seq: 1, at: 1, event: NO })).toThrow("wish.opened");
    expect(() => after({ kind: "wish.opened", title: "x", text: "y" })).toThrow("opened once");
  });
});
