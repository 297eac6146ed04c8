/** Languages the catalogue speaks. */
export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];

/** The reader's language for words, and the full tag for dates and figures (`en-GB`, `de-AT`). */
export type Tongue = { readonly locale: Locale; readonly tag: string };

/**
 * The first of the wanted tags that the catalogue speaks, else British English. A tag without a region is
 * `en-GB` for English, whose order and clock our own sentences follow.
 */
export function tongueOf(wanted: readonly string[]): Tongue {
  for (const tag of wanted) {
    const locale = LOCALES.find((one) => tag.toLowerCase().split("-")[0] === one);
    if (locale === undefined || !isTag(tag)) continue;
    return { locale, tag: tag.includes("-") ? tag : locale === "en" ? "en-GB" : tag };
  }
  return { locale: "en", tag: "en-GB" };
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The browser's wish: `?locale=` first, then its languages. */
export function browserTongue(): Tongue {
  return chosenTongue(null);
}

/** The language a reader chose; what the address asks for comes before it, what the browser wishes after it. */
export function chosenTongue(locale: Locale | null): Tongue {
  const asked = new URLSearchParams(globalThis.location.search).get("locale");
  const chosen = locale === null ? [] : [locale];
  const own = globalThis.navigator.languages;
  // Of the browser's tags, the one of that language knows its region: «de-AT».
  const regional = own.filter((tag) => locale !== null && tag.toLowerCase().startsWith(`${locale}-`));
  return tongueOf([...(asked === null ? [] : [asked]), ...regional, ...chosen, ...own]);
}

/** The browser's IANA zone. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
