import { expect, test } from "vitest";
import { compiled } from "../bundled-policy.fixture.ts";
import { type Change, changed, inPolicy } from "../small-policy.fixture.ts";
import { differenceOf } from "./difference.ts";

const of = (...changes: readonly Change[]) => compiled(changed(...changes).files).policy;

function told(before: readonly Change[], after: readonly Change[], locale: "en" | "de" = "en"): string[] {
  return differenceOf(of(...before), of(...after)).map(({ sentence }) => sentence[locale]);
}

const pro = (keys: string) => inPolicy("pricing: team, channels: [tickets] }", `pricing: team, ${keys} }`);
const REGIONS = "    regions: { us: America/New_York, emea: Europe/Berlin }\n";
const inRegions = (open: string) => [
  inPolicy("    zone: Europe/Berlin\n", REGIONS.replace("Europe/Berlin", `{ zone: Europe/Berlin, ${open} }`)),
];

test("a price is told as a whole", () => {
  const before = [
    pro("channels: [tickets], price: { flat: 29, percent: 3 %, of: spend, currency: EUR, per: month }"),
  ];
  const after = [pro("channels: [tickets], price: { flat: 40, currency: EUR, per: month }")];
  expect(told(before, after)).toEqual([
    "Pro, price: the greater of 29 EUR and 3 % of spend, per month → 40 EUR, per month",
  ]);
  expect(told(before, after, "de")).toEqual([
    "Pro, Preis: der höhere Betrag aus 29 EUR und 3 % von spend, je Monat → 40 EUR, je Monat",
  ]);
});

test("what narrows a channel on a plan is told with the channel, by names", () => {
  expect(told([], [pro("channels: { tickets: { only: [problem] } }")])).toEqual([
    "Ticket desk on Pro, Kind of request, new: Problem",
    "Ticket desk on Top, Kind of request, new: Problem",
  ]);
});

test("days that end at closing need no words beside the day", () => {
  const next = inPolicy(
    "within: 2 business days @ office\n    firm",
    "within: next business day @ office\n    firm",
  );
  const reading = inPolicy(
    "  tie: late\n",
    "  tie: late\n  next-business-day: until the end of the first open day after the request\n",
  );
  expect(told([reading], [next, reading])).toEqual([
    "Pro: 2 business days → next business day (first response)",
  ]);
});

test("a region's hours are told once, with the region", () => {
  const from = inRegions('open: { mon-fri: "09:00-17:00" }');
  const to = inRegions('open: { mon-fri: "08:00-17:00" }');
  expect(told(from, to)).toEqual([
    "Office hours (Emea): Monday to Friday, 09:00 to 17:00, Berlin time → Monday to Friday, 08:00 to 17:00, Berlin time",
  ]);
  expect(told(from, to, "de")).toEqual([
    "Office hours (Emea): Montag bis Freitag, 09:00 bis 17:00, Zeit von Berlin → Montag bis Freitag, 08:00 bis 17:00, Zeit von Berlin",
  ]);
});

test("the others of an axis are told by those that are set apart", () => {
  const entry = inPolicy(
    "readings:\n",
    "  - { metric: next-response, plan: pro, category: problem, within: 1 business day @ office, firmness: target }\n  - { metric: next-response, plan: pro, within: 2 business days @ office, firmness: target }\nreadings:\n",
  );
  const later = inPolicy(
    "readings:\n",
    "  - { metric: next-response, plan: pro, category: problem, within: 1 business day @ office, firmness: target }\n  - { metric: next-response, plan: pro, within: 3 business days @ office, firmness: target }\nreadings:\n",
  );
  expect(told([entry], [later])).toEqual([
    "Pro, not Problem: 2 business days → 3 business days (next response)",
  ]);
});

test("a target by the hour of opening names the calendar, once", () => {
  const entry = (hours: number) =>
    inPolicy(
      "readings:\n",
      `  - { metric: next-response, plan: pro, when: opened in office, within: ${hours} hours @ always, firmness: target }\nreadings:\n`,
    );
  expect(told([entry(4)], [entry(2)])).toEqual([
    "Pro, opened in Office hours: 4 hours → 2 hours (next response)",
  ]);
  expect(told([entry(4)], [entry(2)], "de")).toEqual([
    "Pro, eröffnet in Office hours: 4 Stunden → 2 Stunden (nächste Antwort)",
  ]);
});
