import { beforeEach, expect, test } from "vitest";
import { claimDrafts, forgetDraftsHere } from "./draft-owner.ts";

function tabOf(items: Record<string, string>): Storage {
  const kept = new Map(Object.entries(items));
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

let tab: Storage;
beforeEach(() => {
  tab = tabOf({ "troth-draft-owner": "mira", "troth-draft-reply-7": "half a reply", other: "kept" });
});

test("the same person finds what they left in the tab", () => {
  claimDrafts("mira", tab);
  expect(tab.getItem("troth-draft-reply-7")).toBe("half a reply");
});

test("another person who signs in here finds nothing of it", () => {
  claimDrafts("jo", tab);
  expect(tab.getItem("troth-draft-reply-7")).toBeNull();
  expect(tab.getItem("troth-draft-owner")).toBe("jo");
  expect(tab.getItem("other")).toBe("kept");
});

test("signing out leaves no draft in the tab", () => {
  forgetDraftsHere(tab);
  expect(tab.getItem("troth-draft-reply-7")).toBeNull();
});
