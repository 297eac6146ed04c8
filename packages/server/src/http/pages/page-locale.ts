/** Languages that the pages of the service itself are written in. */
export type PageLocale = "en" | "de";

/** The one the browser likes best, the first of equals (RFC 9110, Accept-Language); English when it likes neither. */
export function pageLocale(accepted = ""): PageLocale {
  const liked = accepted.split(",").flatMap((part): { locale: PageLocale; quality: number }[] => {
    const [range = "", weight = "q=1"] = part.split(";").map((word) => word.trim().toLowerCase());
    const locale = /^(en|de)(?:-|$)/.exec(range)?.[1];
    const quality = Number(weight.replace(/^q=/, ""));
    return (locale === "en" || locale === "de") && quality > 0 ? [{ locale, quality }] : [];
  });
  return liked.toSorted((a, b) => b.quality - a.quality)[0]?.locale ?? "en";
}
