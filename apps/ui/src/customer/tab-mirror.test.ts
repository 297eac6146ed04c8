import { expect, test } from "vitest";
import { forgetDrafts, tabMirror } from "./tab-mirror.ts";

function storage(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (at) => [...held.keys()][at] ?? null,
    clear: () => held.clear(),
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}

test("one person's draft is not another's, though both use this tab", () => {
  const tab = storage();
  tabMirror("ana", () => tab).setItem("new", "mine");
  expect(tabMirror("ben", () => tab).getItem("new")).toBeNull();
  expect(tabMirror("ana", () => tab).getItem("new")).toBe("mine");
});

test("a browser that forbids storage costs the mirror and nothing else", () => {
  const mirror = tabMirror("ana", () => {
    throw new Error("SecurityError");
  });
  mirror.setItem("new", "text");
  mirror.removeItem("new");
  expect(mirror.getItem("new")).toBeNull();
});

test("ASVS 14.3.1 signing out leaves no draft in the tab and touches nothing else", () => {
  const tab = storage();
  tabMirror("ana", () => tab).setItem("new", "a");
  tabMirror("ana", () => tab).setItem("reply-3", "b");
  tab.setItem("theirs", "c");
  forgetDrafts(tab);
  expect(tab.length).toBe(1);
  expect(tab.getItem("theirs")).toBe("c");
});
