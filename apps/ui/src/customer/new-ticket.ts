import type { Fact, OpenTicket, TicketForm } from "./wire.ts";

/** What the dialog holds, as it is kept in the draft. `null` severity means «you decide». */
export type NewTicket = {
  readonly category: string;
  readonly description: string;
  readonly severity: string | null;
  readonly impact: string;
  readonly isImpactUnknown: boolean;
  readonly project: string | null;
  readonly branch: string | null;
  readonly endpoint: string | null;
  /** Values of the facts that the reader took out. */
  readonly leftOut: readonly string[];
  /** The last try to send, so that a retry of the same text cannot make a second ticket (T26). */
  readonly attempt: { readonly key: string; readonly body: string } | null;
};

/** What the place Support was pressed on is known to be about. */
export type Prefill = {
  readonly category: string | null;
  readonly project: string | null;
  readonly branch: string | null;
  readonly endpoint: string | null;
  readonly facts: readonly Fact[];
};

export const NO_PREFILL: Prefill = { category: null, project: null, branch: null, endpoint: null, facts: [] };

/** An empty form for this place; ids the desk does not know are left out. */
export function emptyTicket(form: TicketForm, prefill: Prefill): NewTicket {
  const category = form.categories.find((one) => one.id === prefill.category) ?? form.categories[0];
  const project = form.projects.find((one) => one.id === prefill.project);
  const branch = project?.branches.find((one) => one.id === prefill.branch);
  const endpoint = branch?.endpoints.find((one) => one.id === prefill.endpoint);
  return {
    category: category?.id ?? "",
    description: "",
    severity: null,
    impact: "",
    isImpactUnknown: false,
    project: project?.id ?? null,
    branch: branch?.id ?? null,
    endpoint: endpoint?.id ?? null,
    leftOut: [],
    attempt: null,
  };
}

/** A kept draft read over an empty form: what no longer exists falls back, what was written stays. */
export function draftOver(empty: NewTicket, form: TicketForm, kept: unknown): NewTicket | null {
  if (typeof kept !== "object" || kept === null) return null;
  const held: Partial<Record<keyof NewTicket, unknown>> = kept;
  const description = textOr(held.description, "");
  const impact = textOr(held.impact, "");
  if (description.trim() === "" && impact.trim() === "") return null;
  const place = placeOf(form, held);
  return {
    ...empty,
    ...place,
    category: form.categories.some((one) => one.id === held.category)
      ? textOr(held.category, empty.category)
      : empty.category,
    severity: form.severities.find((one) => one.id === held.severity)?.id ?? null,
    description,
    impact,
    isImpactUnknown: held.isImpactUnknown === true,
    leftOut: Array.isArray(held.leftOut) ? held.leftOut.filter((one) => typeof one === "string") : [],
    attempt: attemptOf(held.attempt),
  };
}

function placeOf(form: TicketForm, held: Partial<Record<keyof NewTicket, unknown>>) {
  const project = form.projects.find((one) => one.id === held.project);
  const branch = project?.branches.find((one) => one.id === held.branch);
  const endpoint = branch?.endpoints.find((one) => one.id === held.endpoint);
  return { project: project?.id ?? null, branch: branch?.id ?? null, endpoint: endpoint?.id ?? null };
}

function attemptOf(value: unknown): NewTicket["attempt"] {
  if (typeof value !== "object" || value === null || !("key" in value) || !("body" in value)) return null;
  return typeof value.key === "string" && typeof value.body === "string"
    ? { key: value.key, body: value.body }
    : null;
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

export type Fault = "description-empty" | "description-long" | "impact-missing" | "impact-long";

/** What keeps the form from being sent, in the order of its fields. */
export function faultsOf(ticket: NewTicket, form: TicketForm): readonly Fault[] {
  const faults: Fault[] = [];
  if (ticket.description.trim() === "") faults.push("description-empty");
  if (ticket.description.length > form.limits.description) faults.push("description-long");
  if (asksImpact(ticket, form)) {
    if (ticket.impact.trim() === "" && !ticket.isImpactUnknown) faults.push("impact-missing");
    if (ticket.impact.length > form.limits.businessImpact) faults.push("impact-long");
  }
  return faults;
}

/** Whether the chosen severity asks what the problem costs the business. */
export function asksImpact(ticket: NewTicket, form: TicketForm): boolean {
  return form.severities.find((one) => one.id === ticket.severity)?.asksBusinessImpact ?? false;
}

/** The facts that go along: those of the page less those taken out. */
export function sentFacts(ticket: NewTicket, facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => !ticket.leftOut.includes(fact.value));
}

/** The request, with an Idempotency-Key that stays the same as long as nothing in it changes. */
export function requestOf(
  ticket: NewTicket,
  context: {
    readonly form: TicketForm;
    readonly facts: readonly Fact[];
    readonly locale: "en" | "de";
    readonly zone: string;
  },
  newKey: () => string,
): { readonly body: OpenTicket; readonly attempt: { readonly key: string; readonly body: string } } {
  const hasImpact = asksImpact(ticket, context.form);
  const impact = ticket.impact.trim();
  const body: OpenTicket = {
    category: ticket.category,
    description: ticket.description,
    severity: ticket.severity,
    businessImpact: hasImpact && impact !== "" ? ticket.impact : null,
    isBusinessImpactUnknown: hasImpact && impact === "" && ticket.isImpactUnknown,
    project: ticket.project,
    branch: ticket.branch,
    endpoint: ticket.endpoint,
    facts: sentFacts(ticket, context.facts),
    locale: context.locale,
    zone: context.zone,
  };
  const text = JSON.stringify(body);
  const key = ticket.attempt?.body === text ? ticket.attempt.key : newKey();
  return { body, attempt: { key, body: text } };
}
