import { describe, expect, test } from "vitest";
import { bundledFiles, compiled } from "./bundled-policy.fixture.ts";
import { differenceOf } from "./difference/difference.ts";
import { exampleFiles } from "./examples.fixture.ts";
import type { Policy } from "./types.ts";

const january = compiled(exampleFiles("neon-2024-01-11")).policy;
const august = compiled(exampleFiles("neon-2024-08-06")).policy;
const september = compiled(bundledFiles()).policy;
const february = compiled(exampleFiles("neon-2026-02-06")).policy;

const versions: readonly Policy[] = [january, august, september, february];

const mapping = (policy: Policy) => Object.fromEntries(policy.pricing.map(({ id, plan }) => [id, plan]));

const sentences = (before: Policy, after: Policy): string[] =>
  differenceOf(before, after).map((change) => `${change.kind}: ${change.sentence.en}`);

describe("four versions of one policy", () => {
  test("bear one id, and versions that stand in the order of their dates", () => {
    expect(new Set(versions.map(({ id }) => id))).toEqual(new Set(["neon-support"]));
    expect(versions.map(({ version }) => version)).toEqual([
      "2024-01-11",
      "2024-08-06",
      "2024-09-02",
      "2026-02-06",
    ]);
    const edited = versions.map(({ updatedAt }) => updatedAt);
    expect(edited.toSorted((one, other) => one - other)).toEqual(edited);
  });

  test("map pricing plans as published", () => {
    const rest = { free: "community", enterprise: "enterprise" };
    expect(mapping(january)).toEqual({ ...rest, launch: "expert", scale: "expert" });
    expect(mapping(august)).toEqual({
      ...rest,
      launch: "standard",
      scale: "priority",
      business: "priority",
    });
    expect(mapping(september)).toEqual({
      ...rest,
      launch: "standard",
      scale: "standard",
      business: "priority",
    });
    expect(mapping(february)).toEqual({ ...rest, launch: "standard_billing_only", scale: "standard" });
    expect(february.plans.filter((plan) => plan.addOn !== undefined).map((plan) => plan.id)).toEqual([
      "business",
      "production",
    ]);
  });

  test("January to August 2024: Expert is gone, and the first commitments appear", () => {
    expect(sentences(january, august)).toEqual(
      expect.arrayContaining([
        "removed: Support plan, no longer: Expert",
        "changed: Support with the pricing plan Launch: Expert → Standard",
        "added: Severity 1 on Enterprise Gold, through the console: no time stated → 1 hour, a commitment (first response)",
        "removed: No longer on every plan: Community forum",
      ]),
    );
  });

  test("August to September 2024: Scale moves down, and the expected answer takes a day longer", () => {
    const told = sentences(august, september);
    expect(told).toEqual(
      expect.arrayContaining([
        "worse: Support with the pricing plan Scale: Priority → Standard",
        "worse: Standard: 2 business days → 3 business days (first response)",
        "worse: Video chat on Priority: included → on request",
        "removed: No longer on Enterprise: Customer success team",
        "added: New on every plan: Neon AI Chat",
      ]),
    );
    expect(told.filter((sentence) => sentence.includes("Severity 1 on Enterprise"))).toEqual([]);
  });

  test("September 2024 to February 2026: times are bought apart, and Standard loses its own", () => {
    expect(sentences(september, february)).toEqual(
      expect.arrayContaining([
        "worse: Support with the pricing plan Launch: Standard → Standard (billing)",
        "removed: Standard: 3 business days, an expectation → no time stated (first response)",
        "added: Severity 1 on Production: no time stated → 1 hour, a commitment (first response)",
        "changed: The support plan Enterprise is now called Enterprise (legacy)",
        "worse: Neon AI Chat: official → not official",
      ]),
    );
  });
});
