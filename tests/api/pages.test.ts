import { FAIL_STATUS } from "@troth/contract";
import { describe, expect, test } from "vitest";
import { problemIn } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";

const world = useCast();
const BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
const GERMAN = { ...BROWSER, "accept-language": "de-DE,de;q=0.9,en;q=0.5" };

async function visit(path: string, headers: Record<string, string> = BROWSER) {
  const answer = await fetch(world().origin + path, { headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const isPage = ({ headers }: { headers: Headers }) => headers.get("content-type")?.startsWith("text/html");

describe("an address that does not exist", () => {
  test.each(["/nope", "/support/1999", "/v1/nope", "/problems/nope", "/%zz"])(
    "%s shows a browser a page with a way on, without a script",
    async (path) => {
      const page = await visit(path);
      expect(page.status).toBe(path === "/%zz" ? 400 : 404);
      expect(isPage(page)).toBe(true);
      expect(page.text).toMatch(/^<!doctype html>\n<html lang="en">/);
      expect(page.text).toContain('<a href="/support">');
      expect(page.text).toContain('<a href="/portal/">');
      expect(page.text).not.toMatch(/<script|\son\w+=/);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
      expect(page.headers.get("vary")).toContain("accept");
    },
  );

  test("speaks German with whoever prefers it", async () => {
    const page = await visit("/support/1999", GERMAN);
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain("<h1>Nicht gefunden</h1>");
    expect(page.text).toContain("Diese Fassung der Support-Regeln gibt es nicht.");
    expect(page.text).not.toMatch(/Skip|There is|Ways on/);
  });

  test("shows nothing of a hostile address as HTML", async () => {
    expect((await visit("/support/%3Cimg%20src=x%3E")).text).not.toContain("<img");
  });

  test.each([{ accept: "application/json" }, { accept: "*/*" }, {}])(
    "answers a program that accepts %o with a problem",
    async (headers) => {
      expect(problemIn(await visit("/nope", headers)).code).toBe("missing");
    },
  );

  test("the API's own routes answer a browser as everybody", async () => {
    expect(problemIn(await visit("/v1/me")).code).toBe("unauthenticated");
  });
});

describe("the type of a problem", () => {
  test("leads to a page that says what it is and what to do, for every code, in both languages", async () => {
    for (const [code, status] of Object.entries(FAIL_STATUS)) {
      for (const [lang, headers] of [
        ["en", BROWSER],
        ["de", GERMAN],
      ] as const) {
        const page = await visit(`/problems/${code}`, headers);
        expect([page.status, isPage(page)]).toEqual([200, true]);
        expect(page.text).toContain(`<html lang="${lang}">`);
        expect(page.text).toContain(`${code}, `);
        expect(page.text).toContain(String(status));
      }
    }
  });

  test("is that address, and its title the page's", async () => {
    const { type, title } = problemIn(await visit("/v1/me"));
    expect((await visit(type)).text).toContain(`<h1>${title}</h1>`);
  });
});

describe("the public year of a calendar", () => {
  const path = "/support/calendars/normal-business-hours/2026";

  test("shows holidays by name, clock changes and open hours without a script, and is linked from the support page", async () => {
    const page = await visit(path);
    expect([page.status, isPage(page)]).toEqual([200, true]);
    expect(page.text).toContain("New York, Mon to Fri 09:00–17:00. 2,000 open hours in 2026.");
    expect(page.text).toContain('<time datetime="2026-07-03">Fri 3 Jul</time> Independence Day (observed)');
    expect(page.text).toContain("clocks go back by 1 h");
    expect(page.text.match(/<th scope="row">/g)).toHaveLength(24);
    expect(page.text).not.toMatch(/<script|\son\w+=/);
    expect((await visit("/support")).text).toContain('href="/support/calendars/normal-business-hours"');
  });

  test("is of this year without one, and says so of a year beyond the list of holidays", async () => {
    expect((await visit("/support/calendars/normal-business-hours")).status).toBe(200);
    expect((await visit(path.replace("2026", "2029"))).text).toContain(
      "The list of holidays ends on Sun, 31 Dec 2028",
    );
  });

  test("speaks German with whoever prefers it, the calendar's own words marked as English", async () => {
    const page = await visit(path, GERMAN);
    expect(page.headers.get("vary")).toContain("accept-language");
    expect(page.text).toContain('<html lang="de">');
    expect(page.text).toContain("2.000 offene Stunden im Jahr 2026.");
    expect(page.text).toContain('<span lang="en">Independence Day (observed)</span>');
  });

  test("of round the clock needs no table", async () => {
    const page = await visit("/support/calendars/always");
    expect(page.text).toContain("Open round the clock, every day of the year.");
    expect(page.text).not.toContain("<table");
  });

  test.each([
    "/support/calendars/nobody",
    "/support/calendars/__proto__",
    `${path}x`,
    path.replace("2026", "2400"),
  ])("%s is not there", async (address) => expect((await visit(address)).status).toBe(404));
});

test("a sentence of the API is marked as English on a German page", async () => {
  const page = await visit("/%zz", GERMAN);
  expect(page.text).toMatch(/<span lang="en">The request could not be read/);
});
