import { expect, test } from "vitest";
import { isOthersWork, keepUnsaved, keptUnsaved } from "./unsaved.ts";

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

const unsaved = { revision: 3, files: { "policy.yaml": "version: 2024-09-02\n" } };

test("what is not saved is found again in the tab, each draft its own, until it is dropped", () => {
  const tab = tabOf();
  keepUnsaved("d1", unsaved, tab);
  expect(keptUnsaved("d1", tab)).toEqual(unsaved);
  expect(keptUnsaved("d2", tab)).toBeNull();
  keepUnsaved("d1", null, tab);
  expect(keptUnsaved("d1", tab)).toBeNull();
});

test("what is too large for the tab keeps nothing rather than something old", () => {
  const tab = tabOf(100);
  keepUnsaved("d1", unsaved, tab);
  keepUnsaved("d1", { ...unsaved, files: { "page.md": "x".repeat(200) } }, tab);
  expect(keptUnsaved("d1", tab)).toBeNull();
});

test("what others wrote there is not taken for a draft", () => {
  const tab = tabOf();
  for (const text of ["{", "7", '{"revision":"1","files":{}}', '{"revision":1,"files":{"a":2}}']) {
    tab.setItem("troth-draft-policy-d1", text);
    expect(keptUnsaved("d1", tab)).toBeNull();
  }
});

test("a draft that others saved meanwhile in other words is their work, not an old state of mine", () => {
  const { files } = unsaved;
  const others = { "policy.yaml": "version: 2\n" };
  expect(isOthersWork(unsaved, 4, others)).toBe(true);
  expect(isOthersWork(unsaved, 3, others)).toBe(false);
  expect(isOthersWork(unsaved, 4, files)).toBe(false);
  expect(isOthersWork(null, 4, others)).toBe(false);
});
