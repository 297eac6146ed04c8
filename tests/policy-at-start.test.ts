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
