/** Zones by the letters that people write for them; each of several meanings stands for none. */
const LETTERS: Readonly<Record<string, string>> = {
  pst: "America/Los_Angeles",
  pdt: "America/Los_Angeles",
  pt: "America/Los_Angeles",
  pacific: "America/Los_Angeles",
  mt: "America/Denver",
  mountain: "America/Denver",
  ct: "America/Chicago",
  cdt: "America/Chicago",
  central: "America/Chicago",
  est: "America/New_York",
  edt: "America/New_York",
  et: "America/New_York",
  eastern: "America/New_York",
  gmt: "UTC",
  z: "UTC",
  bst: "Europe/London",
  uk: "Europe/London",
  cet: "Europe/Berlin",
  cest: "Europe/Berlin",
  eet: "Europe/Helsinki",
  jst: "Asia/Tokyo",
  sgt: "Asia/Singapore",
  hkt: "Asia/Hong_Kong",
  aest: "Australia/Sydney",
  aedt: "Australia/Sydney",
};

/** The zone of a city, or of letters such as `PST`, by its IANA name; null for words that name none or several. */
export function zoneMeant(words: string): string | null {
  const plain = words
    .trim()
    .toLowerCase()
    .replace(/ (?:standard |daylight )?time$/, "");
  if (Object.hasOwn(LETTERS, plain)) return LETTERS[plain] ?? null;
  const city = plain.replaceAll(/[\s-]+/g, "_").replace(/^.*\//, "");
  const found = Intl.supportedValuesOf("timeZone").filter((zone) => zone.toLowerCase().endsWith(`/${city}`));
  return found.length === 1 ? (found[0] ?? null) : null;
}
