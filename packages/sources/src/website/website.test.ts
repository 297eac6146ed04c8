import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { NEVER, type Round, type SourceState } from "../source.ts";
import { after, NOW, refreshed } from "../testing/round-for-tests.ts";
import { fetchFor, type Reply, serveSite } from "../testing/site-for-tests.ts";
import { type WebsiteSettings, website } from "./website.ts";

type Pages = Record<string, string | Reply>;
const textAt = (pages: Pages, path: string): string => {
  const page = pages[path];
  return typeof page === "string" ? page : expect.fail(`${path} is no text`);
};
const html = (words: string, head = ""): string =>
  `<html><head>${head}</head><body><nav><a href="/docs/">Docs</a></nav><main>${words}</main></body></html>`;
const sitemap = (origin: string, ...paths: string[]): string =>
  `<?xml version="1.0"?><urlset>${paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join("")}</urlset>`;
const index = (origin: string, ...paths: string[]): string =>
  `<sitemapindex>${paths.map((path) => `<sitemap><loc>${origin}${path}</loc></sitemap>`).join("")}</sitemapindex>`;

/** A docs site whose pages a test changes between two refreshes; it knows `ETag`. */
async function docsSite(pages: Pages) {
  const site = await serveSite(({ url = "", headers }) => {
    const page = pages[url];
    if (page === undefined) return undefined;
    const reply = typeof page === "string" ? { body: page } : page;
    const etag = `"${Buffer.byteLength(String(reply.body ?? ""))}-${String(reply.body ?? "").slice(-40).length}"`;
    if (typeof page !== "string") return reply;
    if (headers["if-none-match"] === etag) return { status: 304, headers: { etag } };
    return { ...reply, headers: { etag } };
  });
  const fetch = fetchFor([site]);
  const settings = { start: `${site.origin}/docs/`, delayMs: 0, backoffMs: 1 };
  const look = (
    before: SourceState = NEVER,
    round: Partial<Round> = {},
    more: Partial<WebsiteSettings> = {},
  ) => {
    site.asked.length = 0;
    return refreshed(website({ ...settings, ...more }), before, { fetch, ...round });
  };
  return { ...site, pages, look };
}

const ten = Array.from({ length: 10 }, (_, at) => `/docs/page-${at}`);

