import { describe, expect, test } from "vitest";
import { compiled } from "../bundled-policy.fixture.ts";
import { renderPage } from "../page.ts";
import { type Change, changed, inPage, inPolicy } from "../small-policy.fixture.ts";
import { calendarHours, ownerWords } from "./calendar-words.ts";

const WEEK = '    open: { mon-fri: "09:00-17:00" }\n';
const ZONE = "    zone: Europe/Berlin\n";
const HOLIDAYS = "    holidays: berlin\n";

function officeOf(lines: string, from = `${ZONE}${WEEK}`) {
  const { policy } = compiled(changed(inPolicy(from, lines)).files);
  const office = policy.calendars["office"];
  return office === undefined ? "" : calendarHours(office);
}

function page(...changes: readonly Change[]): string {
  const { policy } = compiled(changed(inPage("::channels", "::calendars"), ...changes).files);
  return renderPage(policy, { format: "md" });
}

describe("the hours of a calendar in words", () => {
  test.each([
    [
      "a week that begins on Sunday",
      '{ sun-wed: "09:00-18:00", thu: "09:00-13:00" }',
      "Sunday to Wednesday, 09:00 to 18:00; Thursday, 09:00 to 13:00, Berlin time",
    ],
    ["each day alike", '{ daily: "06:00-22:00" }', "Monday to Sunday, 06:00 to 22:00, Berlin time"],
    [
      "weekdays and a half Saturday",
      '{ mon-fri: "08:00-18:00", sat: "09:00-13:00" }',
      "Monday to Friday, 08:00 to 18:00; Saturday, 09:00 to 13:00, Berlin time",
    ],
    ["all of every day", "{ daily: all day }", "every hour of every day, Berlin time"],
  ])("%s", (_what, open, words) => {
    expect(officeOf(`${ZONE}    open: ${open}\n`)).toBe(words);
  });

  test("a stretch through several days is one stretch", () => {
    expect(officeOf(`${ZONE}    unbroken: sun 17:00 - fri 18:00\n`)).toBe(
      "Sunday 17:00 to Friday 18:00 without a break, Berlin time",
    );
  });

  test("desks in one zone name it once", () => {
    const desks = `    desks:
      - { zone: Europe/Berlin, open: { mon-fri: "07:00-22:00" }, holidays: none }
      - { zone: Europe/Berlin, open: { sat-sun: "10:00-16:00" }, holidays: none }
`;
    expect(officeOf(desks, `${ZONE}${WEEK}${HOLIDAYS}`)).toBe(
      "Monday to Friday, 07:00 to 22:00, and Saturday to Sunday, 10:00 to 16:00, Berlin time",
    );
  });

  test("desks with the same hours name them once", () => {
    const desks = `    follow-the-sun: yes
    open: { mon-fri: "09:00-17:00" }
    holidays: none
    regions: { apac: Asia/Singapore, emea: Europe/Prague, na: America/Denver }
`;
    expect(officeOf(desks, `${ZONE}${WEEK}${HOLIDAYS}`)).toBe(
      "Monday to Friday, 09:00 to 17:00, Singapore time, Prague time and Denver time",
    );
  });

  test("a zone that is the customer's", () => {
    expect(officeOf(`    zone: { whose: customer-country, else: Europe/Paris }\n${WEEK}`)).toBe(
      "Monday to Friday, 09:00 to 17:00, in the time zone of the customer's country (Paris time until it is known)",
    );
    expect(officeOf(`    zone: { whose: customer-designated, else: Europe/Paris }\n${WEEK}`)).toContain(
      "in the time zone that the customer has designated (",
    );
  });

  test.each([
    ["customer", "the customer"],
    ["customer-country", "the customer's country"],
    ["place-support-is-given-from", "the place support is given from"],
    ["your country", "your country"],
  ])("%s is owned by %s", (whose, words) => expect(ownerWords(whose)).toBe(words));
});

describe("regions on the page", () => {
  const regional = (lines: string) => page(inPolicy(`${ZONE}${WEEK}${HOLIDAYS}`, lines));

  test("hours stand with each region, and what closes all of them once", () => {
    const text = regional(`${WEEK}    holidays: { whose: region }
    regions: { us: America/New_York, emea: { zone: Europe/Berlin, open: { mon-fri: "08:00-16:00" } } }
`);
    expect(text).toContain("Office hours: hours by region. Holidays are those of the region.");
    expect(text).toContain("- emea: Monday to Friday, 08:00 to 16:00, Berlin time\n");
    expect(text).not.toContain("No holidays are taken out");
  });

  test("what closes one of them stands with it", () => {
    const text = regional(`${WEEK}    holidays: none
    regions: { us: America/New_York, emea: { zone: Europe/Berlin, holidays: berlin } }
`);
    expect(text).toContain(
      "- us: Monday to Friday, 09:00 to 17:00, New York time. No holidays are taken out.",
    );
    expect(text).toMatch(/- emea: .*, Berlin time\. Closed days are listed through/);
    expect(text).toContain("**Office hours (Emea): Closed and special days 2026 (3)**");
  });
});
