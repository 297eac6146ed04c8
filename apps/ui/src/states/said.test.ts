import { expect, test } from "vitest";
import { shared as german } from "../catalogue/de/shared.ts";
import { shared as english } from "../catalogue/en/shared.ts";
import { said } from "./said.ts";

const refused = { reason: "plan-lacks-channel", code: "refused", message: "Tickets come with a paid plan." };

test("a refusal is told in German by its reason, and in English as the desk wrote it", () => {
  expect(said(german, refused)).toMatch(/^Tickets gehören zu einem bezahlten Tarif/);
  expect(said(english, refused)).toBe("Tickets come with a paid plan.");
});

test("a reason without words of its own is told by its code, and one without either as it came", () => {
  expect(said(german, { reason: "new-one", code: "conflict", message: "Changed." })).toMatch(
    /inzwischen geändert/,
  );
  expect(said(german, { reason: "new-one", message: "Changed." })).toBe("Changed.");
});