describe("a docs site with a sitemap", () => {
  const built = async () => {
    const pages: Pages = {};
    const site = await docsSite(pages);
    pages["/sitemap.xml"] = sitemap(site.origin, ...ten, "/blog/other", "/docs/page-0#part");
    for (const path of ten)
      pages[path] = html(`<h1>Page ${path}</h1><p>Words</p><h2 id="more">More</h2><p>x</p>`);
    pages["/blog/other"] = html("<p>Other</p>");
    return site;
  };

  test("is read page by page, and nothing beyond where it starts", async () => {
    const { look, asked, origin, headers } = await built();
    const { put, state, end } = await look();
    expect(put).toEqual(ten.map((path) => path.slice(1)));
    expect(state.pages.get("docs/page-3")).toMatchObject({ address: `${origin}/docs/page-3` });
    expect(end).toMatchObject({ outcome: "whole", currentAt: NOW });
    expect(asked).not.toContain("GET /blog/other");
    expect(headers.every((one) => one["user-agent"]?.includes("https://support.example.com/contact"))).toBe(
      true,
    );
  });

  test("P018 two refreshes: changed pages are put, deleted ones and deleted sections are gone, unchanged ones are not even sent", async () => {
    const { look, pages, origin } = await built();
    const first = await look();
    pages["/docs/page-1"] = html("<h1>Page /docs/page-1</h1><p>Words</p>");
    pages["/docs/new"] = html("<h1>New</h1>");
    delete pages["/docs/page-2"];
    pages["/sitemap.xml"] = sitemap(origin, ...ten.filter((path) => !path.endsWith("2")), "/docs/new");
    const second = await look(first.state, { now: after(24) });
    expect([second.put, second.gone]).toEqual([["docs/new", "docs/page-1"], ["docs/page-2"]]);
    expect(second.state.pages.get("docs/page-1")?.sections).toHaveLength(1);
    expect(second.end).toMatchObject({
      outcome: "whole",
      currentAt: after(24),
      figures: { pages: 10, put: 2, unchanged: 8, gone: 1 },
    });
    const third = await look(second.state);
    expect(third.steps).toHaveLength(1);
  });

  test("a page that is there no longer though the sitemap still names it is gone, by 404 and 410", async () => {
    const { look, pages } = await built();
    const first = await look();
    delete pages["/docs/page-2"];
    pages["/docs/page-3"] = { status: 410 };
    expect((await look(first.state)).gone).toEqual(["docs/page-2", "docs/page-3"]);
  });

  test("another menu around a page changes nothing", async () => {
    const { look, pages } = await built();
    const first = await look();
    pages["/docs/page-1"] = textAt(pages, "/docs/page-1").replace(
      "<nav>",
      '<nav><a href="/docs/more">More menu</a>',
    );
    const { put, steps } = await look(first.state);
    expect(put).toEqual([]);
    expect(steps.map(({ kind }) => kind)).toEqual(["known", "end"]);
  });

  test.each([
    ["is down", (pages: Pages) => Object.keys(pages).forEach((path) => (pages[path] = { status: 503 }))],
    ["has robots.txt broken", (pages: Pages) => (pages["/robots.txt"] = { status: 500 })],
    [
      "has half a sitemap",
      (pages: Pages) => (pages["/sitemap.xml"] = textAt(pages, "/sitemap.xml").slice(0, 250)),
    ],
    ["has its sitemap broken", (pages: Pages) => (pages["/sitemap.xml"] = { status: 502 })],
  ])("that %s keeps all that was known", async (_, breaks) => {
    const { look, pages } = await built();
    const first = await look();
    breaks(pages);
    const { gone, end, state, notes } = await look(first.state, { now: after(48) });
    expect(gone).toEqual([]);
    expect(notes.some((note) => note.startsWith("not-reached"))).toBe(true);
    expect(end).toMatchObject({ outcome: "part", currentAt: NOW });
    expect(state.pages.size).toBe(10);
  });

  test("that is out of reach keeps all that was known, and is not asked again and again", async () => {
    const { look, pages, asked } = await built();
    const first = await look();
    for (const path of ten) pages[path] = { status: 500 };
    const { gone, end } = await look(first.state);
    expect([gone, end.outcome]).toEqual([[], "part"]);
    expect(asked.length).toBeLessThan(30);
  });

  test("that lost most of its pages at once keeps them until somebody says that it is meant", async () => {
    const { look, pages, origin } = await built();
    const first = await look();
    pages["/sitemap.xml"] = sitemap(origin, "/docs/page-0");
    const { gone, end, state } = await look(first.state);
    expect([gone, end.outcome, end.withheld.length]).toEqual([[], "suspicious", 9]);
    expect((await look(state, { acceptsLoss: true })).gone).toHaveLength(9);
  });

  test("is read from several sitemaps, packed ones too, that lead in circles", async () => {
    const { look, pages, origin, asked } = await built();
    pages["/robots.txt"] = `User-agent: *\nSitemap: ${origin}/maps/all.xml`;
    pages["/maps/all.xml"] = index(origin, "/maps/all.xml", "/maps/a.xml.gz", "/maps/b.xml");
    pages["/maps/b.xml"] = index(origin, "/maps/all.xml", "/maps/c.txt");
    pages["/maps/a.xml.gz"] = {
      headers: { "content-type": "application/gzip" },
      body: gzipSync(sitemap(origin, "/docs/page-1", "/docs/page-2")),
    };
    pages["/maps/c.txt"] = { headers: { "content-type": "text/plain" }, body: `${origin}/docs/page-3\n` };
    const { put, end } = await look();
    expect(put).toEqual(["docs/page-1", "docs/page-2", "docs/page-3"]);
    expect(end.outcome).toBe("whole");
    expect(asked.filter((one) => one.includes("all.xml"))).toHaveLength(1);
  });

  test.each([
    [
      "packed to a bomb",
      (origin: string) => gzipSync(sitemap(origin, "/docs/a") + " ".repeat(60 * 1_048_576)),
    ],
    [
      "of entities that would grow without end",
      () => '<!DOCTYPE x [<!ENTITY a "&a;&a;">]><urlset><url><loc>&a;</loc>',
    ],
    ["that names ever deeper ones", (origin: string) => index(origin, "/deep/1.xml")],
  ])("a sitemap %s does no harm", async (_, bodyOf) => {
    const { look, pages, origin } = await built();
    pages["/sitemap.xml"] = { body: bodyOf(origin) };
    for (let at = 1; at < 20; at++) pages[`/deep/${at}.xml`] = index(origin, `/deep/${at + 1}.xml`);
    pages["/deep/20.xml"] = sitemap(origin, "/docs/page-1");
    const { end } = await look();
    expect(end.outcome).toBe("part");
  });

  test("a page that wants to be known by another address is known by that", async () => {
    const { look, pages, origin } = await built();
    pages["/sitemap.xml"] = sitemap(origin, "/docs/old", "/docs/alone", "/docs/page-1", "/docs/page-1/");
    pages["/docs/old"] = html("<h1>Old</h1>", '<link rel="canonical" href="/docs/page-2">');
    pages["/docs/alone"] = html("<h1>Alone</h1>", '<link rel="canonical" href="/docs/not-there">');
    pages["/docs/page-1/"] = { status: 301, headers: { location: "/docs/page-1" } };
    const { put, end } = await look();
    expect(put).toEqual(["docs/alone", "docs/page-1", "docs/page-2"]);
    expect(end.outcome).toBe("whole");
  });
});

