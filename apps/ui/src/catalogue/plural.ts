/** “1 ticket”, “2,048 tickets”: number and word together, in the language's own way. */
export function counted(locale: "en" | "de", count: number, one: string, many: string): string {
  const figure = new Intl.NumberFormat(locale).format(count);
  return `${figure} ${new Intl.PluralRules(locale).select(count) === "one" ? one : many}`;
}
