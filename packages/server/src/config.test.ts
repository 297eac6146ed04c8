import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without any setting the demo's defaults hold", () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    databaseUrl: null,
    port: 3000,
    host: "127.0.0.1",
    url: null,
    key: null,
    smtp: null,
  });
});

test("F21 all that is wrong is told at once, each with what to do", () => {
  const result = readConfig({
    PORT: "70000",
    DATABASE_URL: "mysql://here",
    TROTH_KEY: "c2hvcnQ=",
    TROTH_URL: "support.example.com",
    TROTH_LOG: "loud",
  });
  expect("problems" in result && result.problems.map((problem) => problem.split(" ")[0])).toEqual([
    "DATABASE_URL",
    "PORT",
    "TROTH_URL",
    "TROTH_KEY",
    "TROTH_LOG",
  ]);
  expect("problems" in result && result.problems.join("\n")).toContain("openssl rand -base64 32");
});

test("an empty variable is as if it were not there, and a slash at the end of the address is dropped", () => {
  expect(readConfig({ PORT: "", TROTH_URL: "https://support.example.com/" })).toMatchObject({
    port: 3000,
    url: "https://support.example.com",
  });
});

test("T21 an issuer comes with a secret of 32 bytes or with public keys, never with both or neither", () => {
  const iss = "https://console.example.com";
  const secret = "s".repeat(32);
  const jwks = JSON.stringify({ keys: [{ kid: "a", kty: "OKP", crv: "Ed25519", x: "x" }] });
  expect(readConfig({ TROTH_ISSUER: iss, TROTH_ISSUER_SECRET: secret })).toMatchObject({
    vendor: { issuer: { iss, algorithm: "HS256", secrets: { main: secret }, jwks: null } },
  });
  expect(readConfig({ TROTH_ISSUER: iss, TROTH_ISSUER_JWKS: jwks })).toMatchObject({
    vendor: { issuer: { algorithm: "EdDSA", secrets: null } },
  });
  expect(readConfig({ TROTH_ISSUER: iss })).toHaveProperty("problems");
  expect(
    readConfig({ TROTH_ISSUER: iss, TROTH_ISSUER_SECRET: secret, TROTH_ISSUER_JWKS: jwks }),
  ).toHaveProperty("problems");
  expect(readConfig({ TROTH_ISSUER: iss, TROTH_ISSUER_SECRET: "short" })).toHaveProperty("problems");
});

test("T21 a private key among the public ones is refused", () => {
  const jwks = JSON.stringify({ keys: [{ kid: "a", kty: "OKP", crv: "Ed25519", x: "x", d: "private" }] });
  expect(readConfig({ TROTH_ISSUER: "i", TROTH_ISSUER_JWKS: jwks })).toHaveProperty("problems");
});

test("an embedder is an origin, an API key is long", () => {
  expect(readConfig({ TROTH_EMBEDDERS: "https://a.example https://b.example:8443" })).toMatchObject({
    vendor: { embedders: ["https://a.example", "https://b.example:8443"] },
  });
  expect(readConfig({ TROTH_EMBEDDERS: "https://a.example/path" })).toHaveProperty("problems");
  expect(readConfig({ TROTH_API_KEY: "troth_short" })).toHaveProperty("problems");
});

test("files are kept in a folder or a bucket, and half a setting is refused with what is missing", () => {
  expect(readConfig({ TROTH_DATA: "/data" })).toMatchObject({
    files: { kind: "folder", path: "/data/files" },
  });
  expect(readConfig({ TROTH_FILES: "/mnt/shared" })).toMatchObject({ files: { path: "/mnt/shared" } });
  const s3 = { TROTH_FILES: "s3://troth-files/desk/", TROTH_S3_ENDPOINT: "https://s3.example.com" };
  expect(readConfig({ ...s3, TROTH_S3_KEY: "k", TROTH_S3_SECRET: "s" })).toMatchObject({
    files: {
      kind: "s3",
      bucket: "troth-files",
      prefix: "desk/",
      endpoint: "https://s3.example.com",
      credentials: { accessKeyId: "k", secretAccessKey: "s" },
    },
  });
  expect(readConfig(s3)).toMatchObject({ files: { credentials: null, region: "us-east-1" } });
  for (const [wrong, says] of [
    [{ TROTH_FILES: "s3://" }, "s3://bucket"],
    [{ TROTH_FILES: "https://s3.example.com/b" }, "s3://bucket"],
    [{ ...s3, TROTH_S3_KEY: "k" }, "belong together"],
    [{ ...s3, TROTH_S3_ENDPOINT: "s3.example.com" }, "web address"],
    [{ TROTH_S3_ENDPOINT: "https://s3.example.com" }, "names no bucket"],
  ] as const) {
    const result = readConfig(wrong);
    expect("problems" in result && result.problems.join("\n")).toContain(says);
  }
});
