import type { At } from "../source/report.ts";
import type { Firmness, Instant, Intake, QueueKey } from "../types.ts";
import { choice, described, type Shape, scalar } from "./shape.ts";

export const text = scalar("a text", (value) => (value.trim() === "" ? null : value.trim()), "");

export const id = scalar(
  "an id",
  (value) => (/^[\p{L}\p{N}][^\s]{0,63}$/u.test(value) ? value : null),
  "",
  (words) => words.trim().toLowerCase().replaceAll(/\s+/g, "-"),
);

/** An id of something that the policy defines: `idOf("plan")`. `words` are ids that need no definition. */
export const idOf = (refersTo: string, ...words: readonly string[]): Shape<At<string>> =>
  described(id, { kind: "scalar", refersTo: [refersTo], words });

export const yesNo = choice(
  new Map([
    ["yes", true],
    ["no", false],
    ["true", true],
    ["false", false],
  ]),
  false,
);

const isRealDate = (value: string): boolean => {
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
};

export const date = scalar(
  "a date such as `2026-12-24`",
  (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) && isRealDate(value) ? value : null),
  "1970-01-01",
);

export const instant = scalar<Instant>(
  "an instant such as `2024-09-02T13:42:56Z`, or a date",
  (value) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return isRealDate(value) ? Date.parse(`${value}T00:00:00Z`) : null;
    const isWritten = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value);
    const at = isWritten && isRealDate(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
    return Number.isFinite(at) ? at : null;
  },
  0,
);

const ADDRESS = /^(https?:\/\/|mailto:|tel:)[^\s<>"]+$/i;

/** Only schemes that are inert in a page: no script, no data. */
export const address: Shape<At<string>> = {
  wanted: "a link that starts with `https://`, `http://`, `mailto:` or `tel:`",
  describes: { kind: "scalar", refersTo: [], words: [] },
  empty: (at) => text.empty(at),
  read(tree, report) {
    const read = text.read(tree, report);
    if (read.value === "" || ADDRESS.test(read.value)) return read;
    report.add(
      "link-unsafe",
      read.at,
      `\`${read.value.slice(0, 80)}\` is no link that a page may hold.`,
      "Begin it with `https://`, `http://`, `mailto:` or `tel:`, without spaces.",
    );
    return { ...read, value: "" };
  },
};

export const email = scalar(
  "an e-mail address",
  (value) => (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value) ? value : null),
  "",
);

export const days = scalar(
  "a number of days such as `14 days`",
  (value) => {
    const found = /^(\d{1,4}) days?$/.exec(value);
    return found === null ? null : Number(found[1]);
  },
  0,
  (words) => {
    const [, count, unit] = /^(\d{1,2}) ?(weeks?|d)$/.exec(words.trim()) ?? [];
    return count === undefined ? null : `${Number(count) * (unit === "d" ? 1 : 7)} days`;
  },
);

export const INTAKES = ["console", "portal", "email", "api", "agent"] as const satisfies readonly Intake[];

export const isIntake = (word: string): word is Intake => INTAKES.some((one) => one === word);

export const intake = choice<Intake>(new Map(INTAKES.map((word) => [word, word])), "console");

export const queueKey = choice<QueueKey>(
  new Map([
    ["severity", "severity"],
    ["plan", "plan"],
    ["due", "due"],
    ["age", "age"],
    ["arrival", "age"],
  ] as const),
  "age",
);

const FIRMNESSES = [
  "commitment",
  "target",
  "expectation",
  "aspiration",
  "best-effort",
  "per-contract",
  "unstated",
  "none",
] as const;

export const firmness = choice<Firmness>(
  new Map<string, Firmness>([
    ...FIRMNESSES.map((word): [string, Firmness] => [word, word]),
    ["sla", "commitment"],
    ["goal", "target"],
    ["standard", "expectation"],
    ["reasonable-effort", "best-effort"],
  ]),
  "unstated",
);
