import type { DraftKey } from "@troth/ui";
import type { CauseSections, DocumentSubject } from "../wire.ts";

export const NO_SECTIONS: CauseSections = { happened: "", impact: "", cause: "", changed: "" };

/** What stands in the form and is not saved, with the version it was begun on; null for nothing typed. */
export type Typed = {
  readonly sections: CauseSections;
  readonly change: string;
  readonly isOnStatusPage: boolean;
  readonly saw: number;
};

/** Where it is kept until it is saved: once for each ticket or incident. */
export function draftKeyOf({ kind, number }: DocumentSubject): DraftKey {
  return kind === "ticket" ? `cause-ticket-${number}` : `cause-incident-${number}`;
}

/** What was kept, also by an older version of the form; null for nothing. */
export function typedIn(kept: unknown): Typed | null {
  if (typeof kept !== "object" || kept === null || !("sections" in kept)) return null;
  const parts = kept.sections;
  if (typeof parts !== "object" || parts === null) return null;
  const text = (name: keyof CauseSections) => {
    const value: unknown = Reflect.get(parts, name);
    return typeof value === "string" ? value : "";
  };
  return {
    sections: {
      happened: text("happened"),
      impact: text("impact"),
      cause: text("cause"),
      changed: text("changed"),
    },
    change: "change" in kept && typeof kept.change === "string" ? kept.change : "",
    isOnStatusPage: "isOnStatusPage" in kept && kept.isOnStatusPage === true,
    saw: "saw" in kept && typeof kept.saw === "number" ? kept.saw : 0,
  };
}
