import type { Reach } from "@troth/core";

/** The condition that keeps a query of tickets (`t`) within a reach, with its values from `$first` on. */
export function within(reach: Reach, first: number): [condition: string, values: string[]] {
  switch (reach.tickets) {
    case "all":
      return ["true", []];
    case "organisation":
      return [`t.organisation_id = $${first}`, [reach.organisation]];
    case "own":
      return [
        `t.organisation_id = $${first} and t.requester_id = $${first + 1}`,
        [reach.organisation, reach.person],
      ];
    case "none":
      return ["false", []];
  }
}
