import { expect, test } from "vitest";
import { compilePolicy } from "./compile.ts";
import { type Change, changed, inPolicy } from "./small-policy.fixture.ts";
import { zoneMeant } from "./source/zone-meant.ts";

const ZONE = "zone: Europe/Berlin";

/** What people write at first, and the mend that shows how the language writes it. */
const MEANT: readonly (readonly [mend: string, change: Change])[] = [
  ["`Asia/Singapore`", inPolicy(ZONE, "zone: ‸Singapore")],
  ["`America/Los_Angeles`", inPolicy(ZONE, "zone: ‸PST")],
  ["`America/New_York`", inPolicy(ZONE, "zone: ‸Eastern Time")],
  ["`Europe/Berlin`?", inPolicy(ZONE, "zone: ‸Europe/Berlim")],
  ["`zone: { whose: customer-country }`", inPolicy(ZONE, "zone: ‸customer country")],
  ["`09:00-17:00`", inPolicy('mon-fri: "09:00-17:00"', "mon-fri: ‸9-17")],
  ["`09:00-17:30`", inPolicy('mon-fri: "09:00-17:00"', 'mon-fri: ‸"9am - 5:30 pm"')],
  ["`08:00-12:00, 13:00-17:00`", inPolicy('mon-fri: "09:00-17:00"', "mon-fri: ‸8 to 12 and 13 to 17")],
  [
    "`first-response`",
    inPolicy("metric: first-response\n    plan: pro", "metric: ‸First response\n    plan: pro"),
  ],
  ["`14 days`", inPolicy("reopen-within: 14 days", "reopen-within: ‸2 weeks")],
  ["Did you mean `always`?", inPolicy("gold: 1 hour @ always", "gold: ‸1 hour @ 24x7")],
  ["Did you mean `always`?", inPolicy("gold: 1 hour @ always", "gold: ‸1 hour @ round-the-clock")],
];

test.each(MEANT)("the mend says %s", (mend, change) => {
  const { files, place } = changed(change);
  const found = compilePolicy(files).findings.find((one) => one.line === place?.line);
  expect(found).toMatchObject({ ...place, severity: "error", mend: expect.stringContaining(mend) });
});

test.each(["IST", "CST", "Nowhere", ""])("%s names no one zone", (words) => {
  expect(zoneMeant(words)).toBeNull();
});
