import { resolveReference, SINGLE_REFERENCES } from "../page/references.ts";
import type { Policy } from "../types.ts";
import type { Definition } from "./definitions.ts";

/** The parts of a fact that a page can refer to; the empty part is the fact itself. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  plan: ["name", "pricing", "summary"],
  pricing: [""],
  channel: ["", "note"],
  calendar: ["", "hours", "zone"],
  severity: ["", "name", "summary"],
  category: [""],
  link: ["", "href"],
  product: [""],
  language: [""],
  metric: [""],
  cohort: [""],
  quota: [""],
  statement: [""],
};

const BLOCKS: Readonly<Record<string, string>> = {
  plan: "plans",
  pricing: "pricing",
  channel: "channels",
  calendar: "calendars",
  severity: "severities",
  category: "categories",
  link: "links",
  product: "products",
  language: "languages",
  metric: "metrics",
  cohort: "cohorts",
  quota: "quotas",
  statement: "statements",
};

export type OfferedReference = { readonly path: string; readonly words: string };

/** References that stand for something in this policy, each with its words; all that are likely when it cannot be read. */
export function referencesOf(
  policy: Policy | null,
  known: readonly Definition[],
): readonly OfferedReference[] {
  const facts = known.flatMap(({ kind, id, name }) => {
    const block = BLOCKS[kind];
    if (block === undefined) return [];
    return (PARTS[kind] ?? []).map((part) => ({
      path: [block, id, part].filter(Boolean).join("."),
      words: name,
    }));
  });
  const tiered = known.filter(({ kind }) => kind === "tier").map(({ path }) => `tiers.${path[1] ?? ""}`);
  const figures = (policy?.targets ?? []).map(({ plan, tier, metric, severity }) =>
    ["targets", plan, tier, metric, severity].filter((part) => part !== null).join("."),
  );
  const bare = [...SINGLE_REFERENCES, "pricing.paid", ...new Set(tiered), ...new Set(figures)].map(
    (path) => ({ path, words: "" }),
  );
  const all = [...bare, ...facts];
  if (policy === null) return all;
  return all.flatMap(({ path }) => {
    const resolved = resolveReference(policy, path);
    return resolved.ok ? [{ path, words: resolved.words.text }] : [];
  });
}
