import type { Pool } from "pg";
import { afterEach, expect, test } from "vitest";
import { useDatabase } from "../../../../../tests/support/database.ts";
import { createPool } from "./create-pool.ts";
import { ensureRole } from "./ensure-role.ts";

const database = useDatabase("empty");
const pools: Pool[] = [];
const ROLES = ["troth_test_role", "troth_test_owner", "troth_test_guest"];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
  for (const role of ROLES) await database().owner.query(`drop role if exists ${role}`);
});

function connect(user: string, role?: string): Pool {
  const connection = { ...database().connection, user, password: "secret" };
  const pool = createPool({ connection }, { log: () => {}, ...(role === undefined ? {} : { role }) });
  pools.push(pool);
  return pool;
}

test("an owner who may make roles makes ours and can take it on, without being a superuser", async () => {
  await database().owner.query("create role troth_test_owner login createrole password 'secret'");
  await ensureRole(connect("troth_test_owner"), "troth_test_role");
  const { rows } = await connect("troth_test_owner", "troth_test_role").query("select current_user as name");
  expect(rows).toEqual([{ name: "troth_test_role" }]);
});

test("a second call changes nothing, and many at once are safe", async () => {
  await Promise.all(Array.from({ length: 8 }, () => ensureRole(database().owner, "troth_test_role")));
  await ensureRole(database().owner, "troth_test_role");
});

test("an owner who may not make roles is told what an administrator must run, and that is enough", async () => {
  await database().owner.query("create role troth_test_guest login password 'secret'");
  const guest = connect("troth_test_guest");
  const mend = 'create role "troth_test_role" nologin; grant "troth_test_role" to "troth_test_guest";';
  await expect(ensureRole(guest, "troth_test_role")).rejects.toThrow(mend);
  await database().owner.query(mend);
  await ensureRole(guest, "troth_test_role");
});

test("a role that is above row-level security is refused", async () => {
  await database().owner.query("create role troth_test_role nologin bypassrls");
  await expect(ensureRole(database().owner, "troth_test_role")).rejects.toThrow(/above row-level security/);
});