describe("a docs site without a sitemap", () => {
  const built = async () =>
    docsSite({
      "/docs/": html(
        '<h1>Docs</h1><p><a href="a">A</a> <a href="b.html#x">B</a> <a href="/blog/">Blog</a> <a href="a?sort=1">A</a>',
      ),
      "/docs/a": html(
        '<h1>A</h1><a href="/docs/deep/c">C</a><a href="https://elsewhere.example/">E</a><a href="x.png">',
      ),
      "/docs/b.html": html('<h1>B</h1><a rel="nofollow" href="/docs/secret">S</a><a href="/docs/">Docs</a>'),
      "/docs/deep/c": html('<h1>C</h1><a href="../a">A</a>'),
      "/docs/secret": html("<h1>Secret</h1>"),
      "/docs/unlinked": html("<h1>Unlinked</h1>"),
      "/blog/": html("<h1>Blog</h1>"),
    });

  test("is found by following its links, from where it starts and no further", async () => {
    const { look, asked } = await built();
    expect((await look()).put).toEqual(["docs", "docs/a", "docs/b", "docs/deep/c"]);
    expect(asked.toSorted()).toEqual(
      ["/docs/", "/docs/a", "/docs/b.html", "/docs/deep/c", "/robots.txt", "/sitemap.xml"].map(
        (path) => `GET ${path}`,
      ),
    );
  });

  test("goes on from pages that did not change, and what nothing leads to any more is gone", async () => {
    const { look, pages } = await built();
    const first = await look();
    expect((await look(first.state)).steps).toHaveLength(1);
    pages["/docs/a"] = html("<h1>A</h1><p>without C, which is still there</p>");
    const { put, gone } = await look(first.state);
    expect([put, gone]).toEqual([["docs/a"], ["docs/deep/c"]]);
  });

  test("does not call gone what only a page that could not be seen leads to", async () => {
    const { look, pages } = await built();
    const first = await look();
    pages["/docs/a"] = { status: 500 };
    const { gone, end } = await look(first.state);
    expect([gone, end.outcome]).toEqual([[], "part"]);
  });

  test("that never ends is left at the limit", async () => {
    const site = await serveSite(({ url = "" }) =>
      url.startsWith("/docs/")
        ? { body: html(`<h1>${url}</h1><a href="${url}x">on</a><a href="${url}y/z">on</a>`) }
        : undefined,
    );
    const source = website({ start: `${site.origin}/docs/`, delayMs: 0, backoffMs: 1, mostPages: 30 });
    const { put, end } = await refreshed(source, NEVER, { fetch: fetchFor([site]) });
    expect(put.length).toBeLessThanOrEqual(30);
    expect(end.outcome).toBe("part");
  });
});

