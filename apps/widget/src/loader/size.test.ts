import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

const MOST_BYTES = 5_000;

test("the script a vendor puts on its pages is at most 5 kB gzip and leans on nothing", async () => {
  const output = await build({
    configFile: false,
    logLevel: "silent",
    build: {
      write: false,
      rolldownOptions: {
        input: fileURLToPath(new URL("loader.ts", import.meta.url)),
        output: { format: "iife" },
      },
    },
  });
  const chunks = "output" in output ? output.output : [];
  expect(chunks).toHaveLength(1);
  const chunk = chunks[0];
  if (chunk?.type !== "chunk") throw new Error("the loader did not become one script");
  expect(chunk.moduleIds.filter((id) => id.includes("node_modules"))).toEqual([]);
  const bytes = gzipSync(chunk.code, { level: 9 }).length;
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
});
