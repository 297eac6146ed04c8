import { expect, test } from "vitest";
import { pageLocale } from "./page-locale.ts";

test.each([
  [undefined, "en"],
  ["", "en"],
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en-GB,en;q=0.9,de;q=0.8", "en"],
  ["en;q=0.3, de;q=0.7", "de"],
  ["fr-FR, de;q=0.2", "de"],
  ["fr, *", "en"],
  ["de;q=0, en;q=0.1", "en"],
  ["deu", "en"],
  ["de;q=loud", "en"],
] as const)("who accepts «%s» reads %s", (accepted, locale) => {
  expect(pageLocale(accepted)).toBe(locale);
});
