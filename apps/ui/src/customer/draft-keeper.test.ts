import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type DraftState, draftKeeper, forgetDrafts } from "./draft-keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function storage(): Storage & { readonly held: Map<string, string> } {
  const held = new Map<string, string>();
  return {
    held,
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

function keeper(desk: { content: string; isAway?: boolean }, mirror: Storage | null = storage()) {
  const states: DraftState[] = [];
  const puts: string[] = [];
  const kept = draftKeeper({
    read: async () => (desk.isAway ? Promise.reject(new Error("away")) : { content: desk.content }),
    put: async (content) => {
      if (desk.isAway) throw new Error("away");
      puts.push(content);
      desk.content = content;
    },
    mirror,
    name: "usr-ana:new",
    onState: (state) => states.push(state),
  });
  return { ...kept, states, puts, mirror };
}

test("a draft reaches the desk one second after the typing stops, once", async () => {
  const { write, puts, states } = keeper({ content: "" });
  write("R");
  await vi.advanceTimersByTimeAsync(600);
  write("Re");
  await vi.advanceTimersByTimeAsync(999);
  expect(puts).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(puts).toEqual(["Re"]);
  expect(states.at(-1)).toBe("kept");
});

test("what was typed while the desk is away survives a reload and reaches it later", async () => {
  const desk = { content: "old", isAway: true };
  const mirror = storage();
  const before = keeper(desk, mirror);
  before.write("new");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(before.states.at(-1)).toBe("here-only");

  desk.isAway = false;
  const after = keeper(desk, mirror);
  expect(await after.load()).toBe("new");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(desk.content).toBe("new");
  expect(mirror.length).toBe(0);
});

test("another device's draft is taken up where this tab has none of its own", async () => {
  expect(await keeper({ content: "begun on the phone" }).load()).toBe("begun on the phone");
});

test("a sent text does not come back, even when the desk could not be told", async () => {
  const desk = { content: "", isAway: false };
  const { write, clear, mirror } = keeper(desk);
  write("sent text");
  desk.isAway = true;
  await clear();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(mirror?.length).toBe(0);
});

test("an older text never lands after a newer one", async () => {
  const landed: string[] = [];
  let release = (): void => undefined;
  const kept = draftKeeper({
    read: async () => ({ content: "" }),
    put: async (content) => {
      if (content === "first") await new Promise<void>((resolve) => (release = resolve));
      landed.push(content);
    },
    mirror: null,
    name: "x",
    onState: () => undefined,
  });
  kept.write("first");
  await vi.advanceTimersByTimeAsync(1_000);
  kept.write("second");
  await vi.advanceTimersByTimeAsync(1_000);
  release();
  await vi.advanceTimersByTimeAsync(0);
  expect(landed).toEqual(["first", "second"]);
});

test("a browser that forbids storage costs nothing but the mirror", async () => {
  const forbidden = {
    ...storage(),
    getItem: () => {
      throw new Error("SecurityError");
    },
    setItem: () => {
      throw new Error("SecurityError");
    },
  };
  const { load, write, puts } = keeper({ content: "a" }, forbidden);
  expect(await load()).toBe("a");
  write("b");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(puts).toEqual(["b"]);
});

test("ASVS 14.3.1 signing out leaves no draft in the tab and touches nothing else", () => {
  const tab: Storage = Object.assign(storage(), { "troth-draft:a:new": "x", theirs: "y" });
  const gone: string[] = [];
  tab.removeItem = (name) => void gone.push(name);
  forgetDrafts(tab);
  expect(gone).toEqual(["troth-draft:a:new"]);
});
