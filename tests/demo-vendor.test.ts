import { beforeAll, expect, test } from "vitest";
import { grantVendor, publishAtStart, type VendorAccess } from "../packages/server/src/main.ts";
import { type Door, send } from "./support/ask.ts";
import { bundledPolicy, signed } from "./support/cast.ts";
import { useDatabase } from "./support/database.ts";
import { DESK_URL, openDesk, type TestDesk } from "./support/desk.ts";

const ISSUER = "https://console.demo.test";
const database = useDatabase();
let desks: TestDesk[] = [];
let consoles: VendorAccess[] = [];

/** Two demos, each with a data folder of its own, started at once on one database. */
beforeAll(async () => {
  const one = await openDesk({ database: database() });
  desks = [one, await openDesk({ database: database() })];
  await publishAtStart(one.desk, bundledPolicy());
  consoles = await Promise.all(desks.map(({ desk }) => grantVendor(desk, ISSUER)));
  return async () => {
    for (const { stop } of desks) await stop();
  };
}, 60_000);

const show = (origin: string, bearer: string): Door => ({
  origin,
  show: () => ({ authorization: `Bearer ${bearer}` }),
});

function tokenOf({ issuer, secret }: VendorAccess): string {
  const iat = Math.floor(Date.now() / 1_000);
  const who = { sub: "ana", org: "nordwind", email: "ana@nordwind.example", plan: "scale" };
  return signed({ iss: issuer, aud: DESK_URL, ...who, iat, exp: iat + 300 }, { kid: "demo" }, secret);
}

test("customers of both consoles are known on both desks", async () => {
  for (const access of consoles) {
    for (const { origin } of desks) {
      expect((await send(show(origin, tokenOf(access)), "readMe")).status).toBe(200);
    }
  }
});

test("both vendors may push their directory to both desks", async () => {
  for (const { apiKey } of consoles) {
    for (const { origin } of desks) {
      const question = { params: { organisation: "nordwind" } };
      expect((await send(show(origin, apiKey), "readOrganisation", question)).status).toBe(200);
    }
  }
});

test("a start after a start leaves one key of the vendor's", async () => {
  for (const { desk } of desks) await grantVendor(desk, ISSUER);
  const { rows } = await database().owner.query("select from troth.api_key");
  expect(rows).toHaveLength(1);
});
