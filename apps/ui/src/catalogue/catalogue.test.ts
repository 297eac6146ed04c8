import { describe, expect, test } from "vitest";
import { around as aroundDe } from "./de/around.ts";
import { calendar as calendarDe } from "./de/calendar.ts";
import { cause as causeDe } from "./de/cause.ts";
import { clock as clockDe } from "./de/clock.ts";
import { conduct as conductDe } from "./de/conduct.ts";
import { coverage as coverageDe } from "./de/coverage.ts";
import { desk as deskDe } from "./de/desk.ts";
import { deskActs as deskActsDe } from "./de/desk-acts.ts";
import { incident as incidentDe } from "./de/incident.ts";
import { policy as policyDe } from "./de/policy.ts";
import { portal as portalDe } from "./de/portal.ts";
import { release as releaseDe } from "./de/release.ts";
import { shared as sharedDe } from "./de/shared.ts";
import { text as textDe } from "./de/text.ts";
import { ticketActs as ticketActsDe } from "./de/ticket-acts.ts";
import { widget as widgetDe } from "./de/widget.ts";
import { wish as wishDe } from "./de/wish.ts";
import { around } from "./en/around.ts";
import { calendar } from "./en/calendar.ts";
import { cause } from "./en/cause.ts";
import { clock } from "./en/clock.ts";
import { conduct } from "./en/conduct.ts";
import { coverage } from "./en/coverage.ts";
import { desk } from "./en/desk.ts";
import { deskActs } from "./en/desk-acts.ts";
import { incident } from "./en/incident.ts";
import { policy } from "./en/policy.ts";
import { portal } from "./en/portal.ts";
import { release } from "./en/release.ts";
import { shared } from "./en/shared.ts";
import { text as textEn } from "./en/text.ts";
import { ticketActs } from "./en/ticket-acts.ts";
import { widget } from "./en/widget.ts";
import { wish } from "./en/wish.ts";
import { counted } from "./plural.ts";
import { textOf } from "./rich.ts";

type Leaf = { readonly path: string; readonly value: unknown };

function leavesOf(node: unknown, path = ""): readonly Leaf[] {
  if (typeof node !== "object" || node === null) return [{ path, value: node }];
  return Object.entries(node).flatMap(([key, child]) =>
    leavesOf(child, path === "" ? key : `${path}.${key}`),
  );
}

/** What an entry says, each parameter shown by a mark of its own. */
function said(value: unknown, marks: readonly (string | number)[]): string {
  return typeof value === "function" ? textOf(Reflect.apply(value, undefined, marks)) : String(value);
}

const SECTIONS = {
  shared: [shared, sharedDe],
  desk: [desk, deskDe],
  portal: [portal, portalDe],
  widget: [widget, widgetDe],
  calendar: [calendar, calendarDe],
  clock: [clock, clockDe],
  policy: [policy, policyDe],
  text: [textEn, textDe],
  incident: [incident, incidentDe],
  coverage: [coverage, coverageDe],
  conduct: [conduct, conductDe],
  around: [around, aroundDe],
  deskActs: [deskActs, deskActsDe],
  ticketActs: [ticketActs, ticketActsDe],
  release: [release, releaseDe],
  wish: [wish, wishDe],
  cause: [cause, causeDe],
};

describe.each(Object.entries(SECTIONS))("the %s catalogue", (_name, [en, de]) => {
  const german = new Map(leavesOf(de).map((leaf) => [leaf.path, leaf.value]));

  test("says something in both languages, everywhere", () => {
    for (const { path, value } of leavesOf(en)) {
      expect(said(value, ["1", "2", "3", "4", "5"]).trim(), `en ${path}`).not.toBe("");
      expect(said(german.get(path), ["1", "2", "3", "4", "5"]).trim(), `de ${path}`).not.toBe("");
    }
  });

  test("loses no figure or name on the way into German", () => {
    for (const { path, value } of leavesOf(en)) {
      const marks = ["⟨a⟩", "⟨b⟩", "⟨c⟩", "⟨d⟩", "⟨e⟩"];
      const english = said(value, marks);
      const translated = said(german.get(path), marks);
      for (const mark of marks) {
        expect(translated.includes(mark), `${path}: ${mark}`).toBe(english.includes(mark));
      }
    }
  });

  test("has no exclamation marks and no English left in German", () => {
    for (const { path, value } of leavesOf(de)) {
      const text = said(value, ["", "", "", "", ""]);
      expect(text, path).not.toContain("!");
      expect(text, path).not.toMatch(/\b(the|and|your|ticket was)\b/i);
    }
  });
});

test("a count carries its figure and its own plural", () => {
  expect(counted("en", 1, "change", "changes")).toBe("1 change");
  expect(counted("en", 0, "change", "changes")).toBe("0 changes");
  expect(counted("de", 2048, "Ticket", "Tickets")).toBe("2.048 Tickets");
});
