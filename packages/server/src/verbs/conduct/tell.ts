import type { OutboxItem } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import type { CaseChanged } from "./case-events.ts";

/** A mail about one event of a case, once a person. */
export function tellOf(ctx: Ctx, scene: Scene, { id, number, version }: CaseChanged) {
  return (kind: ConductMail, person: string): OutboxItem => ({
    id: ctx.ids.uuid(),
    kind,
    effectKey: `conduct:${id}:${version}:${person}`,
    body: { case: number, person },
    at: scene.now,
  });
}

export type ConductMail = "conduct-reported" | "conduct-answer" | "conduct-decision" | "conduct-reinstated";
