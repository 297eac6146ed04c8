import { describe, expect, test } from "vitest";
import { NEVER } from "../source.ts";
import { after, refreshed } from "../testing/round-for-tests.ts";
import { fetchFor, type Reply, serveSite } from "../testing/site-for-tests.ts";
import { feed } from "./feed.ts";

const ATOM = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><id>tag:1</id><title type="html">Branches &amp;amp; copies</title><link rel="self" href="/x"/><link href="/news/one"/>
<updated>2026-11-20T10:00:00Z</updated><content type="html">&lt;h2&gt;What&lt;/h2&gt;&lt;p&gt;A &lt;b&gt;new&lt;/b&gt; thing&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</content></entry>
<entry><id>tag:2</id><title>Two</title><link href="javascript:alert(1)"/><updated>2026-11-21T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>In <i>XHTML</i></p></div></content></entry></feed>`;
const RSS = `<rss version="2.0"><channel><title>News</title><link>https://x.example/</link>
<item><title>One</title><link>https://news.example.com/one</link><pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
<description>short</description><content:encoded><![CDATA[<p>A <b>long</b> text</p>]]></content:encoded></item></channel></rss>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  items: [
    {
      id: "1",
      url: "https://news.example.com/one",
      title: "One",
      content_text: "1 < 2\n\nYes",
      date_published: "2026-11-20",
    },
    "no entry",
  ],
});

async function newsAt(first: string) {
  let reply: Reply | string = first;
  const site = await serveSite(({ headers }) => {
    if (typeof reply !== "string") return reply;
    if (headers["if-none-match"] === `"${reply.length}"`) return { status: 304 };
    return { headers: { etag: `"${reply.length}"`, "content-type": "application/xml" }, body: reply };
  });
  const source = feed({ address: `${site.origin}/feed`, keepsDays: 10 });
  const fetch = fetchFor([site]);
  return {
    ...site,
    becomes: (next: Reply | string) => (reply = next),
    look: (before = NEVER, now = after(0)) => refreshed(source, before, { fetch, now }),
  };
}

describe("a feed", () => {
  test("of Atom is read entry by entry, by its own address, without scripts", async () => {
    const { look, origin } = await newsAt(ATOM);
    const { steps, state } = await look();
    expect(steps).toMatchObject([
      {
        page: {
          id: "news/one",
          title: "Branches & copies",
          sections: [{ heading: "What", anchor: null, blocks: [{ text: "A new thing" }] }],
        },
        known: { address: `${origin}/news/one`, changedAt: Date.UTC(2026, 10, 20, 10) },
      },
      {
        page: { title: "Two", sections: [{ blocks: [{ text: "In XHTML" }] }] },
        known: { address: `${origin}/feed` },
      },
      { outcome: "whole" },
    ]);
    expect(state.pages.size).toBe(2);
  });

  test.each([
    ["RSS", RSS, ["A long text"]],
    ["JSON Feed", JSON_FEED, ["1 < 2", "Yes"]],
  ])("of %s too", async (_, text, words) => {
    const { steps } = await (await newsAt(text)).look();
    expect(steps[0]).toMatchObject({
      page: { id: "one", title: "One", sections: [{ blocks: words.map((word) => ({ text: word })) }] },
      known: { address: "https://news.example.com/one" },
    });
  });

  test("that did not change is not even sent; an entry that left it stays until it is old", async () => {
    const { look, becomes } = await newsAt(ATOM);
    const first = await look();
    const second = await look(first.state, after(24));
    expect(second.steps).toMatchObject([{ outcome: "whole", currentAt: after(24) }]);
    becomes(ATOM.replace(/<entry>[\s\S]*?<\/entry>/, ""));
    expect((await look(second.state)).gone).toEqual([]);
    expect((await look(second.state, after(24 * 8))).gone).toEqual(["news/one"]);
  });

  test.each([
    ["is cut off", ATOM.slice(0, 500), "unreadable"],
    ["became a page", "<html><body>Moved</body></html>", "unreadable"],
    ["is broken JSON", '{"version"', "unreadable"],
    ["is away", { status: 503 }, "not-reached"],
    ["leads inside", { status: 302, headers: { location: "http://10.0.0.1/" } }, "elsewhere"],
    ["is too long", { body: "x".repeat(6_000_000) }, "too-long"],
  ])("that %s keeps all that was known", async (_, reply, code) => {
    const { look, becomes, origin } = await newsAt(ATOM);
    const first = await look();
    becomes(reply);
    const { notes, gone, end } = await look(first.state);
    expect([notes, gone, end.outcome]).toEqual([[`${code} ${origin}/feed`], [], "part"]);
  });
});
