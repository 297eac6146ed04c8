import { expect, test } from "vitest";
import { bundledFiles } from "../bundled-policy.fixture.ts";
import { compilePolicy } from "../compile.ts";
import { renderPage } from "../page.ts";
import { changed, inPolicy } from "../small-policy.fixture.ts";
import type { PolicyFiles } from "../types.ts";

const CLAUSES = "clauses: { channels: ways-in, response-times: times }\n";

const withoutPage = (files: PolicyFiles): PolicyFiles => {
  const { "page.md": _, ...rest } = files;
  return rest;
};

const plain = compilePolicy(withoutPage(changed(inPolicy(CLAUSES, "")).files));

test("a folder without page.md is a whole policy, and its page is made from the facts", () => {
  expect(plain.findings).toEqual([]);
  const html = renderPage(plain.runnable?.policy ?? expect.fail(), { format: "html" });
  expect(html).toContain('<h1 id="top">Acme support policy</h1>');
  for (const title of ["Support channels", "Support plans", "Response times", "Severity levels"])
    expect(html).toContain(`">${title}</h2>`);
  expect(html).toContain("2 business days");
  expect(html).not.toMatch(/\{\{|^::|undefined/m);
});

test("what the policy has no facts of has no section", () => {
  const page = plain.runnable?.policy.page ?? "";
  expect(page).not.toContain("## Billing");
  expect(page).not.toContain("## What is not covered");
});

test("decisions cite the sections of the page that was made", () => {
  const policy = plain.runnable?.policy ?? expect.fail();
  expect(policy.clauseFor.channels).toMatchObject({ id: "channels", title: "Support channels" });
  expect(policy.clauseFor["response-times"].id).toBe("response-times");
  expect(policy.clauseFor.billing.id).toBe("top");
  expect(policy.targets[0]?.clause.id).toBe("response-times");
});

test("a section that only a page of one's own would have cannot be cited", () => {
  const { files, place } = changed(inPolicy("channels: ways-in", "channels: ‸ways-in"));
  const { findings } = compilePolicy(withoutPage(files));
  expect(findings.find((one) => one.code === "clause-undefined")).toMatchObject({
    ...place,
    message: expect.stringContaining("made from the facts"),
  });
});

test("the bundled facts render whole without their own page as well", () => {
  const files = withoutPage(bundledFiles());
  const bare = { ...files, "policy.yaml": (files["policy.yaml"] ?? "").replaceAll(/^\s*clause: .*\n/gm, "") };
  const yaml = bare["policy.yaml"].replace(/\nclauses:[\s\S]*$/, "\n").replaceAll(/, clause: [\w-]+/g, "");
  const { runnable, findings } = compilePolicy({ ...bare, "policy.yaml": yaml });
  expect(findings.filter((one) => one.severity === "error" || one.file === "page.md")).toEqual([]);
  const page = renderPage(runnable?.policy ?? expect.fail(), { format: "md" });
  expect(page).toContain("## How we treat each other");
  expect(page).not.toMatch(/\{\{|^::|undefined/m);
});
