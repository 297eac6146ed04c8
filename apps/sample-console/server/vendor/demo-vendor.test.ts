import { expect, test } from "vitest";
import { demoVendor, memberOf } from "./demo-vendor.ts";
import { planOf, plans } from "./plans.ts";

const projects = demoVendor.organisations.flatMap((organisation) => organisation.projects);

test("every id of the demo vendor is given once", () => {
  const ids = [
    ...demoVendor.organisations.flatMap((organisation) => [
      organisation.id,
      ...organisation.members.map((member) => member.id),
      ...organisation.operations.map((one) => one.id),
    ]),
    ...projects.flatMap((project) => [
      project.id,
      ...project.branches.flatMap((branch) => [branch.id, ...branch.endpoints.map((one) => one.id)]),
    ]),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

test("no mail of the demo can reach a stranger", () => {
  for (const { members } of demoVendor.organisations) {
    for (const member of members) expect(member.email).toMatch(/\.example$/);
  }
});

test("every plan of the vendor has a customer, and every operation a place", () => {
  const sold = demoVendor.organisations.map((organisation) => planOf(organisation.subscription).id);
  expect(new Set(sold)).toEqual(new Set(plans.map((plan) => plan.id)));
  for (const organisation of demoVendor.organisations) {
    for (const one of organisation.operations) {
      const project = organisation.projects.find((each) => each.id === one.project);
      expect(project?.branches.map((branch) => branch.id)).toContain(one.branch);
    }
  }
});

test("a failed branch restore is there to be told to support", () => {
  const failed = demoVendor.organisations
    .flatMap((one) => one.operations)
    .filter((one) => one.error !== null);
  expect(failed.map((one) => one.action)).toContain("restore_branch");
});

test("a member is found by the vendor's id and by nothing else", () => {
  expect(memberOf(demoVendor, "usr-ana-ruiz")?.organisation.id).toBe("org-nordwind");
  expect(memberOf(demoVendor, "ana@nordwind.example")).toBeNull();
});
