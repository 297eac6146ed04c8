import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { demoVendor } from "../server/vendor/demo-vendor.ts";
import { plans } from "../server/vendor/plans.ts";
import type { SignedIn } from "../server/wire.ts";
import { contextOf } from "./support.ts";

const NOW = Date.parse("2026-07-02T19:30:00Z");
beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

function session(): SignedIn {
  const [nordwind] = demoVendor.organisations;
  const [person] = nordwind?.members ?? [];
  const [plan] = plans;
  if (!nordwind || !person || !plan) throw new Error("the demo vendor has no customer");
  const { id, name, members, projects, operations, invoices } = nordwind;
  return {
    person,
    organisation: { id, name },
    members,
    plan,
    plans,
    projects,
    operations: operations.map(({ minutesAgo, ...rest }) => ({
      ...rest,
      at: new Date(NOW - minutesAgo * 60_000).toISOString(),
    })),
    invoices,
    deskUrl: "http://localhost:3000",
  };
}

const at = (path: string) => contextOf(session(), `http://127.0.0.1:3000/console${path}`);

test("on a branch's page the place is known down to its one endpoint", () => {
  expect(at("/projects/prj-staging/branches/br-staging-main")).toMatchObject({
    project: "prj-staging",
    branch: "br-staging-main",
    endpoint: "ep-7",
    region: "eu-1",
    requestId: "req-8c1f04d2",
  });
});

test("a failure elsewhere does not come along, an old one neither", () => {
  expect(at("/projects/prj-shop")).toMatchObject({ requestId: undefined, failedOperations: [] });
  vi.setSystemTime(NOW + 2 * 60 * 60_000);
  expect(at("/projects")).toMatchObject({ failedOperations: [] });
});
