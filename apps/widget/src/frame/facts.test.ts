import { expect, test } from "vitest";
import { prefillOf } from "./facts.ts";

test("what the console knows becomes fields and facts, a failed operation one line", () => {
  const context = {
    page: "/console/projects/prj-staging",
    region: "eu-1",
    requestId: "req-8c1f04d2",
    project: "prj-staging",
    branch: "br-staging-main",
    failedOperations: [
      {
        id: "op-8c1f",
        action: "restore_branch",
        target: "br-staging-main",
        error: "stopped at 40 %",
        at: "2026-07-02T19:21:00.320Z",
      },
    ],
  };
  expect(prefillOf(context, null)).toEqual({
    category: null,
    project: "prj-staging",
    branch: "br-staging-main",
    endpoint: null,
    facts: [
      { name: "page", value: "/console/projects/prj-staging" },
      { name: "region", value: "eu-1" },
      { name: "request id", value: "req-8c1f04d2" },
      {
        name: "failed operation",
        value: "restore_branch op-8c1f, br-staging-main, stopped at 40 %, 2026-07-02 19:21 UTC",
      },
    ],
  });
});

test("a context that is not what it should be gives no facts and breaks nothing", () => {
  const odd = { page: 3, region: {}, requestId: " ", project: null, failedOperations: ["x", null, {}] };
  expect(prefillOf(odd, null)).toMatchObject({ project: null, facts: [] });
});

test("a fact is never longer than the desk takes", () => {
  expect(prefillOf({ page: "x".repeat(2_000) }, null).facts[0]?.value).toHaveLength(500);
});
