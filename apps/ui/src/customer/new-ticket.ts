import { idsOf, type KeptFile, keptFilesIn } from "../attachments/kept-file.ts";
import { answerOf, controlOf, ownFields } from "./own-fields.ts";
import type { Fact, OpenTicket, Statement, TicketForm } from "./wire.ts";

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
  readonly product: string | null;
  /** Number of the incident that it is about. */
  readonly incident: number | null;
  /** What the policy's own fields hold, by their ids. */
  readonly answers: Readonly<Record<string, string>>;
  /** Answers to the facts that a severity is proposed from, by their ids. */
  readonly severityFacts: Readonly<Record<string, string>>;
  /** Ids of the statements that were confirmed. */
  readonly confirmed: readonly string[];
  /** Uploads that go along. */
  readonly files: readonly KeptFile[];
  /** Colleagues who are on it from the beginning. */
  readonly followers: readonly string[];
  /** Uploads for the form's fields of files, by their ids. */
  readonly fieldFiles: Readonly<Record<string, readonly KeptFile[]>>;
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
    product: null,
    incident: null,
    answers: {},
    severityFacts: {},
    confirmed: [],
    files: [],
    followers: [],
    fieldFiles: {},
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
  const answers = textsIn(held.answers);
  const files = keptFilesIn(held.files);
  const isBlank = [description, impact, ...Object.values(answers)].every((text) => text.trim() === "");
  const fieldFiles = filesByField(held.fieldFiles);
  if (isBlank && [files, ...Object.values(fieldFiles)].every((some) => some.length === 0)) return null;
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
    product: form.products.find((one) => one.id === held.product)?.id ?? null,
    incident: form.incidents.find((one) => one.number === held.incident)?.number ?? null,
    answers,
    severityFacts: textsIn(held.severityFacts),
    confirmed: textList(held.confirmed),
    files,
    followers: textList(held.followers),
    fieldFiles,
    leftOut: textList(held.leftOut),
    attempt: attemptOf(held.attempt),
  };
}

function filesByField(value: unknown): NewTicket["fieldFiles"] {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([id, files]) => [id, keptFilesIn(files)]));
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

function textList(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function textsIn(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

export const FAULTS = [
  "description-empty",
  "description-long",
  "answer-missing",
  "files-missing",
  "product-missing",
  "severity-missing",
  "impact-missing",
  "impact-long",
  "unconfirmed",
  "not-all-confirmed",
] as const;
export type Fault = (typeof FAULTS)[number];

/** What keeps the form from being sent, and the control that it is at. */
export type Misfit = { readonly fault: Fault; readonly at: string };

/** Ids of the controls of what every request says. */
export const CONTROLS = {
  description: "troth-description",
  impact: "troth-impact",
  product: "troth-product",
  severity: "troth-severity",
  statements: "troth-statements",
} as const;

/** All that keeps the form from being sent, in the order of its fields; `asks` are the statements to confirm. */
export function misfitsOf(
  ticket: NewTicket,
  form: TicketForm,
  asks: readonly Statement[] = [],
): readonly Misfit[] {
  const { description, impact, product, severity, statements } = CONTROLS;
  const misfits: Misfit[] = [];
  const at = (control: string, fault: Fault, isWrong: boolean) => {
    if (isWrong) misfits.push({ fault, at: control });
  };
  at(description, "description-empty", ticket.description.trim() === "");
  at(description, "description-long", ticket.description.length > form.limits.description);
  at(product, "product-missing", form.mustChoose.includes("product") && ticket.product === null);
  for (const { id, isRequired, kind } of ownFields(form, ticket)) {
    const hasFiles = (ticket.fieldFiles[id] ?? []).length > 0;
    if (kind === "files") at(controlOf(id), "files-missing", isRequired && !hasFiles);
    else at(controlOf(id), "answer-missing", isRequired && (ticket.answers[id] ?? "").trim() === "");
  }
  at(severity, "severity-missing", form.mustChoose.includes("severity") && ticket.severity === null);
  if (asksImpact(ticket, form)) {
    at(impact, "impact-missing", ticket.impact.trim() === "" && !ticket.isImpactUnknown);
    at(impact, "impact-long", ticket.impact.length > form.limits.businessImpact);
  }
  const isConfirmed = ({ id }: Statement) => ticket.confirmed.includes(id);
  const isEnough = (ask: Statement) =>
    ask.oneOf !== undefined && asks.some((other) => other.oneOf === ask.oneOf && isConfirmed(other));
  const open = asks.filter((ask) => !isConfirmed(ask) && !isEnough(ask));
  at(
    statements,
    "not-all-confirmed",
    open.some(({ oneOf }) => oneOf === undefined),
  );
  at(statements, "unconfirmed", open.length > 0);
  return misfits;
}

/** Whether the chosen severity asks what the problem costs the business. */
export function asksImpact(ticket: NewTicket, form: TicketForm): boolean {
  return form.severities.find((one) => one.id === ticket.severity)?.asksBusinessImpact ?? false;
}

/** The facts that go along: those of the page less those taken out. */
export function sentFacts(ticket: NewTicket, facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => !ticket.leftOut.includes(fact.value));
}

/** The answers to what is asked now; what was written for another choice stays in the draft only. */
function sentAnswers(ticket: NewTicket, form: TicketForm): Record<string, string> {
  return Object.fromEntries(
    ownFields(form, ticket).flatMap((field) => {
      const held = ticket.answers[field.id] ?? "";
      return held.trim() === "" ? [] : [[field.id, answerOf(field, held)]];
    }),
  );
}

/** The answers to these facts: what was said to a question that is no longer asked does not count. */
export function answersAmong(
  answers: NewTicket["severityFacts"],
  asked: readonly string[],
): NewTicket["severityFacts"] {
  return Object.fromEntries(Object.entries(answers).filter(([fact]) => asked.includes(fact)));
}

/** The uploads for the fields of files that are asked now. */
function sentFiles(ticket: NewTicket, { form, now }: { form: TicketForm; now: number }) {
  return Object.fromEntries(
    ownFields(form, ticket).flatMap(({ id, kind }) => {
      const ids = kind === "files" ? idsOf(ticket.fieldFiles[id] ?? [], now) : [];
      return ids.length === 0 ? [] : [[id, ids]];
    }),
  );
}

/** The request, with an Idempotency-Key that stays the same as long as nothing in it changes. */
export function requestOf(
  ticket: NewTicket,
  context: {
    readonly form: TicketForm;
    readonly facts: readonly Fact[];
    /** Ids of the facts that are asked now. */
    readonly asked: readonly string[];
    readonly locale: "en" | "de";
    readonly zone: string;
    readonly now: number;
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
    product: ticket.product,
    incident: ticket.incident,
    answers: sentAnswers(ticket, context.form),
    severityFacts: answersAmong(ticket.severityFacts, context.asked),
    confirmed: [...ticket.confirmed],
    attachments: idsOf(ticket.files, context.now),
    followers: [...ticket.followers],
    files: sentFiles(ticket, context),
    locale: context.locale,
    zone: context.zone,
  };
  const text = JSON.stringify(body);
  const key = ticket.attempt?.body === text ? ticket.attempt.key : newKey();
  return { body, attempt: { key, body: text } };
}
