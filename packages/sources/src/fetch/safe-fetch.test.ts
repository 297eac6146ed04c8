import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fetchFor, serveSite } from "../testing/site-for-tests.ts";
import type { Resolve } from "./connect.ts";
import { safeFetch } from "./safe-fetch.ts";
import { Unfetched, type Why } from "./unfetched.ts";

const whyOf = async (came: Promise<unknown>): Promise<Why> => {
  const error = await came.then(
    () => expect.fail("something came"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Unfetched);
  return error instanceof Unfetched ? error.why : expect.fail();
};
const MEGABYTE = 1_048_576;

describe("an address that leads inside is refused", () => {
  const { fetch } = safeFetch({ userAgent: "test" });

  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://0/",
    "http://127。0。0。1/",
    "http://①②⑦.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "http://10.0.0.1/",
    "https://user:password@example.com/",
    "https://@127.0.0.1/",
    "http://8.8.8.8:22/",
    "http://8.8.8.8:8080/",
    "file:///etc/passwd",
    "ftp://example.com/",
    "gopher://example.com/",
    "data:text/html,hello",
    "javascript:alert(1)",
    "no address",
    "",
    "//example.com",
  ])("%s", async (address) => {
    expect(await whyOf(fetch(address))).toBe("refused");
  });

  test("and so is a name that stands for an inside address, or for one beside a public one", async () => {
    const names: Record<string, readonly string[]> = {
      "inside.example": ["10.0.0.1"],
      "inside.example.": ["10.0.0.1"],
      "both.example": ["8.8.8.8", "127.0.0.1"],
      "none.example": [],
    };
    const resolve: Resolve = async (name) =>
      (names[name] ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const { fetch: own } = safeFetch({ userAgent: "test", resolve });
    expect(await whyOf(own("http://inside.example/"))).toBe("refused");
    expect(await whyOf(own("http://inside.example./"))).toBe("refused");
    expect(await whyOf(own("https://both.example/"))).toBe("refused");
    expect(await whyOf(own("https://none.example/"))).toBe("unreachable");
  });

  test("a name that means something else a moment later is connected to where it was checked", async () => {
    const site = await serveSite(() => ({ body: "docs", headers: { connection: "close" } }));
    let asked = 0;
    const rebind: Resolve = async () => [{ address: asked++ === 0 ? "127.0.0.1" : "10.9.9.9", family: 4 }];
    const own = fetchFor([], {
      allowed: [`127.0.0.1:${site.port}`, `docs.example:${site.port}`],
      resolve: rebind,
    });
    const address = `http://docs.example:${site.port}/`;
    expect((await own(address)).bytes.toString()).toBe("docs");
    expect(asked).toBe(1);
    const strict = fetchFor([], {
      allowed: [`127.0.0.1:${site.port}`],
      resolve: async () => [{ address: "10.9.9.9", family: 4 }],
    });
    expect(await whyOf(strict(address))).toBe("refused");
  });

  test("the sentence tells nothing of what lies behind", () => {
    expect(new Unfetched("refused").message).not.toMatch(/127|10\.|port|loopback/);
  });
});

describe("a redirect", () => {
  test.each([
    ["to an inside address", "http://10.0.0.1/", "refused"],
    ["to the cloud's own address", "http://169.254.169.254/latest/", "refused"],
    ["to a file", "file:///etc/passwd", "refused"],
    ["with a name and password", "http://a:b@example.com/", "refused"],
    ["to nowhere", "http://[", "unreadable"],
  ])("%s is not followed, though the source lets it go anywhere", async (_, location, why) => {
    const site = await serveSite(() => ({ status: 302, headers: { location } }));
    const fetch = fetchFor([site]);
    expect(await whyOf(fetch(site.origin, { mayGoTo: () => true }))).toBe(why);
  });

  test("to another origin is not followed unless the source says so, and no token goes along", async () => {
    const other = await serveSite(() => ({ body: "other" }));
    const site = await serveSite(() => ({ status: 301, headers: { location: `${other.origin}/x` } }));
    const fetch = fetchFor([site, other]);
    const headers = { authorization: "Bearer secret" };
    expect(await whyOf(fetch(site.origin, { headers }))).toBe("elsewhere");
    expect(other.asked).toEqual([]);
    const answer = await fetch(site.origin, { headers, mayGoTo: () => true });
    expect(answer.address.href).toBe(`${other.origin}/x`);
    expect(site.headers.map(({ authorization }) => authorization)).toEqual([
      "Bearer secret",
      "Bearer secret",
    ]);
    expect(other.headers[0]?.authorization).toBeUndefined();
  });

  test("within its origin is followed, one without end is not", async () => {
    const site = await serveSite(({ url }) => {
      if (url === "/old") return { status: 308, headers: { location: "new" } };
      if (url === "/new") return { body: "here" };
      return { status: 302, headers: { location: `${url}1` } };
    });
    const fetch = fetchFor([site]);
    expect((await fetch(`${site.origin}/old`)).bytes.toString()).toBe("here");
    expect(await whyOf(fetch(`${site.origin}/loop`))).toBe("too-many-redirects");
    expect(site.asked.length).toBe(2 + 6);
  });
});

