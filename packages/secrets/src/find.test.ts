import { describe, expect, test } from "vitest";
import { secretsIn } from "./find.ts";
import { LOOKALIKES } from "./lookalikes.fixture.ts";
import { masked } from "./mask.ts";
import { PASTED } from "./pasted.fixture.ts";
import { HITS, NEAR_MISSES } from "./secrets.fixture.ts";

describe("what is recognised", () => {
  test.for([...HITS, ...PASTED])("%s", ([text, after]) => {
    expect(masked(text)).toBe(after);
  });
});

describe("what only looks like a secret stays as it is", () => {
  test.for([...NEAR_MISSES, ...LOOKALIKES].map((text) => [text] as const))("%s", ([text]) => {
    expect(secretsIn(text)).toEqual([]);
  });
});

test("several secrets of one text are told in its order and apart", () => {
  const text = "PGPASSWORD=s3cr-et psql postgres://app:hunter22@db.example.com/main";
  expect(secretsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["s3cr-et", "hunter22"]);
});

test("what code says around the word password is no secret", () => {
  const CODE = [
    "redact({ paths: ['password'], censor: 'x' })",
    "page.fill('Password', text); page.fill('name', 'a')",
    "an option to pass to `Http.createServer1`",
    "user: auth[0],\npassword: auth[1],",
  ];
  for (const text of CODE) expect(secretsIn(text)).toEqual([]);
});

test("an unseen sign within a secret is masked with it, and places are those of the written text", () => {
  const text = "\u200bPass\u00adword: hunt\u200ber22 \uff50\uff57";
  expect(secretsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["hunt\u200ber22"]);
});
