import type { PolicyFiles } from "@troth/policy";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer, Ask } from "./check-messages.ts";
import { createChecker } from "./checker.ts";
import type { Spawn } from "./thread.ts";

const NOTHING = { findings: [], policy: null, page: null };

type Staged = { readonly asked: Ask[]; answer(): void; break(): void; isGone: boolean };

/** Threads that answer when told to. */
function stage() {
  const threads: Staged[] = [];
  const checked: PolicyFiles[] = [];
  const stuck: PolicyFiles[] = [];
  const spawn: Spawn<Ask, Answer> = ({ onAnswer, onBroken }) => {
    const thread: Staged = {
      asked: [],
      isGone: false,
      answer: () => onAnswer({ id: thread.asked.at(-1)?.id ?? 0, checked: NOTHING }),
      break: onBroken,
    };
    threads.push(thread);
    const end = () => {
      thread.isGone = true;
    };
    return { ask: (ask) => void thread.asked.push(ask), end };
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

test("the very files that are being checked, or were last, are not checked again", () => {
  const { checker, threads } = stage();
  const files = text("a");
  checker.check(files);
  checker.check(files);
  threads[0]?.answer();
  checker.check(files);
  expect(threads[0]?.asked).toHaveLength(1);
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
  vi.advanceTimersByTime(8_000);
  expect(stuck).toEqual([]);
  expect(threads[1]?.asked).toEqual([{ id: 2, files: text("mended") }]);
});

test("a thread that breaks is replaced, and what it was asked is told", () => {
  const { checker, threads, stuck } = stage();
  checker.check(text("a"));
  threads[0]?.break();
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
