import type { At } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import type { CreditPeriod } from "../types.ts";
import { percent } from "./amounts.ts";
import { described, fields, many, may, named, need, type Read, type Shape, scalar } from "./shape.ts";
import { days, idOf, text } from "./words.ts";

export type MissesForm = {
  readonly count: number;
  readonly unit: CreditPeriod["unit"];
  readonly isFiscal: boolean;
};

const UNITS: ReadonlyMap<string, CreditPeriod["unit"]> = new Map([
  ["month", "month"],
  ["quarter", "quarter"],
  ["year", "year"],
]);

/** `4 per quarter`, `4 per fiscal quarter`. */
const misses = scalar<MissesForm | null>(
  "a count such as `4 per quarter`, `4 per fiscal quarter` or `2 per month`",
  (value) => {
    const found = /^(\d{1,4}) per (fiscal )?([a-z]+)$/.exec(value.trim());
    const unit = UNITS.get(found?.[3] ?? "");
    return found === null || unit === undefined
      ? null
      : { count: Number(found[1]), unit, isFiscal: found[2] !== undefined };
  },
  null,
);

const monthDay = scalar(
  "a date of every year such as `03-31`",
  (value) => (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value) ? value : null),
  "12-31",
);

export type BandForm = { readonly below: At<number>; readonly percent: At<number> };

/** Shares of the month in which the service was up, each with what a month below it gives. */
const bands: Shape<readonly BandForm[]> = {
  wanted: "a block such as `{ 99.9: 10 %, 99: 25 % }`",
  describes: { kind: "named", value: percent, defines: null, refersTo: null },
  empty: () => [],
  read(tree: Tree, report) {
    if (tree.kind !== "map") {
      report.add(
        "value-type",
        tree.at,
        "Here a block of shares belongs.",
        "Write `{ 99.9: 10 %, 99: 25 % }`.",
      );
      return [];
    }
    return tree.entries.map(({ key, keyAt, value }) => {
      const share = Number(/^(\d{1,3}(?:\.\d{1,4})?) ?%?$/.exec(key)?.[1] ?? Number.NaN);
      if (!(share > 0 && share <= 100)) {
        report.add("value-format", keyAt, `\`${key}\` is no share of 100.`, "Write it like `99.9`.");
      }
      return { below: { value: share, at: keyAt }, percent: percent.read(value, report) };
    });
  },
};

const claim = fields({
  within: may(days, "how long after the period, or after the outage, it can be claimed"),
  by: may(text, "how it is claimed, e.g. by e-mail from an address of the account"),
  says: may(text, "words that the claim must hold"),
  names: may(many(text), "what the claim must name"),
});

/** What a customer may claim when promises are missed. */
export const credits = named(
  fields({
    name: may(text, "what people call it"),
    plan: may(many(idOf("plan")), "the support plans it is for; all when left out"),
    for: need(
      described(text, { kind: "scalar", refersTo: ["metric"], words: ["outage"] }),
      "`outage`, or the metric whose missed answers count",
    ),
    severity: may(many(idOf("severity")), "the severities whose missed answers count"),
    moreThan: may(misses, "how many may be missed before it is due, e.g. `4 per fiscal quarter`"),
    periodEnds: may(many(monthDay), "the last days of fiscal quarters, or of the fiscal year"),
    bands: may(bands, "for outages: shares of the month and what a month below them gives"),
    gives: may(percent, "what missed answers give, e.g. `20 %`"),
    of: may(text, "the fee of which the percentage is taken"),
    as: may(text, "how it is given, e.g. a cash refund"),
    atMost: may(percent, "the most that one period can give"),
    claim: may(claim, "how it is claimed"),
    clause: may(idOf("clause"), "the section of the page that states it"),
  }),
);
export type CreditsForm = Read<typeof credits>;
