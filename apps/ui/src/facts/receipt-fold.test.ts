import { expect, test } from "vitest";
import { clock as de } from "../catalogue/de/clock.ts";
import { shared as sharedDe } from "../catalogue/de/shared.ts";
import { clock } from "../catalogue/en/clock.ts";
import { shared } from "../catalogue/en/shared.ts";
import { receiptRows } from "../testing/promise.ts";
import { foldedWords } from "./receipt-fold.ts";

const full = receiptRows.filter(({ reason }) => reason === "open").slice(1, 2);

test("D3 the folded middle says what it counts in the target's own unit", () => {
  expect(foldedWords(Array.from({ length: 61 }, () => full).flat(), clock, shared)).toBe(
    "+ 61 business days",
  );
  expect(foldedWords(receiptRows.slice(0, 2), clock, shared)).toBe("+ 0.188 business days");
  expect(foldedWords(receiptRows.slice(1, 3), clock, shared)).toBe("+ 2 closed spans");
  const hours = full.map((row) => ({ ...row, dayFraction: null }));
  expect(foldedWords(hours, clock, shared)).toBe("+ 8 h of open time");
  expect(foldedWords(full, de, sharedDe)).toBe("+ 1 Geschäftstag");
});
