import { describe, expect, test } from "vitest";
import { contrastOf } from "./contrast.ts";
import { type Scheme, type Token, tokens } from "./tokens.ts";

const SURFACES = ["page", "sheet", "sunken", "chosen"] as const satisfies readonly Token[];
const SCHEMES = ["light", "dark"] as const satisfies readonly Scheme[];

function ratio(text: Token, ground: Token, scheme: Scheme): number {
  return contrastOf(tokens[text][scheme], tokens[ground][scheme]);
}

/** Worst and best ratio of a text on the four surfaces. */
function rangeOf(text: Token, scheme: Scheme): readonly number[] {
  const all = SURFACES.map((ground) => ratio(text, ground, scheme));
  return [Math.min(...all), Math.max(...all)];
}

function expectWithinATenth(found: readonly number[], stated: readonly number[]) {
  for (const [at, value] of found.entries()) expect(Math.abs(value - (stated[at] ?? 0))).toBeLessThan(0.1);
}

describe("contrast of the palette", () => {
  test("black on white is 21, a colour on itself 1", () => {
    expect(contrastOf("#000000", "#FFFFFF")).toBeCloseTo(21, 5);
    expect(contrastOf("#08545A", "#08545A")).toBe(1);
  });

  test.each([
    ["ink", [13.7, 16.1], [11.4, 16.1]],
    ["quiet", [7.0, 8.3], [7.1, 10.0]],
    ["off", [4.8, 5.7], [4.7, 6.6]],
    ["edge", [3.5, 4.1], [3.9, 5.5]],
    ["accent", [7.4, 8.7], [7.3, 10.3]],
  ] as const)("%s keeps its worst and best ratio on the four surfaces", (token, light, dark) => {
    expectWithinATenth(rangeOf(token, "light"), light);
    expectWithinATenth(rangeOf(token, "dark"), dark);
  });

  test.each([
    ["on-accent", "accent", 8.7, 9.4],
    ["note", "note-tint", 8.9, 9.3],
    ["attention", "attention-tint", 8.1, 9.3],
    ["late", "late-tint", 7.8, 8.9],
    ["good", "good-tint", 7.5, 8.5],
    ["info", "info-tint", 7.3, 8.8],
    ["on-late", "late", 9.2, 10.3],
  ] as const)("%s on %s", (text, ground, light, dark) => {
    expect(ratio(text, ground, "light")).toBeCloseTo(light, 1);
    expect(ratio(text, ground, "dark")).toBeCloseTo(dark, 1);
  });

  const roles = ["note", "attention", "late", "good", "info"] as const;
  test.each(SCHEMES)(
    "in %s every role text reads at 7.0 and every edge at 3.0 on every surface",
    (scheme) => {
      for (const role of roles) {
        for (const ground of SURFACES) {
          expect(ratio(role, ground, scheme), `${role} on ${ground}`).toBeGreaterThanOrEqual(7);
          expect(ratio(`${role}-edge`, ground, scheme), `${role} edge on ${ground}`).toBeGreaterThanOrEqual(
            3,
          );
        }
      }
    },
  );
});
