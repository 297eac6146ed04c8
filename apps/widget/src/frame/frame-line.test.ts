import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ToHost } from "../protocol.ts";
import { frameLine } from "./frame-line.ts";

const consoleOrigin = "https://console.acme.example";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function line() {
  const said: { message: ToHost; to: string }[] = [];
  const host = { postMessage: (message: ToHost, to: string) => void said.push({ message, to }) };
  const on = { hello: vi.fn(), open: vi.fn(), closed: vi.fn() };
  const made = frameLine({ embedders: [consoleOrigin], host, on });
  const from = (data: unknown, origin = consoleOrigin, source: unknown = host) =>
    made.hear({ origin, source, data });
  return { ...made, said, on, from };
}

test("ASVS 3.5.5 a page that is not on the list is neither heard nor told anything", () => {
  const { from, said, say, on } = line();
  from({ type: "troth:hello" }, "https://evil.example");
  from({ type: "troth:hello" }, consoleOrigin, {});
  from({ type: "troth:hello" }, `${consoleOrigin}.evil.example`);
  say({ type: "troth:unread", count: 2 });
  expect(on.hello).not.toHaveBeenCalled();
  expect(said).toEqual([]);
});

test("after a greeting from the list all is said to that origin alone", () => {
  const { from, said } = line();
  from({ type: "troth:hello" });
  expect(said).toEqual([{ message: { type: "troth:ready" }, to: consoleOrigin }]);
});

test("an opening without a context or with an unknown view is not believed", () => {
  const { from, on } = line();
  from({ type: "troth:open", view: "new", category: null });
  from({ type: "troth:open", view: "admin", category: null, context: {} });
  expect(on.open).not.toHaveBeenCalled();
  from({ type: "troth:open", view: "tickets", category: null, context: {} });
  expect(on.open).toHaveBeenCalledOnce();
});

test("each request for a token gets its own answer", async () => {
  const { from, askToken, said } = line();
  from({ type: "troth:hello" });
  const [first, second] = [askToken(false), askToken(true)];
  from({ type: "troth:token", id: 2, token: "second" });
  from({ type: "troth:token", id: 1, token: "first" });
  expect([await first, await second]).toEqual(["first", "second"]);
  expect(said.slice(1).map(({ message }) => message)).toEqual([
    { type: "troth:token", id: 1, isStale: false },
    { type: "troth:token", id: 2, isStale: true },
  ]);
});

test("a host that does not answer leaves nobody waiting for ever", async () => {
  const { from, askToken } = line();
  from({ type: "troth:hello" });
  const token = askToken(false);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await token).toBeNull();
});
