import { describe, expect, test } from "vitest";
import { actOf, KEYS, shortcutOf } from "./keys.ts";

const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe("a key press", () => {
  test("means the act of its letter", () => {
    expect(actOf(press("j"), "")).toEqual({ act: "next", prefix: "" });
    expect(actOf(press("?"), "")).toEqual({ act: "help", prefix: "" });
  });

  test("after g means a view, and g alone waits for the next", () => {
    expect(actOf(press("g"), "")).toEqual({ act: null, prefix: "g" });
    expect(actOf(press("m"), "g")).toEqual({ act: "goMine", prefix: "" });
    expect(actOf(press("x"), "g")).toEqual({ act: null, prefix: "" });
  });

  test("with Ctrl, Cmd or Alt is the browser's, but for the palette and saving", () => {
    expect(actOf(press("k", { metaKey: true }), "").act).toBe("palette");
    expect(actOf(press("s", { ctrlKey: true }), "").act).toBe("save");
    expect(actOf(press("r", { ctrlKey: true }), "").act).toBeNull();
    expect(actOf(press("s", { altKey: true }), "").act).toBeNull();
  });

  test("that a focused control acts on by itself is left to it", () => {
    expect(actOf(press("Enter"), "").act).toBeNull();
  });
});

test("no two acts share a key", () => {
  const keys = Object.values(KEYS);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a shortcut is told in the form of aria-keyshortcuts; a sequence has none", () => {
  expect(shortcutOf("reply")).toBe("r");
  expect(shortcutOf("palette")).toBe("Control+K Meta+K");
  expect(shortcutOf("goMine")).toBeUndefined();
});
