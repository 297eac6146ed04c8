import { differenceOf, type Locale, type Policy, renderDifference } from "@troth/policy";
import { command, json, success, WrongUse } from "./command.ts";
import { loadPolicies } from "./load.ts";

const help = `Usage: troth diff DIR1 DIR2 [--lang en|de] [--format md|html] [--json]

Tells what changes for customers between two versions of a policy, in their words: first for each support
plan, then for everybody. Things are known by their ids, so a plan with a new name has not gone.
Exits 0 whether or not anything differs.

Examples:
  troth diff policies/neon-2024-09 policies/my-draft
  troth diff policies/neon-2024-09 policies/my-draft --lang de --json
`;

const isLocale = (word: string): word is Locale => word === "en" || word === "de";

const named = ({ id, version, hash }: Policy) => ({ id, version, hash });

export const diff = command(
  {
    name: "diff",
    summary: "tell what changes for customers between two policies",
    help,
    options: { lang: "text", format: "text" },
  },
  (given, surroundings) => {
    const [from, to, more] = given.positionals;
    if (from === undefined || to === undefined)
      throw new WrongUse("Name two policy folders: the earlier, then the later.");
    if (more !== undefined) throw new WrongUse(`Two folders at a time; “${more}” is too much.`);
    const locale = given.text("lang") ?? "en";
    if (!isLocale(locale)) throw new WrongUse(`--lang is en or de; “${locale}” is neither.`);
    const format = given.text("format") ?? "md";
    if (format !== "md" && format !== "html")
      throw new WrongUse(`--format is md or html; “${format}” is neither.`);
    const loaded = loadPolicies([from, to], surroundings);
    if ("refused" in loaded) return loaded.refused;
    const [before, after] = loaded.policies.map((one) => one.policy);
    if (before === undefined || after === undefined) throw new WrongUse("Name two policy folders.");
    const changes = differenceOf(before, after);
    if (!given.has("json")) return success(renderDifference(changes, { format, locale }));
    const told = changes.map((change) => ({
      ...change,
      before: change.before?.[locale] ?? null,
      after: change.after?.[locale] ?? null,
      sentence: change.sentence[locale],
    }));
    return success(json({ from: named(before), to: named(after), changes: told }));
  },
);
