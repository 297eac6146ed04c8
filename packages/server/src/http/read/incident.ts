import { Fail } from "../../verbs/fail.ts";

/** The body of a word about an incident, with its instants as the desk counts them. */
export function incidentIn<B extends { readonly nextUpdateBy: string | null }>(
  body: B,
): Omit<B, "nextUpdateBy"> & { readonly nextUpdateBy: number | null } {
  const { nextUpdateBy } = body;
  const at = nextUpdateBy === null ? null : Date.parse(nextUpdateBy);
  if (at !== null && !Number.isSafeInteger(at))
    throw new Fail(
      "invalid",
      "The time of the next update cannot be read. Write it as 2026-07-06T14:45:00Z.",
    );
  return { ...body, nextUpdateBy: at };
}
