import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Door, done, refused } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const MONDAY = "2026-03-02T15:00:00.000Z";
const clock = new TestClock(MONDAY);

/** A docs site of one page, on this machine. */
let isAway = false;
const site = createServer((request, response) => {
  if (isAway) return void request.socket.destroy();
  const isThere = request.url === "/docs/";
  response.writeHead(isThere ? 200 : 404, { "content-type": "text/html" });
  const page = "<main><h1>Bilby</h1><p>A bilby token lasts nine days.</p></main>";
  response.end(isThere ? `<html><head><title>Bilby tokens</title></head><body>${page}</body></html>` : "");
});
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
const portOf = () => (site.address() as AddressInfo).port;
beforeAll(() => new Promise<void>((ready) => void site.listen(0, "127.0.0.1", ready)));
afterAll(() => new Promise((closed) => void site.close(closed)));

const world = useCast({ clock, inside: () => `127.0.0.1:${portOf()}` });

beforeEach(() => clock.set(MONDAY));

const WITHIN = { timeout: 20_000, interval: 200 };
const admin = () => world().cast.deskAdmin;
const named = async (name: string) => {
  const { sources } = await done(admin(), "listSources", {});
  const found = sources.find((one) => one.name === name);
  if (!found) throw new Error(`There is no source ${name}.`);
  return found;
};
const ask = async (door: Door, question: string) =>
  (await done(door, "ask", { body: { question, surface: "portal" } })).answer;
const texts = async (question: string) => JSON.stringify((await ask(world().cast.free, question)).sentences);

async function docs(name: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(world().folder, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [page, text] of Object.entries(pages)) await writeFile(join(folder, `${page}.md`), text);
  return folder;
}

const folderSource = (name: string, folder: string) => ({
  name,
  place: {
    kind: "folder" as const,
    folder,
    addresses: { base: "https://docs.vendor.test/", names: "pages" as const },
  },
});

describe("P014 P015 sources of knowledge", () => {
  test("the support policy is one from the start, and follows what is in force", async () => {
    await expect.poll(async () => (await named("Support policy")).pages, WITHIN).toBe(1);
    expect(await named("Support policy")).toMatchObject({
      isOwn: true,
      pages: 1,
      isStale: false,
      kind: "policy",
    });
  });

  test("a folder of docs is read at once; what changes there is answered after a day, what goes is gone", async () => {
    const folder = await docs("manual", {
      quokka: "# Quokka limit\n\n## How many\n\nThe quokka limit is forty rows a minute.",
      numbat: "# Numbat export\n\nThe numbat export writes a file of rows each night.",
    });
    await done(admin(), "addSource", { body: folderSource("Manual", folder) });
    await expect.poll(async () => (await named("Manual")).pages, WITHIN).toBe(2);
    const answer = await ask(world().cast.free, "What is the quokka limit in rows a minute?");
    expect(answer.sentences.map(({ text }) => text)).toContain("The quokka limit is forty rows a minute.");
    expect(answer.places[0]).toMatchObject({
      href: "https://docs.vendor.test/quokka#how-many",
      source: "Manual",
    });

    await writeFile(
      join(folder, "quokka.md"),
      "# Quokka limit\n\n## How many\n\nThe quokka limit is ninety rows a minute.",
    );
    await rm(join(folder, "numbat.md"));
    clock.set("2026-03-03T16:00:00.000Z");
    await expect
      .poll(() => texts("What is the quokka limit in rows a minute?"), WITHIN)
      .toContain("ninety rows");
    expect(await texts("When is the numbat export written?")).not.toContain("numbat");
    expect(await named("Manual")).toMatchObject({
      pages: 1,
      currentAt: "2026-03-03T16:00:00.000Z",
      isStale: false,
    });
  });

  test("a docs site is read over the network; one that is away keeps what it said, and its age is on show", async () => {
    const start = `http://127.0.0.1:${portOf()}/docs/`;
    await done(admin(), "addSource", { body: { name: "Site", place: { kind: "website", start } } });
    await expect.poll(async () => (await named("Site")).outcome, WITHIN).not.toBeNull();
    expect(await named("Site")).toMatchObject({ pages: 1 });
    expect(await texts("How long does a bilby token last?")).toContain("nine days");
    isAway = true;
    clock.set("2026-03-03T16:00:00.000Z");
    await expect.poll(async () => (await named("Site")).attemptedAt, WITHIN).toBe("2026-03-03T16:00:00.000Z");
    expect(await named("Site")).toMatchObject({ pages: 1, currentAt: MONDAY, isStale: true });
    expect(await texts("How long does a bilby token last?")).toContain("nine days");
  });

  test("most of a source gone at once is withheld until somebody says that it is meant", async () => {
    const pages = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`page-${at}`, `# Page ${at}\n\nWords of page ${at}.`]),
    );
    const folder = await docs("shrinking", pages);
    const { id } = await done(admin(), "addSource", { body: folderSource("Shrinking", folder) });
    await expect.poll(async () => (await named("Shrinking")).pages, WITHIN).toBe(12);
    await docs("shrinking", { "page-1": "# Page 1\n\nWords of page 1." });
    await done(admin(), "refreshSource", { params: { source: id }, body: {} });
    await expect.poll(async () => (await named("Shrinking")).outcome, WITHIN).toBe("suspicious");
    expect(await named("Shrinking")).toMatchObject({ pages: 12, withheld: 11 });
    await done(admin(), "refreshSource", { params: { source: id }, body: { acceptsLoss: true } });
    await expect.poll(async () => (await named("Shrinking")).pages, WITHIN).toBe(1);
  });
});

