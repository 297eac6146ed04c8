import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without any setting the demo's defaults hold", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    databaseUrl: null,
    port: 3000,
    host: "127.0.0.1",
    url: null,
    key: null,
    smtp: null,
  });
});

test("F21 all that is wrong is told at once, each with what to do", () => {
  const result = readConfig({
    PORT: "70000",
    DATABASE_URL: "mysql://here",
    TROTH_KEY: "c2hvcnQ=",
    TROTH_URL: "support.example.com",
    TROTH_LOG: "loud",
  });
  expect("problems" in result && result.problems.map((problem) => problem.split(" ")[0])).toEqual([
    "DATABASE_URL",
    "PORT",
    "TROTH_URL",
    "TROTH_KEY",
    "TROTH_LOG",
  ]);
  expect("problems" in result && result.problems.join("\n")).toContain("openssl rand -base64 32");
});

test("an empty variable is as if it were not there, and a slash at the end of the address is dropped", () => {
  expect(readConfig({ PORT: "", TROTH_URL: "https://support.example.com/" })).toMatchObject({
    port: 3000,
    url: "https://support.example.com",
  });
});
