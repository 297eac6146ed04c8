import { describe, expect, test } from "vitest";
import { secretsIn } from "./find.ts";
import { masked } from "./mask.ts";
import { HITS, NEAR_MISSES } from "./secrets.fixture.ts";

describe("what is recognised", () => {
  test.for(HITS)("%s", ([text, after]) => {
    expect(masked(text)).toBe(after);
  });
});

describe("what only looks like a secret stays as it is", () => {
  test.for(NEAR_MISSES.map((text) => [text] as const))("%s", ([text]) => {
    expect(secretsIn(text)).toEqual([]);
  });
});

test("several secrets of one text are told in its order and apart", () => {
  const text = "PGPASSWORD=s3cr-et psql postgres://app:hunter22@db.example.com/main";
  expect(secretsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["s3cr-et", "hunter22"]);
});
