import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { vaultOf } from "./vault.ts";

const vault = vaultOf(Buffer.alloc(32, 7));

test("a sealed text opens with its person's key and with nobody else's", () => {
  const ana = vault.newKey("ana");
  const ben = vault.newKey("ben");
  const sealed = vault.seal(ana.key, "Grüße 👋");
  expect(vault.open(ana.key, sealed)).toBe("Grüße 👋");
  expect(() => vault.open(ben.key, sealed)).toThrow();
  expect(() => vault.open({ person: "ben", key: ana.key.key }, sealed)).toThrow();
});

test("the same text is never sealed the same way twice", () => {
  const { key } = vault.newKey("ana");
  expect(vault.seal(key, "one")).not.toBe(vault.seal(key, "one"));
});

test("a changed byte is noticed", () => {
  const { key } = vault.newKey("ana");
  const bytes = Buffer.from(vault.seal(key, "one"), "base64");
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => vault.open(key, bytes.toString("base64"))).toThrow();
});

test("a wrapped key comes back for its person and installation only; an erased one is null", () => {
  const { key, wrapped } = vault.newKey("ana");
  expect(vault.unwrap("ana", wrapped)?.key.equals(key.key)).toBe(true);
  expect(() => vault.unwrap("ben", wrapped)).toThrow();
  expect(() => vaultOf(randomBytes(32)).unwrap("ana", wrapped)).toThrow();
  expect(vault.unwrap("ana", null)).toBeNull();
});

test("an address is found whatever its case, and by no other installation", () => {
  const index = vault.addressIndex(" Ana@Nordwind.example ");
  expect(index.equals(vault.addressIndex("ana@nordwind.example"))).toBe(true);
  expect(index.equals(vaultOf(randomBytes(32)).addressIndex("ana@nordwind.example"))).toBe(false);
});

test("a secret for a purpose is the same on every node, another for another purpose or installation", () => {
  const secret = vault.secretFor("the console");
  expect(vaultOf(Buffer.alloc(32, 7)).secretFor("the console")).toBe(secret);
  expect(vault.secretFor("the systems")).not.toBe(secret);
  expect(vaultOf(randomBytes(32)).secretFor("the console")).not.toBe(secret);
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

test("a key of another length than 32 bytes is refused", () => {
  expect(() => vaultOf(Buffer.alloc(16))).toThrow(/32 bytes/);
});
