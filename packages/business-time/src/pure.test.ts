import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

vi.setConfig({ testTimeout: 60_000 });

const here = new URL(".", import.meta.url);

test("answers do not depend on the zone of the process", () => {
  const script = `
    import { compileCalendar } from ${JSON.stringify(new URL("index.ts", here).href)};
    const hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["01:30", "17:00"]]]));
    const answers = [];
    for (const zone of ["America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC+05:45"]) {
      const desk = compileCalendar({ zone, hours, closed: [{ date: "2026-03-09" }] });
      for (let at = Date.UTC(2026, 2, 1); at < Date.UTC(2026, 10, 9); at += 31 * 3600e3) {
        answers.push(desk.add(at, { ms: 5e7 }), desk.add(at, { days: -2.5 }), desk.explain(at, { days: 2 }));
      }
    }
    console.log(JSON.stringify([new Date(0).getHours(), answers]));`;
  const outputs = ["UTC", "Asia/Tokyo", "America/St_Johns"].map((TZ) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    }),
  );
  const [first = [], ...others] = outputs.map((text): unknown[] => JSON.parse(text));
  expect(new Set([first[0], ...others.map(([hour]) => hour)]).size).toBe(3);
  for (const [, answers] of others) expect(answers).toEqual(first[1]);
});

test("no source reads a clock, a process, a file or the network, or imports another package", () => {
  const sources = readdirSync(here).filter(
    (name) => name.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(name),
  );
  expect(sources.length).toBeGreaterThan(15);
  for (const name of sources) {
    const text = readFileSync(new URL(name, here), "utf8");
    expect(text, name).not.toMatch(/Date\.now|new Date\(\)|Math\.random|\bprocess\.|\bfetch\(|\bawait\b/);
    for (const [, from] of text.matchAll(/from "([^"]+)"/g)) expect(from, name).toMatch(/^\.\/[a-z-]+\.ts$/);
  }
});
