import type { PolicyFiles } from "@troth/policy";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Ask } from "./check-messages.ts";
import { createChecker, type Thread } from "./checker.ts";

const NOTHING = { findings: [], policy: null, page: null };

/** Threads that answer when told to. */
function stage() {
  const threads: (Thread & { readonly asked: Ask[]; readonly answer: () => void; isGone: boolean })[] = [];
  const checked: PolicyFiles[] = [];
  const stuck: PolicyFiles[] = [];
  const spawn = (): Thread => {
    const asked: Ask[] = [];
    const thread = {
      asked,
      isGone: false,
      onmessage: null as Thread["onmessage"],
      onerror: null as Thread["onerror"],
      postMessage: (ask: Ask) => void asked.push(ask),
      terminate: () => {
        thread.isGone = true;
      },
      answer: () => {
        const id = asked.at(-1)?.id ?? 0;
        thread.onmessage?.({ data: { kind: "checked", id, checked: NOTHING } });
      },
    };
    threads.push(thread);
    return thread;
  };
  const checker = createChecker({
    spawn,
    onChecked: (files) => checked.push(files),
    onStuck: (files) => stuck.push(files),
  });
  return { checker, threads, checked, stuck };
}

const text = (word: string): PolicyFiles => ({ "policy.yaml": word });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("of what was typed during a check only the last state is checked", () => {
  const { checker, threads, checked } = stage();
  checker.check(text("a"));
  checker.check(text("ab"));
  checker.check(text("abc"));
  expect(threads[0]?.asked).toHaveLength(1);
  threads[0]?.answer();
  threads[0]?.answer();
  expect(checked).toEqual([text("a"), text("abc")]);
  expect(threads).toHaveLength(1);
});

test("files that cannot be checked in time are told, and the next ones get a fresh thread", () => {
  const { checker, threads, checked, stuck } = stage();
  checker.check(text("endless"));
  vi.advanceTimersByTime(60_000);
  expect(stuck).toEqual([text("endless")]);
  expect(threads[0]?.isGone).toBe(true);
  checker.check(text("short"));
  threads[1]?.answer();
  expect(checked).toEqual([text("short")]);
});

test("a thread that is stuck on an old state goes on with the newest one at once", () => {
  const { checker, threads, stuck } = stage();
  checker.check(text("endless"));
  checker.check(text("mended"));
  vi.advanceTimersByTime(60_000);
  expect(stuck).toEqual([text("mended")]);
  expect(threads[1]?.asked).toEqual([{ kind: "check", id: 2, files: text("mended") }]);
});

test("a thread that breaks is replaced, and what it was asked is told", () => {
  const { checker, threads, stuck } = stage();
  checker.check(text("a"));
  threads[0]?.onerror?.(new Event("error"));
  expect(stuck).toEqual([text("a")]);
  checker.check(text("b"));
  expect(threads).toHaveLength(2);
});

test("after its end nothing is asked or told", () => {
  const { checker, threads, checked, stuck } = stage();
  checker.check(text("a"));
  checker.check(text("b"));
  checker.stop();
  threads[0]?.answer();
  vi.advanceTimersByTime(60_000);
  expect([checked, stuck]).toEqual([[], []]);
  expect(threads).toHaveLength(1);
});
