import { describe, expect, test } from "vitest";
import { changedFiles, isNewName, keepDraft, keptDraft, lineRange, versionIn } from "./draft.ts";

function tabOf(room = Number.POSITIVE_INFINITY): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const draft = { base: "2024-09-02", files: { "policy.yaml": "version: 2024-09-02\n" } };

describe("a draft of the policy", () => {
  test("is found again in the tab, until it is dropped", () => {
    const tab = tabOf();
    keepDraft(draft, tab);
    expect(keptDraft(tab)).toEqual(draft);
    keepDraft(null, tab);
    expect(keptDraft(tab)).toBeNull();
  });

  test("too large for the tab keeps nothing rather than something old", () => {
    const tab = tabOf(100);
    keepDraft(draft, tab);
    keepDraft({ ...draft, files: { "page.md": "x".repeat(200) } }, tab);
    expect(keptDraft(tab)).toBeNull();
  });

  test("what others wrote there is not taken for one", () => {
    const tab = tabOf();
    for (const text of ["{", "7", '{"base":1,"files":{}}', '{"base":"1","files":{"a":2}}']) {
      tab.setItem("troth-draft-policy", text);
      expect(keptDraft(tab)).toBeNull();
    }
  });

  test("tells which files changed and which are new", () => {
    const inForce = { "policy.yaml": "a", "page.md": "b" };
    expect(changedFiles({ "policy.yaml": "a2", "page.md": "b", "holidays/next.yaml": "" }, inForce)).toEqual([
      "policy.yaml",
      "holidays/next.yaml",
    ]);
  });
});

test("the version is read from its own line, quoted or with a remark", () => {
  const of = (text: string) => versionIn({ "policy.yaml": text });
  expect(of("policy: acme\nversion: 2026-11-23\n")).toBe("2026-11-23");
  expect(of('version: "2026-11-23" # next\n')).toBe("2026-11-23");
  expect(of("# version: 1\nupdated: 2\n")).toBeNull();
});

test("a new file stays below the folder and takes no name that is there", () => {
  const files = { "policy.yaml": "" };
  expect(isNewName("holidays/us-2029.yaml", files)).toBe(true);
  for (const name of ["policy.yaml", "../out.yaml", "/etc/x.yaml", "a//b.yaml", "a.txt", ""]) {
    expect(isNewName(name, files), name).toBe(false);
  }
});

test("a finding's line is found in the text", () => {
  expect(lineRange("one\ntwo\nthree", 2)).toEqual([4, 7]);
  expect(lineRange("one", 9)).toEqual([3, 3]);
});
