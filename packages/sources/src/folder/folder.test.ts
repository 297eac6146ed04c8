import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NEVER } from "../source.ts";
import { after, NOW, refreshed } from "../testing/round-for-tests.ts";
import { folder } from "./folder.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "troth-folder-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(root, "docs", path)), { recursive: true });
  writeFileSync(join(root, "docs", path), text);
};
const docs = (more = {}) =>
  folder({
    folder: join(root, "docs"),
    addresses: { base: "https://docs.example.com/docs/", names: "pages" },
    ...more,
  });

describe("a folder of Markdown", () => {
  beforeEach(() => {
    write("index.md", "# Docs\n\nWelcome.");
    write("guides/branches.mdx", "# Branches\n\nA copy.\n\n## Limits\n\nTen.\n\n## Prices\n\nNone.");
    write("guides/two words.md", "# Two words");
    write("notes.txt", "no page");
  });

  test("is read with its pages' names and addresses", async () => {
    const { state, end, put } = await refreshed(docs(), NEVER);
    expect(put).toEqual(["guides/branches", "guides/two words", "index"]);
    expect([...state.pages.values()].map(({ address }) => address)).toEqual([
      "https://docs.example.com/docs/guides/branches",
      "https://docs.example.com/docs/guides/two%20words",
      "https://docs.example.com/docs/",
    ]);
    expect(end).toMatchObject({
      outcome: "whole",
      currentAt: NOW,
      figures: { pages: 3, put: 3, unchanged: 0 },
    });
  });

  test("as it lies in a repository has its files' own addresses", async () => {
    const addresses = { base: "https://github.com/o/r/blob/main", names: "files" };
    const { state } = await refreshed(docs({ addresses }), NEVER);
    expect(state.pages.get("index")?.address).toBe("https://github.com/o/r/blob/main/index.md");
  });

  test("that is as it was says nothing, and is current again", async () => {
    const first = await refreshed(docs(), NEVER);
    const { steps, end } = await refreshed(docs(), first.state, { now: after(24) });
    expect(steps).toHaveLength(1);
    expect(end).toMatchObject({
      outcome: "whole",
      currentAt: after(24),
      figures: { pages: 3, unchanged: 3 },
    });
  });

  test("P018 what was changed is put with the sections that changed, what is no longer there is gone in the same refresh", async () => {
    const first = await refreshed(docs(), NEVER);
    write("guides/branches.mdx", "# Branches\n\nA copy.\n\n## Limits\n\nTwenty.");
    write("new.md", "# New");
    rmSync(join(root, "docs/guides/two words.md"));
    const { put, gone, steps, state, end } = await refreshed(docs(), first.state);
    expect([put, gone]).toEqual([["guides/branches", "new"], ["guides/two words"]]);
    const [change] = steps;
    expect(change).toMatchObject({
      kind: "put",
      changed: [1],
      page: { sections: [{}, { heading: "Limits" }] },
    });
    expect([...state.pages.keys()].toSorted()).toEqual(["guides/branches", "index", "new"]);
    expect(end.figures).toEqual({ pages: 3, put: 2, unchanged: 1, gone: 1, unseen: 0 });
  });

  test("a page that moved is another page, and the old one is gone", async () => {
    const first = await refreshed(docs(), NEVER);
    renameSync(join(root, "docs/guides/branches.mdx"), join(root, "docs/branches.mdx"));
    const { put, gone } = await refreshed(docs(), first.state);
    expect([put, gone]).toEqual([["branches"], ["guides/branches"]]);
  });

  test("two files of one name are one page, and that is said", async () => {
    write("index.mdx", "# Another");
    const { notes, put } = await refreshed(docs(), NEVER);
    expect(put).toHaveLength(3);
    expect(notes).toEqual(["same-page https://docs.example.com/docs/"]);
  });
});

