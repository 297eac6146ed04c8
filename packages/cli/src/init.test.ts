import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compilePolicy } from "@troth/policy";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readFolder } from "./disk.ts";
import { init } from "./init.ts";
import { around } from "./policy/surroundings.fixture.ts";

let place = "";
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "troth-init-"));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const troth = (...argv: readonly string[]) => init.run([join(place, "acme"), ...argv], around());
const policyText = () => readFileSync(join(place, "acme/policy.yaml"), "utf8");

describe("troth init", () => {
  test("writes a policy that checks without a finding, and the schemas that an editor completes by", () => {
    const { exitCode, stdout } = troth();
    expect(exitCode).toBe(0);
    expect(stdout).toContain("Next: npx troth check ");
    expect(readdirSync(join(place, "acme")).toSorted()).toEqual([
      "holidays",
      "holidays.schema.json",
      "page.md",
      "policy.schema.json",
      "policy.yaml",
    ]);
    expect(compilePolicy(readFolder(join(place, "acme")) ?? {}, around().now).findings).toEqual([]);
    expect(policyText()).toContain("# yaml-language-server: $schema=./policy.schema.json\n");
  });

  test("its version is the day of writing", () => {
    troth();
    expect(policyText()).toContain("\nversion: 2026-07-01\nupdated: 2026-07-01T00:00:00Z\n");
  });

  test("it bears the vendor's name and zone, whatever signs are in the name", () => {
    troth("--vendor", "$& “Sons”: Ltd", "--zone", "America/New_York");
    const { runnable } = compilePolicy(readFolder(join(place, "acme")) ?? {});
    expect(runnable?.policy.vendor.name).toBe("$& “Sons”: Ltd");
    expect(runnable?.policy.calendars["office-hours"]?.schedules[0]?.zone).toBe("America/New_York");
  });

  test("what lies in the folder stays as it is", () => {
    troth();
    writeFileSync(join(place, "acme/policy.yaml"), "mine");
    const { exitCode, stderr } = troth();
    expect(exitCode).toBe(1);
    expect(stderr).toContain("is not empty; nothing was written");
    expect(policyText()).toBe("mine");
  });

  test.each([
    [["--zone", "Mars/Base"], "--zone is a zone by its city"],
    [["--vendor"], "--vendor needs a value"],
    [["second"], "One folder at a time"],
  ])("wrong use: %j", (argv, says) => {
    const { exitCode, stderr } = troth(...argv);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(readdirSync(place)).toEqual([]);
  });
});
