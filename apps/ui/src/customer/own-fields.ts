import type { FormField, TicketForm } from "./wire.ts";

/** What was chosen so far, which says what else is asked. */
export type Choice = {
  readonly category: string;
  readonly severity: string | null;
  readonly product: string | null;
};

const isAbout = (wanted: readonly string[] | null, chosen: string | null) =>
  wanted === null || (chosen !== null && wanted.includes(chosen));

/** The policy's own fields that are asked for this choice, in its order. */
export function ownFields({ fields }: Pick<TicketForm, "fields">, choice: Choice): readonly FormField[] {
  return fields.filter(
    (field) =>
      isAbout(field.categories, choice.category) &&
      isAbout(field.severities, choice.severity) &&
      isAbout(field.products, choice.product),
  );
}

/** Id of the control of one of them. */
export const controlOf = (field: string): string => `troth-own-${field}`;

/** What a control holds as the desk takes it: a local date and time is told as an instant. */
export function answerOf({ kind }: Pick<FormField, "kind">, held: string): string {
  if (kind !== "instant" || held === "") return held;
  const at = new Date(held);
  return Number.isNaN(at.getTime()) ? held : at.toISOString();
}
