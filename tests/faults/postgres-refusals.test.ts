import { execFileSync } from "node:child_process";
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { assertDurable } from "../../packages/server/src/adapters/postgres/assert-durable.ts";
import {
  type Binaries,
  embeddedBinaries,
} from "../../packages/server/src/adapters/postgres/embedded/binaries.ts";
import {
  clusterOf,
  dataIn,
  freshFolder,
  poolOf,
  processesOn,
  seededData,
  smallDisk,
  start,
} from "./support/embedded.ts";

test("a folder with other things in it is refused in one line and left as it is", async () => {
  const folder = freshFolder();
  writeFileSync(join(folder, "holiday.jpg"), "x");
  await expect(start(folder)).rejects.toMatchObject({
    name: "DatabaseRefusal",
    exitCode: 1,
    message: `The folder ${folder} is not empty and was not made by Troth: choose an empty or new one with --data.`,
  });
  expect(readdirSync(folder)).toEqual(["holiday.jpg"]);
});

test("a file in the folder's place is refused in one line", async () => {
  const data = dataIn(freshFolder());
  writeFileSync(data, "x");
  await expect(start(data)).rejects.toThrow(/is not a folder: choose another with --data/);
  await expect(start(join(data, "below"))).rejects.toThrow(/is not a folder: choose another with --data/);
});

test("a cluster of another PostgreSQL is refused in one line", async () => {
  const data = await seededData();
  writeFileSync(join(clusterOf(data), "PG_VERSION"), "17\n");
  await expect(start(data)).rejects.toThrow(
    /was written by PostgreSQL 17 and this Troth brings 18: start it with the Troth that wrote it/,
  );
});

test("F21: a server with fsync off is refused in one line", async () => {
  const database = await start(await seededData(), { settings: { fsync: "off", full_page_writes: "off" } });
  await expect(assertDurable(poolOf(database))).rejects.toThrow(
    "The database may lose acknowledged tickets, because fsync and full_page_writes are off: turn them on and start again.",
  );
});

test("a setting that PostgreSQL does not take is told with its own words, and nothing is left running", async () => {
  const data = await seededData();
  await expect(start(data, { settings: { shared_buffers: "much" } })).rejects.toThrow(
    /PostgreSQL did not start: invalid value for parameter "shared_buffers": "much" \(its log: /,
  );
  expect(processesOn(data)).toEqual([]);
});

test("F5: a full disk is told in one line, at the first start and at a later one", async (context) => {
  const tooSmall = smallDisk("16m");
  const disk = smallDisk("64m");
  if (tooSmall === undefined || disk === undefined) {
    context.skip("this user may not mount a disk");
    return;
  }
  await expect(start(dataIn(tooSmall))).rejects.toThrow(/No space left on device|no space left/);
  execFileSync("cp", ["-a", await seededData(), dataIn(disk)]);
  execFileSync("sh", ["-c", `dd if=/dev/zero of=${disk}/filler bs=64k 2>/dev/null || true`]);
  await expect(start(dataIn(disk))).rejects.toThrow(/full|no space left/);
  execFileSync("rm", [join(disk, "filler")]);
  expect((await poolOf(await start(dataIn(disk))).query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("root without user namespaces runs the database as nobody, and is told where nobody cannot reach", async (context) => {
  if (process.getuid?.() !== 0) {
    context.skip("only root needs another user");
    return;
  }
  const withoutUserNamespace = true;
  await expect(start(dataIn(freshFolder(0o700)), { withoutUserNamespace })).rejects.toThrow(
    /PostgreSQL does not run as root, and neither .* start Troth as an ordinary user or set DATABASE_URL\.$/,
  );
  const open = freshFolder(0o755);
  const binaries = await copyOfBinaries(open);
  const data = dataIn(open);
  expect(
    (await poolOf(await start(data, { withoutUserNamespace, binaries })).query("select 1 as one")).rows,
  ).toEqual([{ one: 1 }]);
  expect(statSync(clusterOf(data)).uid).not.toBe(0);
});

/** The programs where any user reaches them, unlike those of a clone below /root. */
async function copyOfBinaries(folder: string): Promise<Binaries> {
  const { initdb } = await embeddedBinaries();
  execFileSync("cp", ["-a", join(initdb, "../.."), join(folder, "native")]);
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}
