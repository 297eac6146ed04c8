import type { Source } from "../source/source.ts";
import type { Policy } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { lowerCohorts } from "./cohorts.ts";
import { lowerContacts } from "./contacts.ts";
import { lowerService } from "./service.ts";
import { lowerDecision } from "./severities.ts";

/** What many policies do without. A key that the author left out is absent, so that a policy's hash stays. */
export function lowerFurther(source: Source, clauses: ClauseLookup): Partial<Policy> {
  return {
    ...lowerCohorts(source, clauses),
    ...lowerDecision(source, clauses),
    ...lowerContacts(source, clauses),
    ...lowerService(source, clauses),
  };
}