describe("what a site asks of robots is kept", () => {
  test.each([
    ["by robots.txt", { "/robots.txt": "User-agent: *\nDisallow: /docs/b" }],
    ["by name", { "/robots.txt": "User-agent: Troth\nDisallow: /docs/b\n\nUser-agent: *\nAllow: /" }],
    ["by the page", { "/docs/b": html("<h1>B</h1>", '<meta name="robots" content="noindex">') }],
    [
      "by the page's header",
      { "/docs/b": { headers: { "x-robots-tag": "noindex" }, body: html("<h1>B</h1>") } },
    ],
    ["by a sign-in", { "/docs/b": { status: 401 } }],
  ])("a page refused %s is not read, and is gone if it was", async (_, more: Pages) => {
    const { look, pages, origin } = await docsSite({
      "/docs/a": html("<h1>A</h1>"),
      "/docs/b": html("<h1>B</h1>"),
    });
    pages["/sitemap.xml"] = sitemap(origin, "/docs/a", "/docs/b");
    const first = await look();
    expect(first.put).toEqual(["docs/a", "docs/b"]);
    Object.assign(pages, more);
    expect((await look(first.state)).gone).toEqual(["docs/b"]);
  });

  test("words for other robots are not for us", async () => {
    const header = { "x-robots-tag": "googlebot: noindex" };
    const { look } = await docsSite({
      "/robots.txt": "User-agent: Googlebot\nDisallow: /",
      "/docs/": { headers: header, body: html("<h1>A</h1>", '<meta name="googlebot" content="noindex">') },
    });
    expect((await look()).put).toEqual(["docs"]);
  });

  test("a crawl delay, and a wait that the site asks for", async () => {
    const { look, pages, asked } = await docsSite({ "/robots.txt": "User-agent: *\nCrawl-delay: 0.2" });
    let isBusy = true;
    Object.defineProperty(pages, "/docs/", {
      get: () => {
        const reply = isBusy ? { status: 429, headers: { "retry-after": "1" } } : html("<h1>A</h1>");
        isBusy = false;
        return reply;
      },
    });
    const begun = performance.now();
    expect((await look()).put).toEqual(["docs"]);
    expect(performance.now() - begun).toBeGreaterThan(1_000);
    expect(asked.filter((one) => one === "GET /docs/")).toHaveLength(2);
  });

  test("one who asks for an hour is left alone", async () => {
    const { look } = await docsSite({ "/docs/": { status: 429, headers: { "retry-after": "3600" } } });
    const { notes, end } = await look();
    expect(notes[0]).toMatch(/^rate-limit /);
    expect(end.outcome).toBe("part");
  });
});

describe("a page that is none", () => {
  const known = html("<h1>A</h1><p>Words</p>");
  test.each([
    [
      "leads inside",
      { status: 302, headers: { location: "http://169.254.169.254/latest/" } },
      "elsewhere",
      true,
    ],
    [
      "leads to another place",
      { status: 302, headers: { location: "https://example.com/" } },
      "elsewhere",
      true,
    ],
    ["leads in circles", { status: 302, headers: { location: "/docs/a" } }, "unreadable", false],
    ["is no page but a picture", { headers: { "content-type": "image/png" }, body: "x" }, "unreadable", true],
    ["is longer than 5 MB", { body: html(`<p>${"x".repeat(6_000_000)}`) }, "too-long", false],
    ["is nested without end", { body: "<div>".repeat(10_000) }, "unreadable", false],
    ["is made by a script", { body: '<div id="root"></div><script>render()</script>' }, "empty", false],
    ["may not be read", { status: 403 }, "not-reached", false],
    ["is broken", { status: 500 }, "not-reached", false],
  ])("because it %s is told; what was known stays unless it went away", async (_, reply, code, goes) => {
    const { look, pages, origin } = await docsSite({ "/docs/a": known, "/docs/b": known });
    pages["/sitemap.xml"] = sitemap(origin, "/docs/a", "/docs/b");
    const first = await look();
    pages["/docs/a"] = reply;
    const { notes, gone, state } = await look(first.state);
    expect(notes).toEqual([`${code} ${origin}/docs/a`]);
    expect(gone).toEqual(goes ? ["docs/a"] : []);
    expect(state.pages.size).toBe(goes ? 1 : 2);
  });
});