describe("a folder that cannot be seen whole", () => {
  beforeEach(() => {
    for (let at = 0; at < 10; at++) write(`page-${at}.md`, `# Page ${at}`);
  });

  test("because it is not there, keeps what was known", async () => {
    const first = await refreshed(docs(), NEVER);
    rmSync(join(root, "docs"), { recursive: true });
    const { gone, end, state, notes } = await refreshed(docs(), first.state, { now: after(48) });
    expect([gone, notes]).toEqual([[], ["not-reached "]]);
    expect(end).toMatchObject({ outcome: "part", currentAt: NOW, figures: { pages: 10, unseen: 10 } });
    expect(state.pages.size).toBe(10);
  });

  test("because most of it is gone at once, keeps it until somebody says that it is meant", async () => {
    const first = await refreshed(docs(), NEVER);
    for (let at = 0; at < 6; at++) rmSync(join(root, `docs/page-${at}.md`));
    const { gone, end, state } = await refreshed(docs(), first.state, { now: after(1) });
    expect(gone).toEqual([]);
    expect(end).toMatchObject({ outcome: "suspicious", currentAt: NOW });
    expect(end.withheld).toHaveLength(6);
    const meant = await refreshed(docs(), state, { now: after(2), acceptsLoss: true });
    expect(meant.gone).toHaveLength(6);
    expect(meant.end).toMatchObject({ outcome: "whole", currentAt: after(2), figures: { pages: 4 } });
  });

  test("because there is more than may be, says so and calls nothing gone", async () => {
    const first = await refreshed(docs(), NEVER);
    const { end, gone, notes } = await refreshed(docs({ mostPages: 7 }), first.state);
    expect(gone).toEqual([]);
    expect(end.outcome).toBe("part");
    expect(notes).toHaveLength(3);
  });

  test.each([
    ["too long", "x".repeat(2_000), "too-long page-1.md"],
    ["no text", Buffer.from([1, 0, 2]), "unreadable page-1.md"],
  ])("because a page is %s, keeps that one", async (_, text, note) => {
    const first = await refreshed(docs(), NEVER);
    write("page-1.md", text);
    const { end, gone, put, notes } = await refreshed(docs({ mostBytes: 1_000 }), first.state);
    expect([put, gone, notes]).toEqual([[], [], [note]]);
    expect(end).toMatchObject({ outcome: "part", figures: { pages: 10, unseen: 1 } });
  });

  test("because it was called off, has no end", async () => {
    const off = new AbortController();
    off.abort();
    await expect(refreshed(docs(), NEVER, { signal: off.signal })).rejects.toThrow(/abort/i);
  });
});

describe("what does not belong to the folder", () => {
  test("is not read: hidden files, links out of it, links to folders, pipes", async () => {
    writeFileSync(join(root, "secret.md"), "# Secret");
    mkdirSync(join(root, "docs-beside"));
    writeFileSync(join(root, "docs-beside/secret.md"), "# Secret");
    write("page.md", "# Page");
    write(".hidden.md", "# Hidden");
    write(".git/config.md", "# Hidden");
    write("sub/deep.md", "# Deep");
    const link = (to: string, at: string): void => symlinkSync(to, join(root, "docs", at));
    link("../secret.md", "out.md");
    link("../docs-beside/secret.md", "beside.md");
    link("/etc/passwd", "passwd.md");
    link(".hidden.md", "shown.md");
    link("nowhere.md", "nowhere.md");
    link(".", "round");
    link("..", "up");
    link("sub/deep.md", "within.md");
    execFileSync("mkfifo", [join(root, "docs/pipe.md")]);
    const { put, notes } = await refreshed(docs(), NEVER);
    expect(put).toEqual(["page", "sub/deep", "within"]);
    expect(notes.toSorted()).toEqual(
      ["beside", "nowhere", "out", "passwd", "pipe", "shown"].map((name) => `refused ${name}.md`),
    );
  });

  test("nor is what no reader of it would see (T38)", async () => {
    const tags = Array.from("obey")
      .map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
      .join("");
    write("page.md", `# Pa\u200Bge${tags}\n\nOne\u202E two\u2066.${tags}\n\n👩‍👩‍👧 می‌خواهم`);
    const { steps } = await refreshed(docs(), NEVER);
    expect(steps[0]).toMatchObject({
      kind: "put",
      page: { title: "Page", sections: [{ blocks: [{ text: "One two." }, { text: "👩‍👩‍👧 می‌خواهم" }] }] },
    });
  });
});
