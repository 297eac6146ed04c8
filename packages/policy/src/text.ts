import type { Duration, Locale, Plan, Policy, Target, Tier, Unit } from "./types.ts";

const WORDS: Readonly<Record<Locale, Readonly<Record<Unit, readonly [one: string, many: string]>>>> = {
  en: {
    minute: ["minute", "minutes"],
    hour: ["hour", "hours"],
    day: ["day", "days"],
    week: ["week", "weeks"],
    month: ["month", "months"],
    business_hour: ["business hour", "business hours"],
    business_day: ["business day", "business days"],
    business_week: ["business week", "business weeks"],
    next_business_day: ["next business day", "next business day"],
    service_hour: ["service hour", "service hours"],
    continuous: ["continuous work", "continuous work"],
  },
  de: {
    minute: ["Minute", "Minuten"],
    hour: ["Stunde", "Stunden"],
    day: ["Tag", "Tage"],
    week: ["Woche", "Wochen"],
    month: ["Monat", "Monate"],
    business_hour: ["Geschäftsstunde", "Geschäftsstunden"],
    business_day: ["Geschäftstag", "Geschäftstage"],
    business_week: ["Geschäftswoche", "Geschäftswochen"],
    next_business_day: ["nächster Geschäftstag", "nächster Geschäftstag"],
    service_hour: ["Servicestunde", "Servicestunden"],
    continuous: ["ununterbrochene Arbeit", "ununterbrochene Arbeit"],
  },
};

const FIGURES: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat("en"),
  de: new Intl.NumberFormat("de"),
};

/** The figure of a cell in parts; null for a cell without one. */
export function durationOf(target: Pick<Target, "amount" | "rangeLow" | "unit">): Duration | null {
  if (target.unit === null || (target.amount === null && target.unit !== "continuous")) return null;
  return { amount: target.amount, rangeLow: target.rangeLow, unit: target.unit };
}

/** The figure as the policy words it, never turned into another unit: “2 business days”. Empty without a figure. */
export function durationText(
  target: Pick<Target, "amount" | "rangeLow" | "unit">,
  locale: Locale = "en",
): string {
  const duration = durationOf(target);
  if (duration === null) return "";
  const [one, many] = WORDS[locale][duration.unit];
  if (duration.amount === null || duration.unit === "next_business_day") return one;
  const figure = (value: number) => FIGURES[locale].format(value);
  const low =
    duration.rangeLow === null ? "" : `${figure(duration.rangeLow)} ${locale === "de" ? "bis" : "to"} `;
  return `${low}${figure(duration.amount)} ${duration.amount === 1 && low === "" ? one : many}`;
}

/** “Enterprise Gold”: the plan's name, with the tier's where there is one. */
export function planText(plan: Plan, tier: Tier | null): string {
  return tier === null ? plan.name : `${plan.name} ${tier.name}`;
}

/** “Severity 2 (High)” for a severity the policy knows, else the id. */
export function severityText(policy: Policy, id: string, locale: Locale = "en"): string {
  const severity = policy.severities.find((one) => one.id === id);
  if (severity === undefined) return id;
  return `${locale === "de" ? "Schweregrad" : "Severity"} ${severity.id} (${severity.name})`;
}
