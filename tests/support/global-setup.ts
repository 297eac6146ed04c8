import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Reachable, type Start, startTestServer, type TestServer } from "./test-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Socket at which the run's one database server is asked for. */
    databaseDoor: string;
  }
}

/** One PostgreSQL for the whole run, started when the first test asks for it: most files never do. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "troth-tests-"));
  let server: Promise<TestServer> | undefined;
  async function answer(start: Start): Promise<Reachable> {
    server ??= startTestServer(join(folder, "data"));
    const running = await server;
    return { connection: running.connection, template: await running.template(start) };
  }
  const door = createServer((request, response) => {
    answer(request.url === "/empty" ? "empty" : "migrated").then(
      (reachable) => response.end(JSON.stringify(reachable)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    );
  });
  const path = join(folder, "door");
  await listening(door, path);
  project.provide("databaseDoor", path);
  return async () => {
    door.close();
    await server?.then(
      (running) => running.stop(),
      () => {},
    );
    await rm(folder, { recursive: true, force: true });
  };
}

const listening = (door: Server, path: string) =>
  new Promise<void>((resolve, reject) => door.once("error", reject).listen(path, resolve));
