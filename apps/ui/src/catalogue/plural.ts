const FIGURES = { en: new Intl.NumberFormat("en"), de: new Intl.NumberFormat("de") };
const RULES = { en: new Intl.PluralRules("en"), de: new Intl.PluralRules("de") };

/** “1 ticket”, “2,048 tickets”: number and word together, in the language's own way. */
export function counted(locale: "en" | "de", count: number, one: string, many: string): string {
  return `${FIGURES[locale].format(count)} ${RULES[locale].select(count) === "one" ? one : many}`;
}
