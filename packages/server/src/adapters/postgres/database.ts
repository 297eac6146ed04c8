import type { ClientConfig } from "pg";

/** A PostgreSQL that answers, whoever runs it. */
export interface Database {
  readonly kind: "embedded" | "server";
  /** What `createPool` and a bare `pg.Client` connect with: the owner of the schema. */
  readonly connection: ClientConfig;
  /** Where it is, safe to print: never with a password. */
  readonly address: string;
  /** True when the server was running before we came. */
  readonly adopted: boolean;
  /** Ends our use of it. An embedded server stops when its last user leaves. */
  stop(): Promise<void>;
}

/** One line for the operator's log. */
export type Log = (line: string) => void;
