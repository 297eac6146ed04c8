import type { PolicyFiles } from "@troth/policy";
import { describe, expect, test } from "vitest";
import { done, refused, send, statusesOf } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";

const world = useCast();
const BUNDLED = "2024-09-02";

/** The bundled policy as another version, with words of it replaced. */
function policy(
  version: string,
  changes: readonly (readonly [from: string, to: string])[] = [],
): PolicyFiles {
  return bundledPolicy({ "policy.yaml": [[`version: ${BUNDLED}`, `version: ${version}`], ...changes] });
}

const publish = (files: PolicyFiles) => done(world().cast.policyKey, "publishPolicy", { body: { files } });
const versions = async () => (await done(world().cast.visitor, "listPolicies", {})).versions;
const inForce = async () => (await versions()).find(({ isCurrent }) => isCurrent)?.version;
const page = async (version = "") => (await fetch(`${world().origin}/support${version}`)).text();
const count = (text: string, words: string): number => text.split(words).length - 1;
const ISSUE = { category: "issue", description: "A branch cannot be restored" };
const open = () => done(world().cast.business, "openTicket", { body: ISSUE });

describe("nothing changes", () => {
  test("P026 with an error in the folder: the findings say where, and the old version stays in force", async () => {
    const before = [await versions(), await page()];
    const broken = [
      policy("broken", [["pricing: business\n", "pricing: business_class\n"]]),
      policy("broken", [["calendars:\n", "kalendars:\n"]]),
      { "policy.yaml": "policy: [" },
      {},
    ];
    for (const files of broken) {
      const { published, findings } = await publish(files);
      expect(published).toBeNull();
      const [error] = findings.filter(({ severity }) => severity === "error");
      expect(error?.line).toBeGreaterThan(0);
      expect(error?.message).not.toBe("");
    }
    expect([await versions(), await page()]).toEqual(before);
    expect((await open()).promise?.policyVersion).toBe(BUNDLED);
  });

  test("P001 when a published version comes again with other content: a version never changes", async () => {
    const before = await versions();
    const other = bundledPolicy({ "policy.yaml": [["within: 3 business days", "within: 4 business days"]] });
    const problem = await refused(world().cast.policyKey, "publishPolicy", { body: { files: other } });
    expect(problem).toMatchObject({ status: 409, code: "conflict" });
    expect(problem.detail).toContain(BUNDLED);
    expect(await versions()).toEqual(before);
  });

  test("when the very same version comes again", async () => {
    const { published } = await publish(bundledPolicy());
    expect(published).toEqual((await versions())[0]);
    expect(await versions()).toHaveLength(1);
  });
});

describe("P130 publishing", () => {
  test("P002 page, form, preview and clock change together; tickets keep the version they were opened under", async () => {
    const { business } = world().cast;
    const before = await open();
    const { published } = await publish(
      policy("2026-a", [["within: 3 business days", "within: 5 business days"]]),
    );
    expect(published).toMatchObject({ version: "2026-a", isCurrent: true });
    const after = await open();
    expect([before.promise?.target?.amount, after.promise?.target?.amount]).toEqual([3, 5]);
    const query = { category: "issue" };
    const { promise } = await done(business, "previewTicket", { query });
    expect(promise?.target?.amount).toBe(5);
    expect((await done(business, "readMe", {})).workspace.policyVersion).toBe("2026-a");
    const read = async (number: number) => done(business, "readTicket", { params: { number } });
    expect((await read(before.number)).policyVersion).toBe(BUNDLED);
    expect((await read(after.number)).policyVersion).toBe("2026-a");
    const [old, now] = [await page(`/${BUNDLED}`), await page()];
    // The figure is printed wherever the page speaks of it; Enterprise keeps three days of its own.
    const places = count(old, "3 business days") - count(now, "3 business days");
    expect(places).toBeGreaterThan(1);
    expect([count(old, "5 business days"), count(now, "5 business days")]).toEqual([0, places]);
  });

  test("P001 every version stays readable under its own address, with the instant it was published", async () => {
    const old = await page(`/${BUNDLED}`);
    expect(old).toContain("3 business days");
    expect(old).toContain("no longer in force");
    for (const { version, publishedAt } of await versions()) {
      expect(await page(`/${version}`)).toContain(publishedAt);
    }
    expect((await fetch(`${world().origin}/support/1999`)).status).toBe(404);
  });

  test("P130 while tickets are opened: one instant after which all carry the new version, none both", async () => {
    const opened: { number: number; version: string | undefined; days: number | undefined }[] = [];
    let isPublished = false;
    const opening = async () => {
      for (let after = 0; after < 5; after += isPublished ? 1 : 0) {
        const { number, promise } = await open();
        opened.push({ number, version: promise?.policyVersion, days: promise?.target?.amount });
      }
    };
    const publishing = async () => {
      await publish(policy("2026-b", [["within: 3 business days", "within: 2 business days"]]));
      isPublished = true;
    };
    await Promise.all([opening(), publishing()]);
    const inOrder = opened.map(({ version }) => version);
    const turn = inOrder.indexOf("2026-b");
    expect(inOrder.slice(turn).every((version) => version === "2026-b")).toBe(true);
    expect(inOrder.slice(0, turn).every((version) => version === "2026-a")).toBe(true);
    for (const { number, version, days } of opened) {
      expect(days).toBe(version === "2026-b" ? 2 : 5);
      const ticket = await done(world().cast.business, "readTicket", { params: { number } });
      expect(ticket.policyVersion).toBe(version);
    }
  });

  test("two who publish one version at once: one content counts, the other is told that it came second", async () => {
    const files = (days: number) =>
      policy("2026-c", [["within: 3 business days", `within: ${days} business days`]]);
    const answers = await Promise.all(
      [6, 7].map((days) => send(world().cast.policyKey, "publishPolicy", { body: { files: files(days) } })),
    );
    expect(statusesOf(answers)).toEqual([200, 409]);
    expect(await inForce()).toBe("2026-c");
  });

  test("P038 a channel that is added to Priority comes to Enterprise with it", async () => {
    const phone = "  phone: { name: Phone, kind: video }\n  sla: {";
    const { published, findings } = await publish(
      policy("2026-d", [
        ["  sla: {", phone],
        [
          "channels: [prioritized-tickets, video: on-request]",
          "channels: [prioritized-tickets, phone, video: on-request]",
        ],
      ]),
    );
    expect(published, JSON.stringify(findings)).not.toBeNull();
    const access = async (door: "business" | "owner" | "launch") =>
      (await done(world().cast[door], "readMe", {})).channels.find(({ id }) => id === "phone")?.access;
    expect([await access("launch"), await access("business"), await access("owner")]).toEqual([
      "not-included",
      "included",
      "included",
    ]);
  });
});

test("P001 P041 the version and instant on the page are those on a ticket opened now", async () => {
  const [current] = await versions();
  const { promise } = await open();
  expect(promise?.policyVersion).toBe(current?.version);
  const text = await page();
  expect(text).toContain(`Version ${current?.version}`);
  expect(text).toContain(current?.publishedAt);
});

test("who published is told as a kind of actor, not by name", async () => {
  expect(new Set((await versions()).map(({ publishedBy }) => publishedBy))).toEqual(
    new Set(["start", "key"]),
  );
});
