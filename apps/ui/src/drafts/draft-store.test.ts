import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDraftStore, type DraftKey } from "./draft-store.ts";

function desk() {
  const kept = new Map<DraftKey, string>();
  const writes: string[] = [];
  const state = { isDown: false };
  return {
    kept,
    writes,
    state,
    port: {
      read: async (key: DraftKey) => {
        if (state.isDown) throw new Error("out of reach");
        return kept.get(key) ?? "";
      },
      write: async (key: DraftKey, content: string) => {
        if (state.isDown) throw new Error("out of reach");
        writes.push(content);
        kept.set(key, content);
      },
    },
  };
}

function tab() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a kept draft", () => {
  test("is saved once, a second after typing stops", async () => {
    const { port, writes } = desk();
    const store = createDraftStore({ port, mirror: tab() });
    for (const text of ["a", "ab", "abc"]) {
      store.change("reply-1", text);
      await vi.advanceTimersByTimeAsync(600);
    }
    expect(writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(500);
    expect(writes).toEqual(["abc"]);
    expect(store.stateOf("reply-1")).toBe("kept");
  });

  test("comes back after a reload", async () => {
    const { port } = desk();
    const before = createDraftStore({ port, mirror: tab() });
    before.change("new", "half a sentence");
    await vi.advanceTimersByTimeAsync(1_100);
    const after = createDraftStore({ port, mirror: tab() });
    expect(await after.open("new")).toBe("half a sentence");
  });

  test("stays in the tab while the desk is out of reach, and reaches it later", async () => {
    const { port, state, kept } = desk();
    const mirror = tab();
    const store = createDraftStore({ port, mirror });
    state.isDown = true;
    store.change("note-7", "written offline");
    await vi.advanceTimersByTimeAsync(1_100);
    expect(store.stateOf("note-7")).toBe("here-only");
    const reloaded = createDraftStore({ port, mirror });
    expect(await reloaded.open("note-7")).toBe("written offline");
    state.isDown = false;
    await vi.advanceTimersByTimeAsync(11_000);
    expect(kept.get("note-7")).toBe("written offline");
    expect(mirror.items.size).toBe(0);
  });

  test("is gone everywhere after sending, even with a save on its way", async () => {
    const { port, kept } = desk();
    const mirror = tab();
    const store = createDraftStore({ port, mirror });
    store.change("reply-1", "sent text");
    void store.flush();
    await store.clear("reply-1");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(kept.get("reply-1")).toBe("");
    expect(mirror.items.size).toBe(0);
    expect(store.stateOf("reply-1")).toBe("none");
  });

  test("is saved at once when the page goes", async () => {
    const { port, writes } = desk();
    const store = createDraftStore({ port, mirror: tab() });
    store.change("new", "closing the lid");
    void store.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(writes).toEqual(["closing the lid"]);
  });

  test("of one ticket never shows on another", async () => {
    const { port } = desk();
    const store = createDraftStore({ port, mirror: tab() });
    store.change("reply-1", "for one");
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await store.open("reply-2")).toBe("");
    expect(await store.open("note-1")).toBe("");
  });
});
