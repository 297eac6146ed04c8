import type { OwnIncident } from "../wire.ts";

/** An open incident in eu-1 as its customer reads it, for tests. */
export function ownIncident(more: Partial<OwnIncident> = {}): OwnIncident {
  return {
    number: 7,
    title: "Some connections fail",
    components: [],
    regions: ["eu-1"],
    state: "investigating",
    declaredAt: "2026-07-06T13:05:00.000Z",
    changedAt: "2026-07-06T13:05:00.000Z",
    resolvedAt: null,
    nextUpdateBy: "2026-07-06T14:45:00.000Z",
    causeAt: null,
    updates: [
      {
        at: "2026-07-06T13:05:00.000Z",
        state: "investigating",
        text: "Up to 1 in 5 new connections time out.",
      },
    ],
    isFollowed: false,
    projects: [{ id: "prj-staging", name: "staging", region: "eu-1" }],
    ...more,
  };
}
