import type { DemoInvoice, DemoMember, DemoOperation, DemoPlan, DemoProject } from "./vendor/types.ts";

/** What the console's own server tells its pages. */

export type PersonToChoose = {
  readonly id: string;
  readonly name: string;
  readonly role: DemoMember["role"];
  readonly organisation: string;
  readonly plan: string;
};

export type Operation = Omit<DemoOperation, "minutesAgo"> & { readonly at: string };

export type SignedOut = { readonly person: null; readonly people: readonly PersonToChoose[] };

export type SignedIn = {
  readonly person: DemoMember;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly members: readonly DemoMember[];
  readonly plan: DemoPlan;
  readonly plans: readonly DemoPlan[];
  readonly projects: readonly DemoProject[];
  readonly operations: readonly Operation[];
  readonly invoices: readonly DemoInvoice[];
  readonly deskUrl: string;
};

export type Session = SignedOut | SignedIn;
