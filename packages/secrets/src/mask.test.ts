import { array, assert, constantFrom, oneof, property, string } from "fast-check";
import { expect, test } from "vitest";
import { secretsIn } from "./find.ts";
import { LOOKALIKES } from "./lookalikes.fixture.ts";
import { masked, maskOf, piecesOf } from "./mask.ts";
import { PASTED } from "./pasted.fixture.ts";
import { HITS, NEAR_MISSES } from "./secrets.fixture.ts";

/** Texts of secrets, near misses, the words and signs around them, and anything else. */
const parts = oneof(
  constantFrom(...[...HITS, ...PASTED].map(([text]) => text), ...NEAR_MISSES, ...LOOKALIKES),
  constantFrom(
    "password=",
    "token: ",
    '"',
    "'",
    "\n",
    " ",
    "@",
    "://",
    "a:",
    "-----BEGIN ",
    "=",
    ";",
    "Bearer ",
    "|",
    "\u00ad",
    "**",
    "mysql -p",
    "cookie: sid=",
  ),
  string({ unit: "binary", maxLength: 12 }),
);
const texts = array(parts, { maxLength: 8 }).map((all) => all.join(""));

test("masking changes nothing outside the secrets", () => {
  assert(
    property(texts, (text) => {
      const found = secretsIn(text);
      let end = 0;
      let kept = "";
      for (const secret of found) {
        expect(secret.start).toBeGreaterThanOrEqual(end);
        expect(secret.end).toBeGreaterThan(secret.start);
        kept += text.slice(end, secret.start) + maskOf(secret);
        end = secret.end;
      }
      expect(masked(text)).toBe(kept + text.slice(end));
    }),
    { numRuns: 2_000 },
  );
});

test("a masked text is cut into pieces that make it again", () => {
  assert(
    property(texts, (text) => {
      const after = masked(text);
      expect(
        piecesOf(after)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(after);
    }),
  );
});

test("a mask is found again with its kind and whose it is", () => {
  expect(piecesOf("my [masked: GitHub token], [masked: private key] and [masked: joke]")).toEqual([
    { mask: false, text: "my " },
    { mask: true, text: "[masked: GitHub token]", kind: "token", of: "GitHub" },
    { mask: false, text: ", " },
    { mask: true, text: "[masked: private key]", kind: "private key", of: null },
    { mask: false, text: " and [masked: joke]" },
  ]);
});

test("masking twice is masking once", () => {
  for (const [text, after] of [...HITS, ...PASTED]) expect(masked(masked(text))).toBe(after);
});
