import type { ClientConfig } from "pg";
import type { Log } from "../database.ts";
import type { Binaries } from "./binaries.ts";
import type { Layout } from "./cluster.ts";
import type { RunAs } from "./run-as.ts";

/** All that is needed to start one embedded server, again and again. */
export interface Site {
  readonly layout: Layout;
  readonly connection: ClientConfig;
  /** Settings over our own; for tests only. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: Log;
  /** Looked for only when a server must be started: adopting one takes milliseconds. */
  programs(): Promise<Programs>;
}

export interface Programs {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
}
