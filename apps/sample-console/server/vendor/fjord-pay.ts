import { branch, endpoint, operation } from "./make.ts";
import type { DemoOrganisation } from "./types.ts";

export const fjordPay: DemoOrganisation = {
  id: "org-fjord-pay",
  name: "Fjord Pay",
  subscription: { pricing: "enterprise", tier: "gold" },
  members: [
    { id: "usr-ingrid-solberg", name: "Ingrid Solberg", email: "ingrid@fjordpay.example", role: "owner" },
    { id: "usr-kofi-mensah", name: "Kofi Mensah", email: "kofi@fjordpay.example", role: "admin" },
    {
      id: "usr-alexandra-kowalczyk",
      name: "Alexandra-Magdalena Hohenstein-Kowalczyk",
      email: "alexandra.hohenstein-kowalczyk@fjordpay.example",
      role: "member",
    },
  ],
  projects: [
    {
      id: "prj-payments",
      name: "payments",
      region: "eu-1",
      isProduction: true,
      branches: [
        branch(
          "br-payments-main",
          "main",
          [
            endpoint("ep-31"),
            endpoint("ep-32", { kind: "read_only" }),
            endpoint("ep-33", { kind: "read_only" }),
          ],
          { isDefault: true, isProtected: true },
        ),
      ],
    },
    {
      id: "prj-ledger",
      name: "ledger",
      region: "eu-2",
      isProduction: true,
      branches: [
        branch("br-ledger-main", "main", [endpoint("ep-35")], { isDefault: true, isProtected: true }),
        branch("br-ledger-audit", "audit-2026-q2", [endpoint("ep-36", { kind: "read_only", state: "idle" })]),
      ],
    },
    {
      id: "prj-sandbox",
      name: "sandbox",
      region: "eu-1",
      isProduction: false,
      branches: [
        branch("br-sandbox-main", "main", [endpoint("ep-38", { state: "idle" })], { isDefault: true }),
      ],
    },
  ],
  operations: [
    operation("9d20b1c4", "start_compute", ["prj-ledger", "br-ledger-main"], 31),
    operation("9d20aa03", "check_availability", ["prj-payments", "br-payments-main"], 58, { seconds: 1 }),
    operation("9d1ff7e5", "create_branch", ["prj-ledger", "br-ledger-audit"], 2_910, { seconds: 3 }),
  ],
  invoices: [
    { number: 121, month: "June 2026", amount: "18,900.00 EUR", state: "paid" },
    { number: 107, month: "May 2026", amount: "18,900.00 EUR", state: "paid" },
  ],
};
