import { execFileSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { compileCalendar } from "./calendar.ts";

vi.setConfig({ testTimeout: 60_000 });

const DAY = 86_400_000;

// V8 boxes a number too large for a small integer where it enters and leaves a function: 16 bytes each.
const BOXED_NUMBERS = 6 * 16;

test("a million questions leave nothing on the heap but the numbers asked and answered", () => {
  const flags = ["--expose-gc", "--min-semi-space-size=64", "--max-semi-space-size=64"];
  const program = new URL("heap.fixture.ts", import.meta.url).pathname;
  const printed = execFileSync(process.execPath, [...flags, program], { encoding: "utf8" });
  const bytes: Record<string, number> = JSON.parse(printed);
  expect(Object.keys(bytes)).toHaveLength(5);
  for (const [name, perCall] of Object.entries(bytes)) expect(perCall, name).toBeLessThan(BOXED_NUMBERS);
});

test("once a stretch is laid out, no question asks Intl", () => {
  const hours = { mon: [["09:00", "17:00"]], fri: [["22:00", "06:00"]] } as const;
  const from = Date.UTC(2026, 0, 5);
  const desk = compileCalendar({ zone: "Asia/Hovd", hours }, { from, to: from + 400 * DAY });
  const prototype: { format: unknown } = Intl.DateTimeFormat.prototype;
  const asked = vi.spyOn(prototype, "format", "get");
  for (let at = from; at < from + 300 * DAY; at += 7_654_321) {
    desk.add(at, { ms: 5e7 });
    desk.add(at, { days: 2.5 });
    desk.between(from, at);
    desk.isOpen(at);
    desk.nextChange(at);
    desk.explain(at, { days: 3 });
  }
  expect(asked).not.toHaveBeenCalled();
  compileCalendar({ zone: "Asia/Ulaanbaatar", hours }).isOpen(from);
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
});
