import { nearest } from "@troth/policy";
import Holidays from "date-holidays";
import { WrongUse } from "../policy/command.ts";

/** A country, or a part of one, whose holidays are known. */
export type Place = {
  /** `[country, region, part]` as date-holidays names them. */
  readonly codes: readonly string[];
  /** “Germany, Berlin”. */
  readonly name: string;
  /** Codes of the parts it has with days of their own. */
  readonly parts: readonly string[];
};

type Names = Readonly<Record<string, string>>;

const MOST_NEAR = 6;

/** Codes like the one that was asked for: what it stands for elsewhere, names that hold it, one letter changed. */
function near(asked: string, names: Names): string[] {
  const alias = aliasOf(asked, names);
  if (alias.length > 0) return alias;
  const word = asked.toLowerCase();
  const codes = Object.keys(names);
  const isNamed = (code: string) => word.length > 2 && (names[code] ?? "").toLowerCase().includes(word);
  const misspelt = nearest(
    word,
    codes.map((code) => (names[code] ?? "").toLowerCase()),
  );
  const found = [
    ...codes.filter(isNamed),
    ...codes.filter((code) => word.length > 2 && (names[code] ?? "").toLowerCase() === misspelt),
    ...codes.filter((code) => code.length === asked.length && differs(code, asked.toUpperCase()) === 1),
  ];
  return [...new Set(found)].slice(0, MOST_NEAR);
}

const differs = (a: string, b: string): number => a.split("").filter((letter, at) => letter !== b[at]).length;

/** `UK` is `GB`: what the platform makes of a code. */
function aliasOf(asked: string, names: Names): string[] {
  try {
    const region = new Intl.Locale(`und-${asked}`).region;
    return region !== undefined && region in names ? [region] : [];
  } catch {
    return [];
  }
}

const withName = (names: Names) => (code: string) => `${code} (${names[code]})`;

function unknown(kind: string, asked: string, names: Names): WrongUse {
  const found = near(asked, names);
  const codes = Object.keys(names);
  const known =
    found.length > 0
      ? `Did you mean ${found.map(withName(names)).join(", ")}?`
      : `Known: ${codes.join(", ") || "none"}.`;
  return new WrongUse(`There is no ${kind} “${asked}”. ${known}`);
}

const codeIn = (names: Names, asked: string): string | null =>
  Object.keys(names).find((code) => code.toUpperCase() === asked.toUpperCase()) ?? null;

/** `DE`, `de-be` or `DE-BY-A`; wrong use for a place that is not known, with those that are like it. */
export function placeOf(asked: string): Place {
  const list = new Holidays();
  const [country = "", region, part, ...more] = asked.split("-");
  if (more.length > 0)
    throw new WrongUse(`“${asked}” has too many parts; write it like DE, DE-BE or DE-BY-A.`);
  const countries: Names = list.getCountries("en");
  const code = codeIn(countries, country);
  if (code === null) throw unknown("country", country, countries);
  const states: Names = list.getStates(code, "en") ?? {};
  const here = countries[code] ?? code;
  if (region === undefined) return { codes: [code], name: here, parts: Object.keys(states) };
  const state = codeIn(states, region);
  if (state === null) throw unknown(`region of ${here}`, region, states);
  const there = `${here}, ${states[state]}`;
  const regions: Names = list.getRegions(code, state, "en") ?? {};
  if (part === undefined) return { codes: [code, state], name: there, parts: Object.keys(regions) };
  const last = codeIn(regions, part);
  if (last === null) throw unknown(`part of ${there}`, part, regions);
  return { codes: [code, state, last], name: `${there}, ${regions[last]}`, parts: [] };
}
