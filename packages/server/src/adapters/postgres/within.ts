import type { Reach } from "@troth/core";

/** The condition that keeps a query of tickets (`t`) within a reach, with its values from `$first` on. */
export function within(
  reach: Reach,
  first: number,
): [condition: string, values: readonly (string | boolean)[]] {
  const own = `t.organisation_id = $${first}`;
  const takesPart = `(t.requester_id = $${first + 1} or $${first + 1} = any (t.followers))`;
  switch (reach.tickets) {
    case "all":
      return ["true", []];
    case "organisation":
      return [
        `${own} and (not t.is_restricted or $${first + 2} or ${takesPart})`,
        [reach.organisation, reach.person, reach.seesRestricted],
      ];
    case "own":
      return [`${own} and ${takesPart}`, [reach.organisation, reach.person]];
    case "none":
      return ["false", []];
  }
}