describe("kept by leads and administrators", () => {
  test("changed, paused and taken away, each at the version that was read", async () => {
    const folder = await docs("kept", { kept: "# Potoroo\n\nA potoroo is small." });
    const { id } = await done(admin(), "addSource", {
      body: { ...folderSource("Kept", folder), secret: "s3cret" },
    });
    const params = { source: id };
    const { version, hasSecret } = await named("Kept");
    expect(hasSecret).toBe(true);
    const paused = { ...folderSource("Kept still", folder), isPaused: true, version };
    await done(admin(), "changeSource", { params, body: paused });
    expect(await named("Kept still")).toMatchObject({ isPaused: true, nextAt: null, hasSecret: true });
    expect(await refused(admin(), "changeSource", { params, body: paused })).toMatchObject({
      status: 409,
      reason: "source-changed",
    });
    expect(await refused(admin(), "refreshSource", { params, body: {} })).toMatchObject({
      reason: "source-paused",
    });
    await done(admin(), "dropSource", { params, query: { version: version + 1 } });
    await expect(named("Kept still")).rejects.toThrow("There is no source");
    expect(await texts("What is a potoroo?")).not.toContain("potoroo is small");
  });

  test("T40 nobody reads another folder of the machine, and the desk's own source stays", async () => {
    const body = folderSource("Secrets", "/etc");
    expect(await refused(admin(), "addSource", { body })).toMatchObject({
      status: 422,
      reason: "folder-not-allowed",
    });
    const climbing = folderSource("Climbing", join(world().folder, "..", "elsewhere"));
    expect((await refused(admin(), "addSource", { body: climbing })).status).toBe(422);
    const own = await named("Support policy");
    const drop = { params: { source: own.id }, query: { version: own.version } };
    expect(await refused(admin(), "dropSource", drop)).toMatchObject({ reason: "source-own" });
    for (const door of [world().cast.agent, world().cast.owner, world().cast.visitor])
      expect((await refused(door, "addSource", { body })).status).toBeGreaterThanOrEqual(401);
  });

  test.for([
    [{ name: "  ", place: { kind: "feed", address: "https://x.test/feed" } }, "name"],
    [{ name: "A", place: { kind: "feed", address: "javascript:alert(1)" } }, "place.address"],
    [{ name: "A", place: { kind: "github", repository: "../../etc" } }, "place.repository"],
    [{ name: "A", place: { kind: "website", start: "https://x.test/" }, everyHours: 0.01 }, "everyHours"],
    [{ name: "A", place: { kind: "tape" } }, "place.kind"],
  ] as const)("what cannot be a source is refused at its field: %j", async ([body, path]) => {
    const problem = await refused(admin(), "addSource", { body });
    expect(problem).toMatchObject({ status: 422, fields: [{ path }] });
  });
});