describe("what is too long or too slow is let go", () => {
  test("a page of 1 GB is cut off while it streams", async () => {
    let sent = 0;
    const site = await serveSite((_, response) => {
      const chunk = Buffer.alloc(MEGABYTE, "a");
      response.writeHead(200, { "content-type": "text/html" });
      const more = (): void => {
        while (sent < 1_024 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) return void response.once("drain", more);
        }
        response.end();
      };
      more();
      return undefined;
    });
    expect(await whyOf(fetchFor([site])(site.origin))).toBe("too-long");
    expect(sent).toBeLessThan(40);
  });

  test("one that says it is so long is not read at all", async () => {
    const site = await serveSite((_, response) => {
      response.writeHead(200, { "content-length": "1000000000" });
      response.write("a");
      return undefined;
    });
    expect(await whyOf(fetchFor([site])(site.origin))).toBe("too-long");
  });

  test.each([
    ["gzip", gzipSync(Buffer.alloc(200 * MEGABYTE))],
    ["br", brotliCompressSync(Buffer.alloc(200 * MEGABYTE))],
  ])("a small one that unpacks to 200 MB by %s is let go at its limit", async (encoding, body) => {
    expect(body.length).toBeLessThan(MEGABYTE);
    const site = await serveSite(() => ({ headers: { "content-encoding": encoding }, body }));
    const before = process.memoryUsage.rss();
    expect(await whyOf(fetchFor([site])(site.origin))).toBe("too-long");
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MEGABYTE);
  });

  test("one that never answers, and one that never ends", async () => {
    const site = await serveSite(({ url }, response) => {
      response.writeHead(200);
      if (url === "/drip") {
        const drip = setInterval(() => response.write("a"), 20);
        response.once("close", () => clearInterval(drip));
      } else response.write("a");
      return undefined;
    });
    const fetch = fetchFor([site], { idleMs: 1_000, totalMs: 1_500 });
    expect(await whyOf(fetch(`${site.origin}/silent`))).toBe("too-slow");
    expect(await whyOf(fetch(`${site.origin}/drip`))).toBe("too-slow");
  });

  test("what breaks off, and what is not packed as it says", async () => {
    const site = await serveSite(({ url }, response) => {
      if (url === "/broken") return { headers: { "content-encoding": "gzip" }, body: "no gzip" };
      if (url === "/strange") return { headers: { "content-encoding": "zstd-x" }, body: "?" };
      response.writeHead(200, { "content-length": "100" });
      response.write("a");
      setImmediate(() => response.destroy());
      return undefined;
    });
    const fetch = fetchFor([site]);
    expect(await whyOf(fetch(`${site.origin}/cut`))).toBe("unreachable");
    expect(await whyOf(fetch(`${site.origin}/broken`))).toBe("unreadable");
    expect(await whyOf(fetch(`${site.origin}/strange`))).toBe("unreadable");
  });
});

test("what comes packed is unpacked, and says who asks", async () => {
  const site = await serveSite(() => ({ headers: { "content-encoding": "gzip" }, body: gzipSync("hello") }));
  const answer = await fetchFor([site])(site.origin);
  expect(answer.bytes.toString()).toBe("hello");
  expect(site.headers[0]?.["user-agent"]).toBe("Troth (+https://support.example.com/contact)");
});

test("whoever asked may call it off", async () => {
  const site = await serveSite((_, response) => {
    response.writeHead(200);
    response.write("a");
    return undefined;
  });
  const off = new AbortController();
  const came = fetchFor([site])(site.origin, { signal: off.signal });
  setTimeout(() => off.abort(), 50);
  await expect(came).rejects.toThrow(/abort/i);
});
