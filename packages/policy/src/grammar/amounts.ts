import type { QuotaLimit, QuotaPeriod } from "../types.ts";
import { scalar } from "./shape.ts";

const PERIODS: ReadonlyMap<string, QuotaPeriod> = new Map([
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["quarter", "quarter"],
  ["half-year", "half-year"],
  ["6 months", "half-year"],
  ["year", "year"],
  ["subscription", "subscription"],
]);

function quotaOf(words: string): QuotaLimit | null {
  if (words === "unlimited") return { count: null, unit: null, per: "always" };
  const found = /^(\d{1,6})(?: ([a-z][a-z ]*?))? per ([a-z0-9 -]+)$/.exec(words);
  const per = PERIODS.get(found?.[3] ?? "");
  if (found === null || per === undefined) return null;
  return { count: Number(found[1]), unit: found[2] ?? null, per };
}

/** `6 per year`, `4 hours per month`, `unlimited`. */
export const quotaLimit = scalar<QuotaLimit>(
  "a quota such as `6 per year`, `4 hours per month`, `1 per subscription` or `unlimited`",
  (value) => quotaOf(value.trim()),
  { count: null, unit: null, per: "always" },
);

/** A whole number. */
export const count = scalar(
  "a whole number",
  (value) => (/^\d{1,9}$/.test(value.trim()) ? Number(value) : null),
  0,
);

/** A number, e.g. a price. */
export const figure = scalar(
  "a number such as `50` or `49.90`",
  (value) => (/^\d{1,9}(\.\d{1,4})?$/.test(value.trim()) ? Number(value) : null),
  0,
);

/** `20 %`, as 20. */
export const percent = scalar(
  "a percentage such as `20 %`",
  (value) => {
    const found = /^(\d{1,3}(?:\.\d{1,2})?) ?%$/.exec(value.trim());
    return found === null || Number(found[1]) > 100 ? null : Number(found[1]);
  },
  0,
  (words) => `${words.replace(/ ?(?:percent|per cent|pct)$/i, "")} %`,
);

const UNIT_MS: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};

/** A stretch of elapsed time such as `14 days`, in milliseconds. */
export const elapsed = scalar(
  "a time such as `30 minutes`, `4 hours`, `14 days` or `2 weeks`",
  (value) => {
    const found = /^(\d{1,5}) (minute|hour|day|week)s?$/.exec(value.trim());
    const unit = UNIT_MS[found?.[2] ?? ""];
    return found === null || unit === undefined ? null : Number(found[1]) * unit;
  },
  0,
);
