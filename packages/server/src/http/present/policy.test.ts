import { expect, test } from "vitest";
import { presentExceptions } from "./policy.ts";

const clause = { id: "account-requests", title: "Account requests", policyVersion: "2024-09-02" };
const deletion = { plan: "community", door: "email", category: "account", note: "By mail.", clause } as const;
const community = { id: "community" };
const lacking = { reason: "plan-lacks-channel" } as const;

test("P045 a plan without tickets is told what its policy excepts, and nothing where the policy excepts nothing", () => {
  const { plan: _plan, ...told } = deletion;
  expect(presentExceptions({ exceptions: [deletion] }, community, lacking)).toEqual([told]);
  expect(presentExceptions({ exceptions: [] }, community, lacking)).toEqual([]);
});

test("an exception is for its own plan, and for nobody whose support ended or lapsed", () => {
  expect(presentExceptions({ exceptions: [deletion] }, { id: "standard" }, lacking)).toEqual([]);
  expect(presentExceptions({ exceptions: [deletion] }, community, { reason: "support-ended" })).toEqual([]);
});
