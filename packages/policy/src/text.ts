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
    same_business_day: ["same business day", "same business day"],
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
    same_business_day: ["selber Geschäftstag", "selber Geschäftstag"],
    service_hour: ["Servicestunde", "Servicestunden"],
    continuous: ["ununterbrochene Arbeit", "ununterbrochene Arbeit"],
  },
};

const FIGURES: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat("en"),
  de: new Intl.NumberFormat("de"),
};

/** Units that stand without a number. */
const NAMED_DAYS: ReadonlySet<Unit> = new Set(["next_business_day", "same_business_day"]);

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
  if (duration.amount === null || NAMED_DAYS.has(duration.unit)) return one;
  const figure = (value: number) => FIGURES[locale].format(value);
  const low =
    duration.rangeLow === null ? "" : `${figure(duration.rangeLow)} ${locale === "de" ? "bis" : "to"} `;
  return `${low}${figure(duration.amount)} ${duration.amount === 1 && low === "" ? one : many}`;
}

/** “Enterprise Gold”: the plan's name, with the tier's where there is one. */
export function planText(plan: Plan, tier: Tier | null): string {
  return tier === null ? plan.name : `${plan.name} ${tier.name}`;
}

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** Names that say themselves that they are a severity: “Sev A”, “Severity 1 (urgent)”, “Priority 2”. */
export const NAMES_ITSELF = /^(?:sev(?:erity)?|prio(?:rity)?|level|schweregrad|priorität|stufe)[\s\d-]/i;

/** “Severity 2 (High)” for a severity the policy knows, “Severity Urgent” where its name holds its id; else the id. */
export function severityText(policy: Policy, id: string, locale: Locale = "en"): string {
  const severity = policy.severities.find((one) => one.id === id);
  if (severity === undefined) return id;
  const { name } = severity;
  if (NAMES_ITSELF.test(name)) return name;
  const word = locale === "de" ? "Schweregrad" : "Severity";
  const words = name.split(/[^\p{L}\p{N}]+/u).map(lettersOf);
  const holdsId = lettersOf(id) === lettersOf(name) || words.includes(lettersOf(id));
  return holdsId ? `${word} ${name}` : `${word} ${id} (${name})`;
}

/** Whether requests have levels at all; without a scale every request is alike, and pages speak of none. */
export const hasScale = ({ severities }: Policy): boolean =>
  severities.length !== 1 || severities[0]?.id !== "any" || severities[0].grounds.length > 0;
