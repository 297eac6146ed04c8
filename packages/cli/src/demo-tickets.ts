import type { components } from "@troth/sdk";

type OpenTicket = components["schemas"]["OpenTicket"];

/** What the made-up customers have written before you come. */
export const DEMO_TICKETS: ReadonlyArray<OpenTicket & { readonly member: string }> = [
  {
    member: "usr-ana-ruiz",
    category: "issue",
    severity: "2",
    project: "prj-staging",
    branch: "br-staging-main",
    endpoint: "ep-7",
    description:
      "Restore of branch main stops at 40 %\n\nWe started a restore to yesterday 18:00 twice. Both times it stopped at 40 % after about ten minutes:\n\n    restore_branch failed: copying pages timed out\n\nWe can go on working on a copy, but the release is blocked.",
    facts: [
      { name: "Region", value: "eu-1" },
      { name: "Request id", value: "8c1f04d2" },
    ],
    locale: "en",
    zone: "Europe/Berlin",
  },
  {
    member: "usr-ingrid-solberg",
    category: "issue",
    severity: "1",
    businessImpact:
      "No card payment goes through since the endpoints stopped answering. About 300 orders an hour are lost.",
    project: "prj-payments",
    branch: "br-payments-main",
    description:
      "All endpoints of payments refuse connections\n\nEvery connection to ep-31, ep-32 and ep-33 is refused since a quarter of an hour. The console shows them as active.",
    facts: [{ name: "Region", value: "eu-2" }],
    zone: "Europe/Oslo",
  },
  {
    member: "usr-yuki-tanaka",
    category: "issue",
    severity: "2",
    project: "prj-telemetry",
    branch: "br-telemetry-main",
    description:
      "Cannot create a branch\n\nCreating a branch of telemetry/main fails each time. We need it for tonight's migration rehearsal.",
    facts: [{ name: "Request id", value: "a7130c55" }],
    zone: "Asia/Tokyo",
  },
  {
    member: "usr-lars-holm",
    category: "issue",
    project: "prj-bookings",
    description:
      "Sporadic timeouts at night\n\nTwo or three connections an hour time out between 01:00 and 03:00. A retry works.",
    zone: "Europe/Stockholm",
  },
  {
    member: "usr-ben-adeyemi",
    category: "billing",
    description:
      "Invoice 118 counts a project twice\n\nThe project reports appears twice on invoice 118, with the same hours.",
    facts: [{ name: "Invoice", value: "118" }],
    zone: "Europe/Berlin",
  },
  {
    member: "usr-dana-levi",
    category: "question",
    description:
      "What does active time mean?\n\nIs a connection pool that holds idle connections counted as active time?",
    zone: "Asia/Jerusalem",
  },
];
