import { defineConfig } from "vitest/config";

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24)
  throw new Error("Tests run on Node 24: use «npm test» or put node_modules/.bin first in PATH.");

const oneAtATime = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    globalSetup: "tests/support/global-setup.ts",
    // What comes of itself may take long on a busy machine; a figure in a promise is expected by name.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/*/src/**/*.test.{ts,tsx}",
            "apps/*/server/**/*.test.ts",
          ],
          // Ends what hangs; how fast something is, the bench tells.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "tests",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "tests/faults/**", "**/node_modules/**"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: "e2e", include: ["tests/e2e/**/*.test.ts"], ...oneAtATime } },
      { extends: true, test: { name: "faults", include: ["tests/faults/**/*.test.ts"], ...oneAtATime } },
    ],
  },
});
