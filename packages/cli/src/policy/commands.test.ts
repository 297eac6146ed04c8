import { describe, expect, test } from "vitest";
import { policyCommands } from "./commands.ts";
import { around } from "./surroundings.fixture.ts";

/** Runs a command line such as `check neon --json`. */
function troth(line: string, files: Readonly<Record<string, string>> = {}) {
  const [name = "", ...argv] = line.split(" ");
  const command = policyCommands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.run(argv, around(files));
}

const jsonOf = (line: string) => JSON.parse(troth(line).stdout);

describe("every command", () => {
  test.each(policyCommands.map((command) => command.name))(
    "troth %s prints help with an example and exits 0",
    (name) => {
      const { stdout, exitCode } = troth(`${name} --help`);
      expect(stdout).toContain(`Usage: troth ${name}`);
      expect(stdout).toContain("Examples:\n  troth");
      expect(exitCode).toBe(0);
    },
  );

  test.each([
    ["check", "Name the policy folder."],
    ["check nowhere", "There is no folder nowhere."],
    ["check neon other", "One folder at a time"],
    ["check neon --jsn", "Did you mean --json?"],
    ["check neon --constructor", "There is no option --constructor."],
    ["targets neon --json=yes", "--json takes no value."],
    ["entitled neon", "--plan is missing."],
    ["entitled neon --plan launch --role king", "--role is one of owner"],
    ["page neon --format pdf", "--format is md or html"],
    ["due neon --plan launch --severity 3", "--at is missing."],
    ["due neon --plan launch --severity 3 --at yesterday", "--at:"],
    ["due neon --plan lunch --severity 3 --at 2026-07-02T15:30:00Z", "Did you mean launch?"],
    ["due neon --plan enterprise --tier golden --severity 3 --at 2026-07-02T15:30:00Z", "Did you mean gold?"],
    ["due neon --plan launch --severity 9 --at 2026-07-02T15:30:00Z", "no severity “9”"],
    ["due neon --plan launch --severity 3 --intake fax --at 2026-07-02T15:30:00Z", "no door “fax”"],
    ["due neon --plan launch --severity 3 --at 2026-07-02T15:30:00Z --zone Mars/Base", "Mars/Base"],
    [
      "due neon --plan launch --severity 3 --at 2026-07-02T15:30:00Z --metric zz",
      "There is no metric “zz” in this policy. Known: first-response, next-response, ",
    ],
    ["due neon --receipt nowhere.json", "There is no file nowhere.json."],
  ])("wrong use: troth %s", (line, says) => {
    const { stdout, stderr, exitCode } = troth(line);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
    expect(stdout).toBe("");
  });

  test.each([
    "targets broken",
    "page broken",
    "entitled broken --plan launch",
    "due broken --plan launch --severity 3 --at 2026-07-02T15:30:00Z",
  ])("a policy with errors runs nothing: troth %s", (line) => {
    const { stdout, stderr, exitCode } = troth(line);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("calendar-undefined");
  });
});

describe("troth check", () => {
  test("a sound policy: warnings, exit 0", () => {
    const { findings } = jsonOf("check neon --json");
    expect(findings).toHaveLength(4);
    expect(Object.keys(findings[0])).toEqual([
      "code",
      "severity",
      "file",
      "line",
      "column",
      "message",
      "mend",
    ]);
    const { stdout, exitCode } = troth("check neon");
    expect(stdout).toMatch(/^policy\.yaml:\d+:\d+ {2}warning {2}ground-contradicts-level\n/);
    expect(stdout).toContain("0 errors, 4 warnings");
    expect(exitCode).toBe(0);
  });

  test("P077 a policy whose calendar is gone: an error at its line, exit 1", () => {
    expect(troth("check broken").exitCode).toBe(1);
    const { stdout, exitCode } = troth("check broken --json");
    expect(exitCode).toBe(1);
    const { findings } = JSON.parse(stdout);
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: "calendar-undefined",
        severity: "error",
        file: "policy.yaml",
        message: expect.stringContaining("normal-business-hours"),
      }),
    );
  });
});

describe("troth targets", () => {
  test("one row for each stated cell, with the columns of the interface", () => {
    const rows = jsonOf("targets neon --json");
    expect(rows).toHaveLength(11);
    expect(rows[3]).toEqual({
      plan: "enterprise",
      tier: "standard",
      severity: "1",
      intake: "console",
      category: null,
      metric: "first-response",
      amount: 2,
      rangeLow: null,
      unit: "business_hour",
      calendar: "normal-business-hours",
      op: "less-than",
      tie: "late",
      firmness: "commitment",
      when: null,
      appliesTo: null,
      clockStart: null,
      lowered: { calendar: "normal-business-hours", amount: { ms: 7_200_000 } },
      clause: "enterprise-response-times",
    });
  });

  test("a table for people without --json", () => {
    const lines = troth("targets neon").stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(12);
    expect(lines[4]).toMatch(
      /^enterprise {2}standard {2}1 .*< 2 business hours {2,}normal-business-hours {2}commitment/,
    );
  });
});

describe("troth entitled", () => {
  test.each([
    ["--plan launch", "allow", "plan-includes-channel"],
    ["--plan Launch", "allow", "plan-includes-channel"],
    ["--plan launch_v3", "allow", "plan-includes-channel"],
    ["--plan standard", "allow", "plan-includes-channel"],
    ["--plan enterprise_gold", "allow", "plan-includes-channel"],
    ["--plan community", "redirect", "plan-lacks-channel"],
    ["--plan free --channel email", "redirect", "plan-lacks-channel"],
    ["--plan free --channel email --category account", "allow", "exception"],
    ["--plan free --channel discord", "allow", "plan-includes-channel"],
    ["--plan business --channel video", "allow", "case-by-case"],
    ["--plan scale --channel video", "deny", "plan-lacks-channel"],
    ["--plan launch --category custom-support", "redirect", "route-sales"],
    ["--plan launch --subscription lapsed", "deny", "subscription-lapsed"],
    ["--plan launch --role restricted", "allow", "plan-includes-channel"],
    ["--plan platinum", "deny", "unknown-plan"],
    ["--plan enterprise --tier diamond", "deny", "unknown-tier"],
  ])("P003 P019 P021 P026 %s: %s (%s), exit 0", (options, decision, reason) => {
    const line = `entitled neon ${options}`;
    expect(jsonOf(`${line} --json`)).toMatchObject({ decision, reason });
    expect(troth(line)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(`${decision} (${reason})`),
    });
  });

  test("P045 the refusal carries clause, invite link and what to do next", () => {
    const answer = jsonOf("entitled neon --plan free --json");
    expect(answer.clause).toEqual({
      id: "support-channels",
      title: "Support channels",
      policyVersion: "2024-09-02",
    });
    expect(answer.next[0]).toEqual({
      id: "discord",
      label: "Join the community",
      href: "https://discord.gg/92vNTzKDGp",
    });
  });
});

describe("troth page", () => {
  test("Markdown unless HTML is asked for", () => {
    expect(troth("page neon").stdout).toMatch(/^# Support\n\nVersion 2024-09-02/);
    expect(troth("page neon --format html").stdout).toMatch(/^<h1 id="top">Support<\/h1>/);
    expect(troth("page neon").stdout).toContain("Closed days 2026");
  });
});
