import { expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import { changed, inPolicy } from "../small-policy.fixture.ts";
import { parseFigure } from "./figure.ts";
import { figureMeant } from "./figure-meant.ts";

test.each([
  ["1 hour 30 minutes @ week", 90, "minute", "week"],
  ["1h 30m", 90, "minute", null],
  ["2 Business Hours @ Office", 2, "business_hour", "Office"],
  ["NBD @ office", 1, "next_business_day", "office"],
  ["by end of the next business day @ office", 1, "next_business_day", "office"],
  ["end of business day", 1, "same_business_day", null],
  ["close of business @ office", 1, "same_business_day", "office"],
])("%s is a figure", (text, amount, unit, calendar) => {
  expect(parseFigure(text)).toMatchObject({ amount, unit, calendar });
});

test.each([
  ["30 minutes 24/7", "30 minutes @ always"],
  ["1 hour (24x7)", "1 hour @ always"],
  ["2 hours, around the clock", "2 hours @ always"],
  ["Within 4 hours", "4 hours"],
  ["< 1 hour", "1 hour"],
  ["every 2 hours", "2 hours"],
  ["two business hours @ office", "2 business hours @ office"],
  ["half an hour", "30 minutes"],
  ["4 hours during business hours", "4 business hours"],
  ["3d", "3 days"],
  ["n/a", "not offered"],
  ["–", "not offered"],
  ["commercially reasonable efforts", "best effort"],
  ["contact sales", "per contract"],
  ["EOD", "same business day"],
])("%s is no figure, and is told how it is written: %s", (text, meant) => {
  expect(parseFigure(text)).toBeNull();
  expect(figureMeant(text)).toBe(meant);
  expect(parseFigure(meant)).not.toBeNull();
});

test.each(["next release", "0 hours", "24/7", "", "soon"])("nothing is guessed of “%s”", (text) => {
  expect([parseFigure(text), figureMeant(text)]).toEqual([null, null]);
});

test.each([
  ["‸4 hours (24/7)", "Did you mean `4 hours @ always`?"],
  ["‸2 business days @ Office hours", "Did you mean `2 business days @ office`?"],
  ["‸next release", "What is no figure can stand behind `applies-to:`"],
])("the finding says how: %s", (written, mend) => {
  const { files, place } = changed(inPolicy("2 business days @ office\n", `${written}\n`));
  const found = compilePolicy(files).findings.find(({ code }) => code === "value-format");
  expect(found).toMatchObject({ ...place, mend: expect.stringContaining(mend) });
});
