import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { entitled } from "./entitled.ts";
import { around, bundledWith } from "./surroundings.fixture.ts";

const read = (vendor: string) => ({
  "policy.yaml": readFileSync(
    new URL(`../../../../policies/examples/${vendor}/policy.yaml`, import.meta.url),
    "utf8",
  ),
});

const surroundings = around(
  {},
  { cloudflare: read("cloudflare"), sidekiq: read("sidekiq"), tyk: read("tyk") },
);

const say = (line: string): string => {
  const { stdout, stderr } = entitled.run([...line.split(" "), "--json"], surroundings);
  if (stdout === "") return stderr;
  const { decision, reason } = JSON.parse(stdout);
  return `${decision} ${reason}`;
};

test.each([
  ["cloudflare --plan free --channel case --category billing", "allow plan-includes-channel"],
  ["cloudflare --plan enterprise --channel emergency_phone", "deny proof-needed"],
  ["cloudflare --plan enterprise --channel emergency_phone --meets proven", "allow plan-includes-channel"],
  ["cloudflare --plan enterprise --channel case --language de", "allow plan-includes-channel"],
  ["cloudflare --plan pro --channel case --language de", "deny language-not-on-plan"],
  ["sidekiq --plan pro --channel email --meets same-domain", "allow plan-includes-channel"],
  ["tyk --plan premier --channel screen_share --used 5", "allow plan-includes-channel"],
  ["tyk --plan premier --channel screen_share --used 6", "deny quota-used-up"],
  ["tyk --plan premier --channel screen_share", "deny quota-unknown"],
  ["tyk --plan signature --channel phone --severity s2", "deny severity-limited"],
])("a fact that is not given never widens a right: troth entitled %s", (line, expected) => {
  expect(say(line)).toBe(expected);
});

const words = (line: string): string => entitled.run(line.split(" "), surroundings).stdout;

test("a right that does not go all the way says how far", () => {
  expect(words("tyk --plan signature --channel phone")).toMatch(/^allow .*\n.*\nOnly for: Severity /);
  expect(words("tyk --plan signature --channel phone --severity s1")).toContain("Only for: ");
});

test("what is used up counts for the channels behind a door", () => {
  const counted = bundledWith(["  tickets: {", "  tickets: { quota: 6 per year,"]);
  const used = (count: string) =>
    entitled.run(["counted", "--plan", "launch", "--used", count], around({}, { counted })).stdout;
  expect([used("5"), used("6")].map((text) => text.split("\n")[0])).toEqual([
    "allow (plan-includes-channel)",
    "deny (quota-used-up)",
  ]);
});

test.each([
  ["tyk --plan free --used some", "--used wants a whole number"],
  ["tyk --plan free --meets height", "--meets takes"],
  ["tyk --plan free --customer-since long-ago", "--customer-since wants a date"],
  ["tyk --plan free --severity s9", "no severity “s9”"],
])("wrong use: troth entitled %s", (line, says) => {
  const { stderr, exitCode } = entitled.run(line.split(" "), surroundings);
  expect([exitCode, stderr.includes(says)]).toEqual([2, true]);
});
