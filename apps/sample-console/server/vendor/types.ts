/** What a database vendor knows of its customers. The ids are the vendor's own; Troth takes them as they are. */

export type DemoEndpoint = {
  readonly id: string;
  readonly kind: "read_write" | "read_only";
  readonly state: "init" | "active" | "idle";
  readonly isDisabled: boolean;
  /** Why the vendor suspended it, e.g. a used-up quota; null while it may run. */
  readonly suspendedFor: string | null;
};

export type DemoBranch = {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly isProtected: boolean;
  readonly state: "ready" | "init";
  readonly endpoints: readonly DemoEndpoint[];
};

export type DemoProject = {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly isProduction: boolean;
  readonly branches: readonly DemoBranch[];
};

export type DemoMember = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: "owner" | "admin" | "member" | "restricted";
};

/** Something the control plane did. Known to the console alone; it goes to support as a fact when the reader lets it. */
export type DemoOperation = {
  readonly id: string;
  readonly requestId: string;
  readonly action: string;
  readonly project: string;
  readonly branch: string;
  readonly status: "finished" | "failed";
  readonly error: string | null;
  readonly minutesAgo: number;
  readonly seconds: number;
};

export type DemoInvoice = {
  readonly number: number;
  readonly month: string;
  readonly amount: string;
  readonly state: "paid" | "open";
};

export type DemoOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly subscription: { readonly pricing: string; readonly tier: string | null };
  readonly members: readonly DemoMember[];
  readonly projects: readonly DemoProject[];
  readonly operations: readonly DemoOperation[];
  readonly invoices: readonly DemoInvoice[];
};

export type DemoVendor = {
  readonly name: string;
  readonly organisations: readonly DemoOrganisation[];
};

export type DemoPlan = {
  readonly id: string;
  readonly name: string;
  readonly pricing: string;
  readonly tier: string | null;
};
