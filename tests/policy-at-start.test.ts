import { expect, test } from "vitest";
import { publishAtStart } from "../packages/server/src/main.ts";
import { bundledPolicy, useCast } from "./support/cast.ts";

const world = useCast();
const BUNDLED = "2024-09-02";

const bundled = (...changes: (readonly [from: string, to: string])[]) =>
  bundledPolicy({ "policy.yaml": changes });
const start = (files: ReturnType<typeof bundled>) => publishAtStart(world().desk, files);

test("a start with the version in force changes nothing", async () => {
  expect(await start(bundled())).toEqual({ kind: "unchanged", version: BUNDLED });
});

test("the same folder is the same version, although an older compiler gave it another hash", async () => {
  const { owner } = world().database;
  const { rows } = await owner.query<{ hash: string }>("select hash from troth.policy_version");
  await owner.query("update troth.policy_version set hash = 'of an older compiler'");
  expect(await start(bundled())).toEqual({ kind: "unchanged", version: BUNDLED });
  await owner.query("update troth.policy_version set hash = $1", [rows[0]?.hash]);
});

test("a version that is called like an address of the support page is refused, with the line", async () => {
  const called = bundled([`version: ${BUNDLED}`, "version: changes"]);
  expect(await start(called)).toMatchObject({
    kind: "refused",
    inForce: BUNDLED,
    findings: expect.arrayContaining([expect.objectContaining({ code: "version-reserved", line: 3 })]),
  });
});

test("a published version with other content is not published, and the one in force stays", async () => {
  const edited = bundled(["less-than:\n      1: { standard: 2", "less-than:\n      1: { standard: 1"]);
  expect(await start(edited)).toEqual({ kind: "version-taken", version: BUNDLED, inForce: BUNDLED });
});

test("with errors in the folder the version in force stays, and the findings are told", async () => {
  const broken = await start(bundled(["pricing: business\n", "pricing: business_class\n"]));
  expect(broken).toMatchObject({ kind: "refused", inForce: BUNDLED });
});

test("a folder older than the version in force does not bring it back", async () => {
  const next = bundled([`version: ${BUNDLED}`, "version: next"]);
  expect(await start(next)).toEqual({ kind: "published", version: "next" });
  expect(await start(bundled())).toEqual({ kind: "outdated", version: BUNDLED, inForce: "next" });
});
