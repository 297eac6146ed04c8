import { branch, endpoint, operation } from "./make.ts";
import type { DemoOrganisation } from "./types.ts";

export const nordwind: DemoOrganisation = {
  id: "org-nordwind",
  name: "Nordwind",
  subscription: { pricing: "enterprise", tier: "standard" },
  members: [
    { id: "usr-ana-ruiz", name: "Ana Ruiz", email: "ana@nordwind.example", role: "owner" },
    { id: "usr-ben-adeyemi", name: "Ben Adeyemi", email: "ben@nordwind.example", role: "member" },
    { id: "usr-clara-weiss", name: "Clara Weiss", email: "clara@nordwind.example", role: "admin" },
    { id: "usr-tom-lindqvist", name: "Tom Lindqvist", email: "tom@contractor.example", role: "restricted" },
  ],
  projects: [
    {
      id: "prj-shop",
      name: "shop",
      region: "eu-1",
      isProduction: true,
      branches: [
        branch("br-shop-main", "main", [endpoint("ep-2"), endpoint("ep-3", { kind: "read_only" })], {
          isDefault: true,
          isProtected: true,
        }),
        branch("br-shop-preview-1182", "preview/1182-checkout", [endpoint("ep-4", { state: "idle" })]),
      ],
    },
    {
      id: "prj-staging",
      name: "staging",
      region: "eu-1",
      isProduction: false,
      branches: [
        branch("br-staging-main", "main", [endpoint("ep-7")], { isDefault: true }),
        branch("br-staging-import", "import-test", [endpoint("ep-8", { state: "idle" })]),
        branch("br-staging-load", "load-test", [
          endpoint("ep-9", { state: "idle", suspendedFor: "compute quota of the month is used up" }),
        ]),
      ],
    },
    {
      id: "prj-reports",
      name: "reports",
      region: "us-1",
      isProduction: true,
      branches: [
        branch("br-reports-main", "main", [endpoint("ep-12", { state: "idle" })], { isDefault: true }),
        branch("br-reports-2025", "archive-2025", [endpoint("ep-13", { state: "idle", isDisabled: true })]),
      ],
    },
  ],
  operations: [
    operation("8c1f04d2", "restore_branch", ["prj-staging", "br-staging-main"], 9, {
      status: "failed",
      error: "stopped at 40 %: copying pages timed out",
      seconds: 611,
    }),
    operation("8c1efa71", "start_compute", ["prj-staging", "br-staging-main"], 24),
    operation("8c1ed990", "create_branch", ["prj-shop", "br-shop-preview-1182"], 95, { seconds: 2 }),
    operation("8c1b3307", "suspend_compute", ["prj-staging", "br-staging-load"], 610, { seconds: 1 }),
    operation("8c19a2ee", "apply_config", ["prj-shop", "br-shop-main"], 1_460, { seconds: 11 }),
  ],
  invoices: [
    { number: 118, month: "June 2026", amount: "2,480.00 EUR", state: "open" },
    { number: 104, month: "May 2026", amount: "2,311.40 EUR", state: "paid" },
    { number: 91, month: "April 2026", amount: "2,298.10 EUR", state: "paid" },
  ],
};
