import { lower } from "../lower/lower.ts";
import { readSource } from "../source/read-source.ts";
import { newReport } from "../source/report.ts";
import type { Policy, PolicyFiles } from "../types.ts";

/** The last facts that were read: an author who writes the page asks for the same ones at every key. */
let last: { readonly facts: string; readonly policy: Policy | null } | null = null;

/** The facts as far as they can be read, unchecked: for words beside the author's hand, never to run. */
export function policyAsWritten(files: PolicyFiles): Policy | null {
  const facts = files["policy.yaml"] ?? "";
  if (last?.facts !== facts) {
    const source = readSource({ "policy.yaml": facts }, undefined, newReport());
    last = { facts, policy: source === null ? null : lower(source, []) };
  }
  return last.policy;
}
