import { branch, endpoint, operation } from "./make.ts";
import type { DemoOrganisation } from "./types.ts";

const kiteLabs: DemoOrganisation = {
  id: "org-kite-labs",
  name: "Kite Labs",
  subscription: { pricing: "business", tier: null },
  members: [
    { id: "usr-yuki-tanaka", name: "Yuki Tanaka", email: "yuki@kitelabs.example", role: "owner" },
    { id: "usr-priya-nair", name: "Priya Nair", email: "priya@kitelabs.example", role: "member" },
  ],
  projects: [
    {
      id: "prj-telemetry",
      name: "telemetry",
      region: "ap-1",
      isProduction: true,
      branches: [
        branch("br-telemetry-main", "main", [endpoint("ep-41")], { isDefault: true, isProtected: true }),
        branch("br-telemetry-dev", "dev", [endpoint("ep-42", { state: "idle" })]),
      ],
    },
  ],
  operations: [
    operation("a7130c55", "create_branch", ["prj-telemetry", "br-telemetry-main"], 17, {
      status: "failed",
      error: "branch could not be created: parent is locked",
      seconds: 30,
    }),
    operation("a712fe18", "apply_config", ["prj-telemetry", "br-telemetry-dev"], 260),
  ],
  invoices: [{ number: 116, month: "June 2026", amount: "700.00 USD", state: "paid" }],
};

const ebbe: DemoOrganisation = {
  id: "org-ebbe",
  name: "Ebbe AB",
  subscription: { pricing: "scale", tier: null },
  members: [
    { id: "usr-lars-holm", name: "Lars Holm", email: "lars@ebbe.example", role: "owner" },
    { id: "usr-maja-ek", name: "Maja Ek", email: "maja@ebbe.example", role: "member" },
  ],
  projects: [
    {
      id: "prj-bookings",
      name: "bookings",
      region: "eu-2",
      isProduction: true,
      branches: [branch("br-bookings-main", "main", [endpoint("ep-51")], { isDefault: true })],
    },
    {
      id: "prj-bookings-test",
      name: "bookings-test",
      region: "eu-2",
      isProduction: false,
      branches: [
        branch("br-bookings-test-main", "main", [endpoint("ep-52", { state: "idle" })], { isDefault: true }),
      ],
    },
  ],
  operations: [operation("b21c7701", "start_compute", ["prj-bookings", "br-bookings-main"], 140)],
  invoices: [{ number: 113, month: "June 2026", amount: "69.00 USD", state: "paid" }],
};

const papaya: DemoOrganisation = {
  id: "org-papaya-notes",
  name: "Papaya Notes",
  subscription: { pricing: "launch", tier: null },
  members: [{ id: "usr-dana-levi", name: "Dana Levi", email: "dana@papaya.example", role: "owner" }],
  projects: [
    {
      id: "prj-notes",
      name: "notes",
      region: "us-1",
      isProduction: true,
      branches: [branch("br-notes-main", "main", [endpoint("ep-61")], { isDefault: true })],
    },
  ],
  operations: [operation("c3309a4b", "start_compute", ["prj-notes", "br-notes-main"], 12, { seconds: 1 })],
  invoices: [{ number: 110, month: "June 2026", amount: "19.00 USD", state: "paid" }],
};

const hobbyhorse: DemoOrganisation = {
  id: "org-hobbyhorse",
  name: "Hobbyhorse",
  subscription: { pricing: "free", tier: null },
  members: [{ id: "usr-sam-carter", name: "Sam Carter", email: "sam@hobbyhorse.example", role: "owner" }],
  projects: [
    {
      id: "prj-hello",
      name: "hello",
      region: "us-1",
      isProduction: false,
      branches: [
        branch("br-hello-main", "main", [endpoint("ep-71", { state: "idle" })], { isDefault: true }),
      ],
    },
  ],
  operations: [operation("d4401e9f", "suspend_compute", ["prj-hello", "br-hello-main"], 75, { seconds: 1 })],
  invoices: [],
};

/** The four smaller customers: Business, Scale, Launch and Free. */
export const smaller: readonly DemoOrganisation[] = [kiteLabs, ebbe, papaya, hobbyhorse];
