import { userInfo } from "node:os";
import { Client, type ClientConfig } from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import { wireTypes } from "./create-pool.ts";
import type { Database } from "./database.ts";
import { codeOf, messageOf } from "./error-code.ts";
import { DatabaseRefusal } from "./refusal.ts";

/** The PostgreSQL that DATABASE_URL names, once it has answered. Refusals never show the password. */
export async function connectServer(databaseUrl: string): Promise<Database> {
  const connection = connectionOf(databaseUrl);
  const address = addressOf(connection);
  await tryOut(connection, address);
  return {
    kind: "server",
    connection: { ...connection, types: wireTypes },
    address: `PostgreSQL at ${address}`,
    adopted: true,
    stop: async () => {},
  };
}

const EXAMPLE = "postgresql://user:password@host:5432/database";

function connectionOf(databaseUrl: string): ClientConfig {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw malformed();
  const connection = parsed(databaseUrl);
  if (!connection.host) throw lacking("host");
  if (!connection.database) throw lacking("database");
  const user = connection.user || process.env["PGUSER"] || systemUser();
  if (!user) throw lacking("user");
  return { ...connection, user };
}

/** As libpq has it: whoever runs the program, where nobody is named. A container may run as nobody in particular. */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return "";
  }
}

function parsed(databaseUrl: string): ClientConfig {
  try {
    return parseIntoClientConfig(databaseUrl);
  } catch {
    throw malformed();
  }
}

const malformed = () =>
  new DatabaseRefusal(`DATABASE_URL is not a PostgreSQL address: it must look like ${EXAMPLE}.`);

const lacking = (part: string) =>
  new DatabaseRefusal(`DATABASE_URL names no ${part}: it must look like ${EXAMPLE}.`);

const addressOf = ({ host, port, database, user }: ClientConfig): string =>
  `${host}:${port ?? 5432}, database «${database}», user «${user}»`;

const CONNECT_MS = 10_000;

async function tryOut(connection: ClientConfig, address: string): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: CONNECT_MS });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw refusalOf(error, address);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Asked in order: system errors carry a code too, and node joins those of several addresses in one error. */
function refusalOf(error: unknown, address: string): DatabaseRefusal {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const why = WHY[codeOf(first)] ?? tlsTrouble(first) ?? messageOf(first);
  return new DatabaseRefusal(`DATABASE_URL (${address}): ${why}`);
}

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there: start PostgreSQL or correct host and port.",
  ENOENT: "there is no such socket: start PostgreSQL or correct the path.",
  ENOTFOUND: "the host name is unknown: correct it.",
  EAI_AGAIN: "the host name cannot be looked up now: check the name and the network.",
  ETIMEDOUT: "no answer: check host, port and firewall.",
  EHOSTUNREACH: "the host cannot be reached: check the address and the network.",
  "28P01": "the server refused user or password: correct them.",
  "28000":
    "the server does not let this user in: check its pg_hba.conf and whether it asks for TLS (sslmode).",
  "3D000":
    "the database does not exist: create it first with «create database … encoding 'UTF8' template template0».",
  "53300": "the server has no free connection: raise its max_connections or close others.",
  "57P03": "the server is starting or stopping: try again in a moment.",
};

function tlsTrouble(error: unknown): string | undefined {
  const message = messageOf(error);
  if (message.includes("does not support SSL"))
    return "the server does not speak TLS: set sslmode=disable, or turn TLS on there.";
  if (/certificate|CERT_|self.signed|altnames|SSL|TLS/i.test(`${codeOf(error)} ${message}`))
    return `TLS failed (${message}): give the server's authority with sslrootcert=…, or correct sslmode.`;
  if (/timeout/i.test(message)) return WHY.ETIMEDOUT;
  return undefined;
}
