import { describe, expect, test } from "vitest";
import { bindCalendar } from "./bind.ts";
import { compiled } from "./bundled-policy.fixture.ts";
import { compilePolicy } from "./compile.ts";
import { type Change, changed, inPolicy } from "./small-policy.fixture.ts";
import type { PolicyCalendar, RunnablePolicy } from "./types.ts";

/** The small policy whose office has the given keys instead of its own. */
const withOffice = (keys: string, ...more: readonly Change[]): RunnablePolicy =>
  compiled(
    changed(
      inPolicy(
        `    zone: Europe/Berlin\n    open: { mon-fri: "09:00-17:00" }\n    holidays: berlin\n`,
        keys.replaceAll(/^/gm, "    ").concat("\n"),
      ),
      ...more,
    ).files,
  );

const officeOf = ({ policy }: RunnablePolicy): PolicyCalendar => {
  const office = policy.calendars["office"];
  if (office === undefined) throw new Error("There is an office");
  return office;
};

const WEEK = `open: { mon-fri: "09:00-17:00" }`;

const isOpen = ({ calendars }: RunnablePolicy, at: string, id = "office"): boolean | undefined =>
  calendars.get(id)?.isOpen(Date.parse(at));

describe("whose zone", () => {
  test("the customer's, with one that counts until theirs is known", () => {
    const runnable = withOffice(
      `zone: { whose: customer-country, else: Asia/Tokyo }\n${WEEK}\nholidays: none`,
    );
    expect(officeOf(runnable).leftOpen).toEqual({
      zone: "customer-country",
      holidays: null,
      else: "Asia/Tokyo",
    });
    expect(isOpen(runnable, "2026-03-03T00:30:00Z")).toBe(true);
    const bound = bindCalendar(runnable, "office", { zone: "Europe/London" });
    expect(isOpen(bound, "2026-03-03T00:30:00Z")).toBe(false);
    expect(isOpen(bound, "2026-03-03T09:30:00Z")).toBe(true);
  });

  test("unstated: it runs only once somebody names one", () => {
    const runnable = withOffice(`zone: unstated\nunbroken: mon 00:00 - fri 24:00\nholidays: unstated`);
    expect(officeOf(runnable).leftOpen).toEqual({ zone: "unstated", holidays: "unstated" });
    expect(isOpen(runnable, "2026-03-03T00:30:00Z")).toBeUndefined();
    const bound = bindCalendar(runnable, "office", { zone: "UTC" });
    expect(isOpen(bound, "2026-03-03T00:30:00Z")).toBe(true);
    expect(isOpen(bound, "2026-03-07T00:30:00Z")).toBe(false);
  });

  test("hours that are nowhere to be read make a calendar that does not run", () => {
    const runnable = withOffice(`zone: UTC\nopen: unstated\nholidays: unstated`);
    expect(officeOf(runnable).leftOpen).toEqual({ zone: null, holidays: "unstated", hours: true });
    expect(runnable.calendars.has("office")).toBe(false);
  });

  test("a calendar that is never open is refused, whoever's zone it has", () => {
    const { files } = changed(
      inPolicy("zone: Europe/Berlin", "zone: { whose: customer }"),
      inPolicy('"09:00-17:00"', "closed"),
      inPolicy("holidays: berlin", "holidays: none"),
    );
    expect(compilePolicy(files).findings.map((one) => one.code)).toContain("calendar-closed");
  });
});

describe("regions", () => {
  const regional = withOffice(`${WEEK}
holidays: none
regions:
  us: America/New_York
  emea: { zone: Europe/Berlin, open: { mon-fri: "08:00-16:00" } }
  apac: { zone: Australia/Sydney, holidays: [01-26] }`);

  test("each has a calendar of its own, made of what it states and what all share", () => {
    expect(officeOf(regional).regions).toEqual([
      { id: "us", calendar: "office~us" },
      { id: "emea", calendar: "office~emea" },
      { id: "apac", calendar: "office~apac" },
    ]);
    const at = "2026-01-26T14:30:00Z";
    expect(["us", "emea", "apac"].map((id) => isOpen(regional, at, `office~${id}`))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isOpen(regional, "2026-01-26T07:30:00Z", "office~emea")).toBe(true);
    expect(isOpen(regional, "2026-01-26T00:30:00Z", "office~apac")).toBe(false);
    expect(isOpen(regional, "2026-01-27T00:30:00Z", "office~apac")).toBe(true);
  });

  test("without a region none of them counts, and a zone may be named instead", () => {
    expect(regional.calendars.has("office")).toBe(false);
    expect(officeOf(regional).leftOpen.zone).toBe("customer-region");
    const bound = bindCalendar(regional, "office", { zone: "Europe/London" });
    expect(isOpen(bound, "2026-01-26T09:30:00Z")).toBe(true);
  });

  test("follow the sun: open wherever one of them is", () => {
    const sun = withOffice(
      `${WEEK}\nholidays: none\nfollow-the-sun: yes\nregions: { us: America/New_York, apac: Australia/Sydney }`,
    );
    expect(
      ["2026-01-26T14:30:00Z", "2026-01-26T00:30:00Z", "2026-01-26T10:30:00Z"].map((at) => isOpen(sun, at)),
    ).toEqual([true, true, false]);
    expect(officeOf(sun).regions).toBeUndefined();
  });
});

