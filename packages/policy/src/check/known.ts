import { DESK_FIELDS } from "../decide/form.ts";
import type { FactsForm } from "../grammar/conditions.ts";
import { METRICS } from "../grammar/targets.ts";
import { ALWAYS } from "../lower/calendars.ts";
import type { FindingCode } from "../source/codes.ts";
import type { At, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import { checkKnown, idsOf } from "./lookup.ts";

export type Kind =
  | "calendar"
  | "category"
  | "channel"
  | "fact"
  | "field"
  | "language"
  | "link"
  | "plan"
  | "product"
  | "severity";

const CODES: Readonly<Record<Kind, FindingCode>> = {
  calendar: "calendar-undefined",
  category: "category-undefined",
  channel: "channel-undefined",
  fact: "fact-undefined",
  field: "field-undefined",
  language: "language-undefined",
  link: "link-undefined",
  plan: "plan-undefined",
  product: "product-undefined",
  severity: "severity-undefined",
};

const WORDS: Partial<Record<Kind, string>> = { field: "form field" };

/** Reports names that nothing defines; each kind of thing is gathered once. */
export type KnownNames = (
  kind: Kind,
  names: At<string> | readonly (At<string> | undefined)[] | undefined,
) => void;

const isList = (
  names: At<string> | readonly (At<string> | undefined)[],
): names is readonly (At<string> | undefined)[] => Array.isArray(names);

export function knownNames(source: Source, report: Report): KnownNames {
  const { form } = source;
  const ids: Readonly<Record<Kind, ReadonlySet<string>>> = {
    calendar: new Set([ALWAYS, ...idsOf(form.calendars)]),
    category: idsOf(form.categories),
    channel: idsOf(form.channels),
    fact: new Set((form.facts ?? []).flatMap(factIds)),
    field: new Set([...DESK_FIELDS, ...idsOf(form.form?.fields)]),
    language: idsOf(form.languages),
    link: idsOf(form.links),
    plan: idsOf(form.plans),
    product: idsOf(form.products),
    severity: idsOf(form.severities),
  };
  return (kind, names) => {
    if (names === undefined) return;
    for (const name of isList(names) ? names : [names]) {
      checkKnown(name, ids[kind], CODES[kind], WORDS[kind] ?? kind, report);
    }
  };
}

/** What conditions call a fact: its id, or where it has choices, each of them. */
const factIds = ({ id, value }: FactsForm[number]): readonly string[] =>
  value.choices?.map((choice) => `${id.value}.${choice.id.value}`) ?? [id.value];

/** The metrics that a policy may name: the built-in ones and its own. */
export const metricIds = ({ form }: Source): readonly string[] => [...METRICS.keys(), ...idsOf(form.metrics)];
