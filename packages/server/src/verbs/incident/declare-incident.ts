import { type IncidentWord, invalidDeclaration, namesOf } from "@troth/core";
import { type Ctx, write } from "../context.ts";
import { invalidFields } from "../fail.ts";
import { appendToIncident } from "./incident-events.ts";

export type IncidentChanged = { readonly number: number; readonly version: number };

export type DeclareInput = IncidentWord & {
  readonly title: string;
  readonly components: readonly string[];
  readonly regions: readonly string[];
};

/** Declares an incident: from this commit on the status page, the feed and the form say it (P048, P049). */
export function declareIncident(ctx: Ctx, input: DeclareInput): Promise<IncidentChanged> {
  return write(ctx, "incident.write", async (scene) => {
    const invalid = invalidDeclaration(input, scene.now);
    if (invalid.length > 0) {
      throw invalidFields(invalid);
    }
    const { state, nextUpdateBy } = input;
    const { number, version } = await appendToIncident(ctx, scene, null, {
      kind: "incident.declared",
      number: await scene.tx.incidents.nextNumber(),
      title: input.title.trim(),
      components: namesOf(input.components),
      regions: namesOf(input.regions),
      state,
      text: input.text.trim(),
      nextUpdateBy,
    });
    return { number, version };
  });
}
