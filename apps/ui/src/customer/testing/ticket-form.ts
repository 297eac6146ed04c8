import type { TicketForm } from "../wire.ts";

/** A form as the desk gives it to Ana of Nordwind, for tests. */
export function ticketForm(): TicketForm {
  return {
    me: {
      person: { id: "p-ana", name: "Ana Ruiz", email: "ana@nordwind.example" },
      role: "owner",
      organisation: { id: "org-nordwind", name: "Nordwind" },
      subscription: {
        pricing: "enterprise",
        pricingName: "Enterprise",
        state: "active",
        plan: { id: "enterprise", name: "Enterprise" },
        tier: { id: "standard", name: "Standard" },
      },
      channels: [],
      tickets: {
        decision: "allow",
        reason: "plan-has-channel",
        message: "",
        clause: { id: "channels", title: "Support channels", policyVersion: "2024-09-02" },
        next: [],
      },
      exceptions: [],
      supportEnd: null,
      unreadAnswers: 0,
      policyChange: null,
      workspace: {
        name: "Acme DB",
        url: "http://localhost:3000",
        isDemo: true,
        policyVersion: "2024-09-02",
        supportPage: "http://localhost:3000/support",
        supportEmail: "support@acme-db.example",
      },
    },
    categories: [category("issue", []), category("question", ["severity-1", "severity-2"])],
    severities: [1, 2, 3, 4].map((rank) => ({
      id: `severity-${rank}`,
      rank,
      name: ["Critical", "High", "Normal", "Low"][rank - 1] ?? "",
      summary: "",
      grounds: [],
      asksBusinessImpact: rank === 1,
    })),
    defaultSeverity: "severity-3",
    projects: [
      {
        id: "prj-staging",
        name: "staging",
        region: "eu-1",
        isProduction: false,
        branches: [
          {
            id: "br-staging-main",
            name: "main",
            isDefault: true,
            isProtected: false,
            state: "ready",
            endpoints: [
              { id: "ep-7", kind: "read_write", state: "active", isDisabled: false, suspendedFor: null },
            ],
          },
        ],
      },
    ],
    incidents: [],
    products: [],
    fields: [],
    mustChoose: [],
    selfHelp: { text: null, links: [] },
    secrets: null,
    first: [],
    limits: {
      description: 100_000,
      businessImpact: 10_000,
      attachments: { mostBytes: 25_000_000, mostFiles: 10, types: null, refused: ["exe"] },
    },
  };
}

function category(id: string, warnsAt: string[]): TicketForm["categories"][number] {
  return {
    id,
    name: id,
    description: "",
    route: "support",
    defaultSeverity: null,
    warnsAt,
    isIssue: true,
    advice: null,
  };
}
