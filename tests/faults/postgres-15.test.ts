import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { assertDurable } from "../../packages/server/src/adapters/postgres/assert-durable.ts";
import { connectServer } from "../../packages/server/src/adapters/postgres/connect-server.ts";
import { APP_ROLE, ensureRole } from "../../packages/server/src/adapters/postgres/ensure-role.ts";
import { migrate, readMigrations } from "../../packages/server/src/adapters/postgres/migrate.ts";
import { freshFolder, poolOf } from "./support/embedded.ts";

const BINARIES = "/usr/lib/postgresql/15/bin";
const asRoot = process.getuid?.() === 0 ? ["unshare", "--user"] : [];
const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

function command(program: string, ...words: string[]): [string, string[]] {
  const [first = "", ...rest] = [...asRoot, join(BINARIES, program), ...words];
  return [first, rest];
}

/** A PostgreSQL 15 on its socket, with an owner who is no superuser. Resolves to its address. */
async function startPostgres15(): Promise<string> {
  const folder = freshFolder();
  const cluster = join(folder, "cluster");
  const password = join(folder, "password");
  writeFileSync(password, "secret");
  execFileSync(
    ...command(
      "initdb",
      "-D",
      cluster,
      "-U",
      "admin",
      "-A",
      "scram-sha-256",
      `--pwfile=${password}`,
      "-E",
      "UTF8",
      "--locale=C",
    ),
  );
  mkdirSync(join(folder, "run"), { mode: 0o700 });
  const server = spawn(
    ...command("postgres", "-D", cluster, "-c", "listen_addresses=", "-k", join(folder, "run")),
    { stdio: "ignore" },
  );
  endings.push(async () => {
    server.kill("SIGINT");
    await once(server, "close");
  });
  return `postgresql://admin:secret@${encodeURIComponent(join(folder, "run"))}/postgres`;
}

test("PostgreSQL 15 does the same as the embedded one: roles, migrations, the restricted role", async (context) => {
  if (!existsSync(join(BINARIES, "postgres"))) {
    process.stdout.write(`PostgreSQL 15 is not tested: ${BINARIES} is not there.\n`);
    context.skip();
    return;
  }
  const admin = await startPostgres15();
  const superuser = poolOf(await untilAnswering(admin));
  await superuser.query("create role owner login createrole createdb password 'secret'");
  await superuser.query("create database troth owner owner encoding 'UTF8' template template0");
  const database = await connectServer(admin.replace("admin", "owner").replace(/postgres$/, "troth"));
  const owner = poolOf(database);
  await assertDurable(owner);
  await ensureRole(owner);
  const steps = await readMigrations();
  expect(await migrate(owner, steps, () => {})).toEqual(steps.map(({ number }) => number));
  const { rows } = await poolOf(database, APP_ROLE).query("select current_user as name");
  expect(rows).toEqual([{ name: APP_ROLE }]);
});

async function untilAnswering(address: string) {
  const answers = () =>
    connectServer(address).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 14_000 }).toBe(true);
  return connectServer(address);
}
