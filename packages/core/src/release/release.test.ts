import { describe, expect, test } from "vitest";
import { invalidReleaseName, markOutRefusal, releaseNameOf } from "./decide-release.ts";
import { afterMark, planned } from "./release-of.ts";

const PLANNED = planned({
  seq: 1,
  at: 1_000,
  event: { kind: "release.planned", name: "2026-12.1", note: "Restores" },
});

describe("a release", () => {
  test.for([
    ["nothing", "  ", "release-unnamed", "Name the release, such as 2026-12.1."],
    ["a line break", "2026\n12", "one-line", "A release's name is one line: take out control characters."],
    [
      "too much",
      "x".repeat(101),
      "release-name-too-long",
      "A release's name is no longer than 100 characters. Shorten it.",
    ],
  ] as const)("cannot be named with %s", ([, name, reason, message]) => {
    expect(invalidReleaseName(name, "detail")).toMatchObject([{ path: "detail", reason, message }]);
  });

  test("is found however its name is spaced", () => {
    expect(invalidReleaseName(" 2026-12.1  LTS ", "name")).toEqual([]);
    expect(releaseNameOf(" 2026-12.1  LTS ")).toBe("2026-12.1 LTS");
  });

  test("is planned, then out, and stays out", () => {
    expect(PLANNED).toMatchObject({ state: "planned", outAt: null, version: 1 });
    const out = afterMark(PLANNED, {
      seq: 2,
      at: 2_000,
      event: { kind: "release.marked-out", note: "Restores and more" },
    });
    expect(out).toMatchObject({ state: "out", outAt: 2_000, note: "Restores and more", version: 2 });
    expect(markOutRefusal(PLANNED, 1)).toBeNull();
    expect(markOutRefusal(PLANNED, 2)).toMatchObject({ reason: "release-changed" });
    expect(markOutRefusal(out, 2)).toMatchObject({ reason: "release-out-already" });
  });

  test("has a log that begins with its plan", () => {
    const marked = { seq: 1, at: 1, event: { kind: "release.marked-out", note: "" } } as const;
    expect(() => planned(marked)).toThrow("release.planned");
    expect(() =>
      afterMark(PLANNED, { ...marked, event: { kind: "release.planned", name: "x", note: "" } }),
    ).toThrow("planned once");
  });
});
