import { type Bindings, bindingsKey, type TargetQuestion } from "@troth/policy";

/** What else of an account its targets and hours go by; what is absent is not known. */
export type AccountFacts = Pick<TargetQuestion, "addOns" | "cohorts"> & {
  readonly language?: string;
  readonly region?: string;
  /** Zone and holidays, for calendars that leave theirs to the customer. */
  readonly bindings?: Bindings;
};

/** The same text for the same facts; empty for none. */
export function accountKey(account: AccountFacts | undefined): string {
  if (account === undefined) return "";
  const { addOns, cohorts, language, region, bindings } = account;
  const key = JSON.stringify([addOns ?? [], cohorts ?? [], language ?? null, region ?? null]);
  return bindings === undefined ? key : `${key}${bindingsKey(bindings)}`;
}
