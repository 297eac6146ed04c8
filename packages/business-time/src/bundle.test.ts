import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";

const MOST_BYTES = 6 * 1024;

/** Everything an entry exports, minified for a browser and compressed. */
async function sizeOf(entry: string): Promise<number> {
  const bundle = await rolldown({ input: new URL(entry, import.meta.url).pathname });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  expect(output).toHaveLength(1);
  return gzipSync(output[0].code, { level: 9 }).length;
}

test("the whole package is at most 6 kB", async () => {
  const size = await sizeOf("index.ts");
  expect(size).toBeGreaterThan(3000);
  expect(size).toBeLessThanOrEqual(MOST_BYTES);
});

test("the findings for authors of schedules, with all they need, are smaller still", async () => {
  expect(await sizeOf("findings.ts")).toBeLessThanOrEqual(MOST_BYTES / 2);
});
