import { expect, test } from "vitest";
import {
  bytesOf,
  changedFiles,
  fileNames,
  freeVersion,
  isFreeName,
  pickedFolder,
  renamed,
  versionIn,
  withVersion,
} from "./folder.ts";

test("the version is read from its own line, quoted or with a remark", () => {
  const of = (text: string) => versionIn({ "policy.yaml": text });
  expect(of("policy: acme\nversion: 2026-11-23\n")).toBe("2026-11-23");
  expect(of('version: "2026-11-23" # next\n')).toBe("2026-11-23");
  expect(of("# version: 1\nupdated: 2\n")).toBeNull();
});

test("a new file stays below the folder and takes no name that is there", () => {
  const files = { "policy.yaml": "" };
  expect(isFreeName("holidays/us-2029.yaml", files)).toBe(true);
  for (const name of ["policy.yaml", "../out.yaml", "/etc/x.yaml", "a//b.yaml", "a.txt", ""]) {
    expect(isFreeName(name, files), name).toBe(false);
  }
});

test("facts and page come first, then the other files by name", () => {
  expect(fileNames({ "holidays/b.yaml": "", "page.md": "", "a.yaml": "", "policy.yaml": "" })).toEqual([
    "policy.yaml",
    "page.md",
    "a.yaml",
    "holidays/b.yaml",
  ]);
});

test("two folders tell which files changed, came and went", () => {
  const before = { "policy.yaml": "a", "page.md": "b", "old.yaml": "c" };
  const after = { "policy.yaml": "a2", "page.md": "b", "new.yaml": "" };
  expect(changedFiles(before, after)).toEqual([
    { name: "policy.yaml", before: "a", after: "a2" },
    { name: "new.yaml", before: null, after: "" },
    { name: "old.yaml", before: "c", after: null },
  ]);
});

test("a file keeps its text under another name", () => {
  expect(renamed({ "a.yaml": "text", "policy.yaml": "" }, "a.yaml", "b.yaml")).toEqual({
    "policy.yaml": "",
    "b.yaml": "text",
  });
});

test("of a chosen folder the YAML and Markdown files are taken, by their path below it", async () => {
  const file = (path: string, text: string) =>
    Object.assign(new File([text], path), { webkitRelativePath: path });
  const picked = await pickedFolder([
    file("acme/policy.yaml", "policy: acme"),
    file("acme/holidays/us.yaml", "dates: []"),
    file("acme/.git/HEAD", "ref"),
    file("acme/.hidden.yaml", "no"),
    file("acme/logo.png", "no"),
  ]);
  expect(picked).toEqual({
    name: "acme",
    files: { "policy.yaml": "policy: acme", "holidays/us.yaml": "dates: []" },
  });
  expect(bytesOf({ a: "ü" })).toBe(2);
});

test("a version of today's date is proposed, numbered where one is taken", () => {
  expect(freeVersion("2026-11-23", ["2024-09-02"])).toBe("2026-11-23");
  expect(freeVersion("2026-11-23", ["2026-11-23"])).toBe("2026-11-23-2");
  expect(freeVersion("2026-11-23", ["2026-11-23-2", "2026-11-23"])).toBe("2026-11-23-3");
});

test("a new version changes its line and the instant of change, and nothing else", () => {
  const files = {
    "policy.yaml": "policy: a\nversion: 1 # old\nupdated: 2024-09-02\ntitle: version: 1\n",
    "page.md": "",
  };
  const named = withVersion(files, "2026-11-23", new Date("2026-11-23T10:00:00Z"));
  expect(named["policy.yaml"]).toBe(
    "policy: a\nversion: 2026-11-23\nupdated: 2026-11-23T10:00:00.000Z\ntitle: version: 1\n",
  );
  expect(named["page.md"]).toBe("");
});
