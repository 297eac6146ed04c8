import type { Policy } from "@troth/policy";
import type { components } from "@troth/sdk";

type Subscription = { readonly pricing: string; readonly tier: string | null };
type OpenTicket = components["schemas"]["OpenTicket"];
type TicketForm = components["schemas"]["TicketForm"];

/** The made-up customers' plans, dearest last; another vendor's stand in for them by their place. */
const PLANS = ["free", "launch", "scale", "business", "enterprise"];

/** What a made-up customer pays under this policy: the plan of that name, else the one in its place; null for none. */
export function fittedSubscription(policy: Policy, { pricing, tier }: Subscription): Subscription | null {
  const { pricing: rows } = policy;
  const place = PLANS.indexOf(pricing) / (PLANS.length - 1);
  const row = rows.find(({ id }) => id === pricing) ?? rows[Math.round(place * (rows.length - 1))];
  const plan = policy.plans.find(({ id }) => id === row?.plan);
  if (row === undefined || plan === undefined) return null;
  const known = plan.tiers.find(({ id }) => id === tier)?.id;
  return { pricing: row.id, tier: known ?? plan.defaultTier ?? plan.tiers[0]?.id ?? null };
}

/** A made-up ticket as this form takes it: one of its kinds and severities, and a word where it demands one. */
export function fittedTicket(form: TicketForm, ticket: OpenTicket): OpenTicket {
  const kinds = form.categories.filter(({ route }) => route === "support");
  const category = (form.categories.find(({ id }) => id === ticket.category) ?? kinds[0])?.id ?? "";
  const severity = form.severities.find(({ id }) => id === ticket.severity)?.id ?? null;
  const [title = ""] = ticket.description.split("\n");
  const asked = form.fields.filter(
    ({ isRequired, categories, severities, products }) =>
      isRequired &&
      (categories?.includes(category) ?? true) &&
      (severities === null || (severity !== null && severities.includes(severity))) &&
      products === null,
  );
  const answers = asked.map(({ id, kind, choices }) => [id, kind === "choice" ? (choices[0] ?? "") : title]);
  return { ...ticket, category, severity, answers: Object.fromEntries(answers) };
}
