import { join } from "node:path";
import { type Desk, openDesk, readConfig } from "@troth/server";
import type { Server } from "./databases.ts";
import { type Program, startProgram } from "./processes.ts";

const ROOT = join(import.meta.dirname, "..");
/** Where the desk is said to be; nobody looks it up. */
export const DESK_URL = "http://desk.example";
/** Nothing here is secret. */
const KEY = Buffer.alloc(32, 1).toString("base64");

/** Databases, and where each program keeps its folder and log. */
export type Site = { readonly server: Server; readonly folder: string };

function environment({ server, folder }: Site, database: string): Record<string, string> {
  return {
    DATABASE_URL: server.url(database),
    TROTH_DATA: join(folder, database),
    TROTH_KEY: KEY,
    TROTH_URL: DESK_URL,
    TROTH_METRICS_PORT: "0",
  };
}

/** The desk as it is run, on a database of its own. It logs as always; the lines are thrown away. */
export function startDesk(site: Site, database: string): Promise<Program> {
  return startProgram({
    name: `desk on ${database}`,
    words: [join(ROOT, "packages/cli/src/main.ts"), "up"],
    env: environment(site, database),
    logFile: join(site.folder, `${database}.log`),
  });
}

export function startFloor({ server, folder }: Site, database: string): Promise<Program> {
  return startProgram({
    name: `floor on ${database}`,
    words: [join(import.meta.dirname, "floor.ts")],
    env: { DATABASE_URL: server.url(database) },
    logFile: join(folder, `${database}.log`),
  });
}

/** The desk inside this process, for what no route does; it does not listen. */
export async function withDesk<T>(site: Site, database: string, act: (desk: Desk) => Promise<T>): Promise<T> {
  const config = readConfig(environment(site, database));
  if ("problems" in config) throw new Error(config.problems.join("\n"));
  const desk = await openDesk({ config, version: "bench", appsDir: ROOT, demo: null, say() {} });
  try {
    return await act(desk);
  } finally {
    await desk.stop();
  }
}
