import { createRequire } from "node:module";
import { type Arguments, command, json, needed, success, WrongUse } from "../policy/command.ts";
import { daysOf, type HolidayType, TYPES } from "./days.ts";
import { placeOf } from "./places.ts";
import { printList, SITE } from "./print.ts";

const help = `Usage: troth holidays COUNTRY[-REGION] --years A-B [--lang L] [--types T,T] [--open HH:MM] [--json]

Prints a dated list of holidays to review and save as holidays/NAME.yaml in a policy folder.

  --years A-B    the years, e.g. 2026-2028, or one of them
  --lang L       language of the names; the place's own when left out
  --types T,T    public (when left out), bank, optional, school, observance
  --open HH:MM   when the desk opens; half days then become days with hours of their own

Examples:
  troth holidays US --years 2026-2028 > holidays/us-federal.yaml
  troth holidays DE-BE --years 2027 --lang en --types public,bank --open 09:00
`;

const EARLIEST = 1970;
const LATEST = 2100;
const MOST_YEARS = 20;

function yearsOf(given: Arguments): { readonly first: number; readonly last: number } {
  const words = needed(given, "years");
  const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(words) ?? [];
  if (from === undefined) throw new WrongUse(`--years is written like 2026-2028; “${words}” is not.`);
  const [first, last] = [Number(from), Number(to)];
  if (first > last) throw new WrongUse(`The years go backwards; did you mean --years ${last}-${first}?`);
  if (first < EARLIEST || last > LATEST)
    throw new WrongUse(`Calendars know the years from ${EARLIEST} to ${LATEST}; ${words} is outside.`);
  if (last - first >= MOST_YEARS)
    throw new WrongUse(`${last - first + 1} years are too many to review; ask for ${MOST_YEARS} at most.`);
  return { first, last };
}

function typesOf(given: Arguments): readonly HolidayType[] {
  return (given.text("types") ?? "public").split(",").map((word) => {
    const found = TYPES.find((type) => type === word.trim());
    if (found === undefined) throw new WrongUse(`There is no type “${word}”. Known: ${TYPES.join(", ")}.`);
    return found;
  });
}

function openingOf(given: Arguments): string | null {
  const opensAt = given.text("open");
  if (opensAt !== null && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(opensAt))
    throw new WrongUse(`--open is a time such as 09:00; “${opensAt}” is not.`);
  return opensAt;
}

function placeAsked({ positionals: [asked, ...more] }: Arguments): string {
  if (asked === undefined) throw new WrongUse("Name the country, e.g. US, or with its region, e.g. DE-BE.");
  if (more.length > 0) throw new WrongUse(`One place at a time; “${more[0]}” is too much.`);
  return asked;
}

/** Where the dates come from, with the version that is installed. */
function versionOf(): string {
  const read: unknown = createRequire(import.meta.url)("date-holidays/package.json");
  return typeof read === "object" && read !== null && "version" in read ? String(read.version) : "";
}

/** Loaded by itself alone: its dates take half a second to load. */
export const holidays = command(
  {
    name: "holidays",
    summary: "print a list of holidays to review and save",
    help,
    options: { years: "text", lang: "text", types: "text", open: "text" },
  },
  (given) => {
    const place = placeOf(placeAsked(given));
    const { first, last } = yearsOf(given);
    const opensAt = openingOf(given);
    const types = typesOf(given);
    const days = daysOf({ place, first, last, types, language: given.text("lang") });
    const asked = place.codes.join("-");
    if (days.length === 0)
      throw new WrongUse(`No ${types.join(" or ")} holidays are known for ${place.name} in these years.`);
    const version = versionOf();
    if (given.has("json"))
      return success(
        json({
          name: place.name,
          source: `date-holidays ${version}, ${SITE}`,
          through: `${last}-12-31`,
          days,
        }),
      );
    return success(printList({ place, asked, last, version, days, opensAt }));
  },
);
