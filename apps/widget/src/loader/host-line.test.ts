import { expect, test, vi } from "vitest";
import type { ToFrame } from "../protocol.ts";
import { hostLine } from "./host-line.ts";

const desk = "https://desk.example";

function line(token: (isStale: boolean) => Promise<string> = async () => "signed") {
  const sent: { message: ToFrame; to: string }[] = [];
  const frame = { postMessage: (message: ToFrame, to: string) => void sent.push({ message, to }) };
  const on = { ready: vi.fn(), drawn: vi.fn(), unread: vi.fn(), close: vi.fn() };
  return { sent, frame, on, ...hostLine({ frameOrigin: desk, frame: () => frame, token, on }) };
}

test("ASVS 3.5.5 a message of another origin or another window is not heard", () => {
  const { hear, frame, on } = line();
  hear({ origin: "https://evil.example", source: frame, data: { type: "troth:close" } });
  hear({ origin: desk, source: {}, data: { type: "troth:close" } });
  hear({ origin: desk, source: frame, data: { type: "close" } });
  hear({ origin: desk, source: frame, data: null });
  expect(on.close).not.toHaveBeenCalled();
  hear({ origin: desk, source: frame, data: { type: "troth:close" } });
  expect(on.close).toHaveBeenCalledOnce();
});

test("a token goes to the desk's origin alone, under the number it was asked with", async () => {
  const { hear, frame, sent } = line(async (isStale) => (isStale ? "fresh" : "kept"));
  hear({ origin: desk, source: frame, data: { type: "troth:token", id: 7, isStale: true } });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({ message: { type: "troth:token", id: 7, token: "fresh" }, to: desk });
});

test("a console that cannot sign says so instead of leaving the frame waiting", async () => {
  const { hear, frame, sent } = line(async () => Promise.reject(new Error("signed out")));
  hear({ origin: desk, source: frame, data: { type: "troth:token", id: 1, isStale: false } });
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.message).toEqual({ type: "troth:token", id: 1, token: null });
});

test("a count of unread answers that is no count is not passed on", () => {
  const { hear, frame, on } = line();
  for (const count of [-1, 1.5, "3", null]) {
    hear({ origin: desk, source: frame, data: { type: "troth:unread", count } });
  }
  expect(on.unread).not.toHaveBeenCalled();
  hear({ origin: desk, source: frame, data: { type: "troth:unread", count: 3 } });
  expect(on.unread).toHaveBeenCalledWith(3);
});
