import { expect, test } from "vitest";
import { Fail } from "./fail.ts";

test("a refusal or a conflict does not compile without a reason, nor a reason without its facts", () => {
  // @ts-expect-error a conflict has a reason
  const bare = new Fail("conflict", "Somebody else was first. Read it again.");
  // @ts-expect-error one that is known
  const strange = new Fail("refused", "Not here. Ask there.", { reason: "because" });
  // @ts-expect-error with the facts that its sentence names
  const short = new Fail("conflict", "«A» is there already. Open it.", { reason: "release-there" });
  const whole = new Fail("conflict", "«A» is there already. Open it.", {
    reason: "release-there",
    facts: { name: "A" },
  });
  expect([bare, strange, short, whole].map(({ details }) => details.facts?.["name"])).toEqual([
    undefined,
    undefined,
    undefined,
    "A",
  ]);
});