describe("holidays", () => {
  test("dates of every year, ranges over New Year, single dates, names", () => {
    const runnable = withOffice(`zone: UTC
open: { daily: all day }
holidays: [berlin, "--05-01", 12-28..01-03, 2026-03-05, { 11-01: All Saints }]`);
    const closedOn = ["2026-05-01", "2031-05-01", "2026-12-28", "2027-01-03", "2026-03-05", "2029-11-01"];
    expect(closedOn.map((date) => isOpen(runnable, `${date}T12:00:00Z`))).toEqual(closedOn.map(() => false));
    const openOn = ["2026-12-27", "2027-01-04", "2027-03-05"];
    expect(openOn.map((date) => isOpen(runnable, `${date}T12:00:00Z`))).toEqual(openOn.map(() => true));
    expect(officeOf(runnable).everyYear).toEqual([
      { from: "05-01", to: "05-01", name: null },
      { from: "12-28", to: "01-03", name: null },
      { from: "11-01", to: "11-01", name: "All Saints" },
    ]);
    expect(officeOf(runnable).schedules[0]?.closed).toContainEqual({
      date: "2030-11-01",
      name: "All Saints",
    });
  });

  test("29 February closes leap years only", () => {
    const runnable = withOffice(`zone: UTC\nopen: { daily: all day }\nholidays: [02-29]`);
    expect(isOpen(runnable, "2028-02-29T12:00:00Z")).toBe(false);
    expect(isOpen(runnable, "2027-03-01T12:00:00Z")).toBe(true);
  });

  test("somebody else's, with dates that close it besides", () => {
    const runnable = withOffice(
      `zone: Asia/Tokyo\n${WEEK}\nholidays: { whose: place-support-is-given-from, also: [12-29..01-03] }`,
    );
    expect(officeOf(runnable).leftOpen).toEqual({ zone: null, holidays: "place-support-is-given-from" });
    expect(isOpen(runnable, "2026-12-29T03:00:00Z")).toBe(false);
    expect(isOpen(runnable, "2026-12-28T03:00:00Z")).toBe(true);
  });
});

test("a calendar that only a channel, a language or a single case names is used", () => {
  const NIGHT = inPolicy(
    "pricing:\n",
    `  night: { zone: Europe/Berlin, open: { daily: "22:00-06:00" }, holidays: none }\npricing:\n`,
  );
  const unused = (...changes: readonly Change[]) =>
    compilePolicy(changed(NIGHT, ...changes).files)
      .findings.map(({ code }) => code)
      .filter((code) => code === "calendar-unused");
  expect(unused()).toEqual(["calendar-unused"]);
  const uses = [
    inPolicy("name: User forum,", "name: User forum, hours: night,"),
    inPolicy("channels: [tickets]", "channels: { tickets: { access: included, hours: night } }"),
    inPolicy("default-severity:", "languages: { de: { calendar: night } }\ndefault-severity:"),
    inPolicy(
      "    holidays: berlin\n",
      "    holidays: berlin\n    instead: [{ severity: high, use: night }]\n",
    ),
  ];
  for (const use of uses) expect(unused(use)).toEqual([]);
});

test("business time that may count round the clock in a single case needs its reading", () => {
  const { files } = changed(
    inPolicy(
      "    holidays: berlin\n",
      "    holidays: berlin\n    instead: [{ severity: high, use: always }]\n",
    ),
  );
  const missing = compilePolicy(files).findings.map(({ message }) => message);
  expect(missing.filter((message) => message.includes("`business-unit-round-the-clock`"))).toHaveLength(1);
});

test.each([
  ['open: { Monday-Friday: "9:00 - 17:00" }', "2026-03-03T08:30:00Z", true],
  ["open: { weekdays: 9:00–17:00 }", "2026-03-07T08:30:00Z", false],
  ["open: { weekends: all day }", "2026-03-07T08:30:00Z", true],
  ["unbroken: Sunday 17:00 – Fri 9:00", "2026-03-06T07:59:00Z", true],
  ["unbroken: Sunday 17:00 – Fri 9:00", "2026-03-06T08:01:00Z", false],
])("hours as people write them: %s", (hours, at, expected) => {
  expect(isOpen(withOffice(`zone: Europe/Berlin\n${hours}\nholidays: none`), at)).toBe(expected);
});
