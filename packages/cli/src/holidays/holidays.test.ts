import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compilePolicy, type PolicyFiles } from "@troth/policy";
import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import { check } from "../policy/check.ts";
import { around, bundledWith } from "../policy/surroundings.fixture.ts";
import { holidays } from "./holidays.ts";

const run = (line: string) => holidays.run(line.split(" "), around());

const bundled = bundledWith();

/** The bundled policy with this list in place of its own. */
const withList = (list: string): PolicyFiles => ({ ...bundled, "holidays/us-federal.yaml": list });

function calendarWith(list: string) {
  const { runnable, findings } = compilePolicy(withList(list), Date.UTC(2026, 6, 1));
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const schedule = runnable?.policy.calendars["normal-business-hours"]?.schedules[0];
  return { closed: schedule?.closed ?? [], special: schedule?.special ?? [] };
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

describe("troth holidays", () => {
  describe("the United States, 2024 to 2028, beside the bundled list of what is observed from Monday to Friday", () => {
    const ours = calendarWith(bundled["holidays/us-federal.yaml"] ?? "").closed;
    const made = (types: string) => {
      const { stdout, exitCode } = run(`US --years 2024-2028 --types ${types}`);
      expect(exitCode).toBe(0);
      return { stdout, closed: calendarWith(stdout).closed };
    };
    type Days = typeof ours;
    const dates = (days: Days) => days.map(({ date }) => date).toSorted();
    const onWeekdays = (days: Days) => dates(days).filter((date) => !isWeekend(date));

    test("the same dates but one, which is not public by its rules, and it says so where it is missed", () => {
      const { stdout, closed } = made("public");
      expect(onWeekdays(closed)).toEqual(dates(ours).filter((date) => date !== "2028-11-10"));
      expect(stdout).toContain(
        "  2028-11-11: Veterans Day # a Saturday; 2028-11-10 in its place is a bank holiday: add it if you close\n",
      );
      expect(stdout.match(/^ {2}2.* # /gm)).toHaveLength(1);
    });

    test("with bank holidays the same dates all, substitutes named as such", () => {
      const { closed } = made("public,bank");
      expect(onWeekdays(closed)).toEqual(dates(ours));
      const named = (days: Days, end: string) => dates(days.filter(({ name }) => name?.endsWith(end)));
      expect(named(closed, "(substitute day)")).toEqual(named(ours, "(observed)"));
    });

    test("the holiday itself stands beside its substitute, for desks that are open on weekends", () => {
      const weekends = made("public").closed.filter(({ date }) => isWeekend(date));
      expect(weekends.map(({ date, name }) => [date, name])).toEqual([
        ["2026-07-04", "Independence Day"],
        ["2027-06-19", "Juneteenth"],
        ["2027-07-04", "Independence Day"],
        ["2027-12-25", "Christmas Day"],
        ["2028-01-01", "New Year's Day"],
        ["2028-11-11", "Veterans Day"],
      ]);
    });
  });

  test("what it prints is a sound list: troth check takes it in place of the bundled one", () => {
    const list = run("DE-BE --years 2026-2028 --types public,bank --lang en --open 09:00").stdout;
    const { stdout, exitCode } = check.run(["made", "--json"], around({}, { made: withList(list) }));
    expect(exitCode).toBe(0);
    const about = (findings: { file: string }[]) =>
      findings.filter(({ file }) => file.startsWith("holidays/"));
    expect(about(JSON.parse(stdout).findings)).toEqual([]);
    expect(list).toMatch(/^name: Public holidays, Germany, Berlin$/m);
    expect(list).toMatch(/^source: date-holidays 3\.\d+\.\d+, https:/m);
    expect(list).toMatch(/^through: 2028-12-31$/m);
    expect(list).toMatch(/^ {2}2026-03-08: International Women's Day$/m);
  });

  test("half a day has hours of its own when it is told when the desk opens; else it is a comment to fill in", () => {
    const line = "AT --years 2026 --types public,bank --lang en";
    const half = { date: "2026-12-24", name: "Christmas Eve", hours: [["09:00", "14:00"]] };
    expect(calendarWith(run(`${line} --open 09:00`).stdout).special).toContainEqual(half);
    const open = run(line).stdout;
    expect(open).toContain(
      '\n  # 2026-12-24: { name: "Christmas Eve", open: "HH:MM-14:00" } # closed from 14:00: put',
    );
    expect(calendarWith(open).special).toEqual([]);
    const filled = open.replace(
      '# 2026-12-24: { name: "Christmas Eve", open: "HH:MM',
      '2026-12-24: { name: "Christmas Eve", open: "09:00',
    );
    expect(calendarWith(filled).special).toContainEqual(half);
    expect(run(`${line} --open 15:00`).stdout).toContain("\n  2026-12-24: Christmas Eve # bank holiday\n");
  });

  test("what a person must decide stands behind the day: by the moon, on a weekend, only for some", () => {
    expect(run("TR --years 2026 --lang en").stdout).toMatch(
      /^ {2}2026-03-20: .* # by the moon: may move by a day/m,
    );
    expect(run("GB --years 2026-2027").stdout).not.toContain("no day in its place");
    expect(run("JP --years 2026 --lang en --types public,bank").stdout).toMatch(
      /^ {2}2026-01-03: January 3rd # bank holiday; a Saturday; no day in its place is known$/m,
    );
    expect(run("US --years 2026").stdout).toContain("# - US has 51 parts with days of their own");
  });

  test("days around New Year stand in their own year, whichever year's holiday they are of", () => {
    const first = run("SZ --years 2027 --lang en").stdout;
    expect(first).toMatch(/^ {2}2027-01-02: /m);
    expect(first).toMatch(/^ {2}2027-12-31: /m);
    // Kept on the Monday under its own name.
    expect(first).toContain("  2027-12-26: Boxing Day\n  2027-12-27: Boxing Day\n");
    expect(first).not.toMatch(/2028-\d\d-\d\d:/);
    expect(run("US --years 2027").stdout).toContain("  2027-12-31: New Year's Day (substitute day)\n");
    expect(run("US --years 2028").stdout).not.toContain("2027-12-31:");
  });

  test("whatever country it knows, the list is sound, each date once and in order", () => {
    const countries = Object.keys(new Holidays().getCountries());
    expect(countries.length).toBeGreaterThan(190);
    const lists = countries.map((country) => {
      const { stdout, stderr } = run(`${country} --years 2027 --types public,bank --open 09:00`);
      expect(stderr).toBe("");
      const days = [...stdout.matchAll(/^ {2}(2027-\d\d-\d\d):/gm)].map(([, date = ""]) => date);
      expect([country, days]).toEqual([country, [...new Set(days)].toSorted((a, b) => a.localeCompare(b))]);
      return [`holidays/${country.toLowerCase()}.yaml`, stdout] as const;
    });
    // A folder takes a hundred files; nobody closes for more lists than that.
    const portions = Array.from({ length: Math.ceil(lists.length / 50) }, (_, index) =>
      Object.fromEntries(lists.slice(index * 50, index * 50 + 50)),
    );
    const about = portions
      .flatMap((some) => compilePolicy({ ...bundled, ...some }, Date.UTC(2026, 6, 1)).findings)
      .filter(({ file }) => file.startsWith("holidays/"));
    expect(new Set(about.map(({ code }) => code))).toEqual(new Set(["holidays-unused"]));
    expect(about).toHaveLength(lists.length);
  });

  test.each([
    ["UK --years 2026", "There is no country “UK”. Did you mean GB (United Kingdom)?"],
    ["Germny --years 2026", "There is no country “Germny”. Did you mean DE (Germany)?"],
    ["DE-XX --years 2026", "There is no region of Germany “XX”. Known: BB, BE, BW, "],
    ["DE-BY-Z --years 2026", "There is no part of Germany, Bayern “Z”. Did you mean A (Stadt Augsburg)?"],
    ["DE-BY-A-B --years 2026", "has too many parts"],
    ["--years 2026", "Name the country"],
    ["US CA --years 2026", "One place at a time; “CA” is too much."],
    ["US", "--years is missing."],
    ["US --years soon", "--years is written like 2026-2028; “soon” is not."],
    ["US --years 2028-2026", "The years go backwards; did you mean --years 2026-2028?"],
    ["US --years 1969-1975", "from 1970 to 2100"],
    ["US --years 2090-2101", "from 1970 to 2100"],
    ["US --years 2026-2046", "21 years are too many to review; ask for 20 at most."],
    ["US --years 2026 --types publi", "There is no type “publi”. Known: public, "],
    [
      "US --years 2026 --lang tlh",
      "There are no names in “tlh” for United States of America. Known: en-us, en.",
    ],
    ["US --years 2026 --open 9", "--open is a time such as 09:00"],
    ["US --years 2026 --year 2027", "Did you mean --years?"],
  ])("wrong use: troth holidays %s", (line, says) => {
    const { stdout, stderr, exitCode } = run(line);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
  });

  test("prints help with an example, and the days as JSON", () => {
    expect(run("--help")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining("Examples:\n  troth holidays US"),
    });
    expect(JSON.parse(run("US --years 2026 --json").stdout)).toMatchObject({
      through: "2026-12-31",
      days: { length: 12 },
    });
  });

  test("no other command pays for loading it: one file imports it, and only when it is asked for", () => {
    const sources = join(import.meta.dirname, "..");
    const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) =>
      /(?<!test|fixture)\.ts$/.test(name),
    );
    const importing = (pattern: RegExp) =>
      files
        .filter((name) => pattern.test(readFileSync(join(sources, name), "utf8")))
        .map((name) => name.split("/")[0]);
    expect(new Set(importing(/"date-holidays/))).toEqual(new Set(["holidays"]));
    expect(importing(/^import[^;]*"\.\/holidays\//m)).toEqual([]);
    expect(importing(/await import\("\.\/holidays\/holidays\.ts"\)/)).toEqual(["main.ts"]);
  });
});
