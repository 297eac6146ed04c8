import { expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { EXAMPLES, exampleFiles } from "./examples.fixture.ts";

/** What the words of a vendor make the compiler warn of: the code, and what it names. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  aws: ["calendar-left-open customer_country_business", "calendar-left-open customer_country_business_ja"],
  canonical: ["calendar-left-open hq_business", "calendar-left-open weekdays_elapsed"],
  clevyr: ["calendar-left-open service"],
  cubepath: ["calendar-left-open business", "calendar-left-open after_hours", "calendar-left-open weekend"],
  databricks: ["calendar-left-open designated_tz_business"],
  elastic: ["calendar-left-open weekday"],
  github: ["calendar-left-open english_24x5", "calendar-left-open requester_weekdays"],
  gitlab: ["calendar-left-open global_24x5"],
  // Bronze has nothing for severity 3 and a day for severity 4.
  hashicorp: ["severity-weaker severity s3"],
  // Small problems stand under High, and Enterprise commits to a day more than everybody may expect.
  "neon-2024-08-06": [
    "ground-contradicts-level S2.a",
    "ground-contradicts-level S2.b",
    "ground-contradicts-level S2.c",
    "ground-contradicts-level S2.d",
    "plan-weaker Enterprise Standard",
    "plan-weaker Enterprise Standard",
  ],
  opennms: ["calendar-left-open operating"],
  scaleway: ["calendar-left-open daily_9_18"],
  sidekiq: ["calendar-left-open working_days"],
  tyk: ["calendar-left-open 9x5_one_tz"],
};

/** The first thing a message names: a word in backticks, else who waits longer. */
const subjectOf = (message: string): string =>
  /^(.+?) waits longer/.exec(message)?.[1] ?? /`([^`]+)`/.exec(message)?.[1] ?? message;

test.each(EXAMPLES)("%s: the compiler warns of what its vendor left open, and of nothing else", (vendor) => {
  const { findings } = compilePolicy(exampleFiles(vendor));
  const told = findings.map(({ code, message }) => `${code} ${subjectOf(message)}`);
  expect(told.toSorted()).toEqual((WARNINGS[vendor] ?? []).toSorted());
});
