import { planNames } from "../page/sentences.ts";
import type { AddOn, ChannelLimits, Policy, Price } from "../types.ts";
import { compose, type Said, said } from "./change.ts";

const PER: Readonly<Record<string, Said>> = {
  month: said("per month", "je Monat"),
  year: said("per year", "je Jahr"),
  ticket: said("per ticket", "je Ticket"),
  organisation: said("per organisation", "je Organisation"),
  account: said("per account", "je Konto"),
  project: said("per project", "je Projekt"),
  cluster: said("per cluster", "je Cluster"),
};

/** “the greater of 50 EUR and 5 % of net spend, per month”. */
export function priceSaid({ flat, percent, of, currency, per, note }: Price): Said {
  return compose((locale) => {
    const fixed = flat === null ? "" : [flat, currency].filter((part) => part !== null).join(" ");
    const from = of === null ? "" : locale === "de" ? ` von ${of}` : ` of ${of}`;
    const share = percent === null ? "" : `${percent} %${from}`;
    const both =
      locale === "de"
        ? `der höhere Betrag aus ${fixed} und ${share}`
        : `the greater of ${fixed} and ${share}`;
    const amount = fixed !== "" && share !== "" ? both : fixed || share;
    return [amount, per === null ? "" : (PER[per]?.[locale] ?? per), note ?? ""]
      .filter((part) => part !== "")
      .join(", ");
  });
}

/** “beside Basic and Premium, per organisation”. */
export function addOnSaid(policy: Policy, { to, per }: AddOn): Said {
  return compose((locale) => {
    const any = locale === "de" ? "zu jedem Plan" : "beside any plan";
    const some = `${locale === "de" ? "zu" : "beside"} ${planNames(policy, to)}`;
    return [to === null ? any : some, per === null ? "" : (PER[per]?.[locale] ?? per)]
      .filter((part) => part !== "")
      .join(", ");
  });
}

type Named = { readonly id: string; readonly name: string };

/** What narrows a channel, with names in place of ids. */
export function namedLimits(
  policy: Policy,
  limits: ChannelLimits | undefined,
): Readonly<Record<string, unknown>> {
  if (limits === undefined) return {};
  const { categories, products, severities, languages, hours, ...rest } = limits;
  const names = (key: string, ids: readonly string[] | undefined, rows: readonly Named[] | undefined) =>
    ids === undefined ? {} : { [key]: ids.map((id) => rows?.find((row) => row.id === id)?.name ?? id) };
  return {
    ...names("categories", categories, policy.categories),
    ...names("products", products, policy.products),
    ...names("severities", severities, policy.severities),
    ...names("languages", languages, policy.languages),
    ...(hours === undefined ? {} : { hours: policy.calendars[hours]?.name ?? hours }),
    ...rest,
  };
}
