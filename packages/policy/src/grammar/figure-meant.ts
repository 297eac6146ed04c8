import { parseFigure } from "./figure.ts";

const NUMBERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "1",
    an: "1",
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
    ten: "10",
    twelve: "12",
    fifteen: "15",
    twenty: "20",
    "twenty-four": "24",
    thirty: "30",
    "forty-eight": "48",
    sixty: "60",
    "seventy-two": "72",
    ninety: "90",
  }),
);

/** Cells in words of published tables, and the word of the language for them. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/^(?:n\/?a|n\.a\.|[-–—x✗✕]|not (?:available|included|applicable|covered)|no sla|no)$/, "not offered"],
  [/^(?:asap|as soon as possible|when(?:ever)? possible|.*\befforts?)$/, "best effort"],
  [
    /^(?:custom|customi[sz]ed|negotiated|negotiable|by agreement|contact (?:us|sales)|as contracted)$/,
    "per contract",
  ],
  [/^(?:tbd|tba|unknown|varies|\?)$/, "unstated"],
  [/^(?:eo[bd]|cob|end of (?:the )?day|same day)$/, "same business day"],
  [/^(?:next day|tomorrow)$/, "next business day"],
];

const ROUND_THE_CLOCK =
  /[,;]?\s*\(?(?:24\s?[/x×*]\s?7(?:\s?[/x×*]\s?365)?|(?:a)?round[ -]the[ -]clock|24 hours a day)\)?/;
const IN_BUSINESS_TIME =
  /\s*(?:\(|during |in |of )+\s*(?:the )?(?:local )?(?:business|office|working|support) hours\)?/;
const IN_FRONT =
  /^(?:(?:with)?in|less than|under|up to|at most|max(?:imum)?\.?|no (?:more|later) than|every|each|about|approx(?:imately)?\.?|target:?|by|[<≤~]=?)\s*/;

/** The figure that words of a published table most likely mean, as this language writes it; null when none is near. */
export function figureMeant(text: string): string | null {
  const [head = "", ...behind] = text.trim().toLowerCase().replaceAll(/\s+/g, " ").split("@");
  const bare = head.trim();
  const instead = INSTEAD.find(([words]) => words.test(bare))?.[1];
  if (instead !== undefined) return behind.length === 0 ? instead : null;
  const isAlways = ROUND_THE_CLOCK.test(bare);
  const isBusiness = IN_BUSINESS_TIME.test(bare);
  const figure = bare
    .replace(ROUND_THE_CLOCK, "")
    .replace(IN_BUSINESS_TIME, "")
    .replace(IN_FRONT, "")
    .replace(/^half an hour/, "30 minutes")
    .replaceAll(/(?<!\d|-)[a-z]+(?:-[a-z]+)?/g, (word) => NUMBERS.get(word) ?? word)
    .replace(/(?<=\d)\s?d\b/, " days")
    .replace(/\.$/, "")
    .trim();
  const unit = isBusiness ? figure.replace(/(?<=\d\s?)(hours?|days?|h|hrs?)\b/, "business $1") : figure;
  const calendar = behind.length > 0 ? ` @${behind.join("@")}` : isAlways ? " @ always" : "";
  const meant = `${unit}${calendar}`;
  return parseFigure(meant) === null || meant === text ? null : meant;
}
