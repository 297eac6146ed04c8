import { connect, createServer, type Server, type Socket } from "node:net";
import { userInfo } from "node:os";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { useDatabase } from "../../../../../tests/support/database.ts";
import { connectServer } from "./connect-server.ts";
import { createPool } from "./create-pool.ts";

const database = useDatabase("empty");
const servers: Server[] = [];

/** A TCP port in front of something else; PostgreSQL itself listens on its socket alone. */
async function port(answer: (client: Socket) => void): Promise<number> {
  const server = createServer((client) => answer(client.on("error", () => {})));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

let door = 0;
beforeAll(async () => {
  const { host = "", port: number = 5432 } = database().connection;
  door = await port((client) => {
    const server = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${number}`) : connect(number, host);
    client.pipe(server.on("error", () => client.destroy())).pipe(client);
  });
});
afterAll(() => servers.forEach((server) => server.close()));

const secret = () => String(database().connection.password);
const url = (change: { password?: string; database?: string; port?: number; query?: string } = {}) => {
  const { user, database: name } = database().connection;
  const password = encodeURIComponent(change.password ?? secret());
  return `postgresql://${user}:${password}@127.0.0.1:${change.port ?? door}/${change.database ?? name}${change.query ?? ""}`;
};

test("a right address gives a database that pools connect to, with the restricted role too", async () => {
  const server = await connectServer(url());
  expect(server).toMatchObject({ kind: "server", adopted: true });
  expect(server.address).not.toContain(secret());
  const pool = createPool(server, { role: "pg_monitor", log: () => {} });
  expect((await pool.query("select current_user as name, 1::int8 as one")).rows).toEqual([
    { name: "pg_monitor", one: 1 },
  ]);
  await pool.end();
});

test.each(["", "localhost", "mysql://a:b@c/d", "postgres://", "postgresql://host/", "postgresql://[/x"])(
  "«%s» is no address and the refusal shows one that is",
  async (address) => {
    await expect(connectServer(address)).rejects.toThrow(
      /must look like postgresql:\/\/user:password@host:5432\/database/,
    );
  },
);

test.each([
  ["postgres://", "host"],
  ["postgresql:///troth", "host"],
  ["postgresql://host", "database"],
  ["postgresql://host/", "database"],
])("«%s» lacks its %s, and the refusal says so", async (address, part) => {
  await expect(connectServer(address)).rejects.toThrow(`DATABASE_URL names no ${part}: it must look like `);
});

describe("an address without a user", () => {
  afterEach(() => vi.unstubAllEnvs());
  const bare = () => `postgresql://127.0.0.1:${door}/${database().connection.database}`;

  test("is for PGUSER, as libpq has it", async () => {
    vi.stubEnv("PGUSER", String(database().connection.user));
    vi.stubEnv("PGPASSWORD", secret());
    const server = await connectServer(bare());
    const pool = createPool(server, { log: () => {} });
    expect((await pool.query("select current_user as name")).rows).toEqual([
      { name: database().connection.user },
    ]);
    await pool.end();
  });

  test("is else for whoever runs the program", async () => {
    vi.stubEnv("PGUSER", "");
    vi.stubEnv("PGPASSWORD", "wrong-word");
    await expect(connectServer(bare())).rejects.toThrow(`user «${userInfo().username}»`);
  });
});

test.each([
  ["a port where nothing listens", () => url({ port: 1 }), /nothing listens there/],
  ["a wrong password", () => url({ password: "wrong-word" }), /refused user or password/],
  [
    "a database that is not there",
    () => url({ database: "troth_absent" }),
    /does not exist: create it first/,
  ],
  ["TLS where the server has none", () => url({ query: "?sslmode=verify-full" }), /does not speak TLS/],
  [
    "a name that nobody knows",
    () => "postgresql://a:b@troth.invalid/c",
    /host name (is unknown|cannot be looked up)/,
  ],
])("%s is told in one line without the password", async (_, address, line) => {
  const failure: unknown = await connectServer(address()).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    name: "DatabaseRefusal",
    exitCode: 1,
    message: expect.stringMatching(line),
  });
  expect(String(failure)).not.toMatch(/wrong-word|\n/);
  expect(String(failure)).not.toContain(secret());
});

test("something that is no PostgreSQL, or speaks broken TLS, is told in one line", async () => {
  const web = await port((client) =>
    client.once("data", () => client.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
  );
  await expect(connectServer(url({ port: web }))).rejects.toThrow(
    /DATABASE_URL \(127\.0\.0\.1:\d+, .*\): \S/,
  );
  const broken = await port((client) => client.once("data", () => client.end("Snonsense")));
  await expect(connectServer(url({ port: broken, query: "?sslmode=verify-full" }))).rejects.toThrow(
    /TLS failed/,
  );
});
