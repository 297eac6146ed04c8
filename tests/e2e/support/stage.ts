import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";

const ROOT = join(import.meta.dirname, "../../..");
const CHROMIUMS = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);

/** A demo as `npm start` runs it, on a port and a folder of its own, and a real browser in front of it. */
export type Stage = {
  readonly desk: string;
  readonly console: string;
  /** What it printed. */
  readonly said: () => string;
  /** Address of the first invitation. */
  readonly invite: string;
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>;
  readonly stop: () => Promise<number | null>;
};

export async function openStage(): Promise<Stage> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "troth-e2e-"));
  const child = spawn(
    process.execPath,
    [join(ROOT, "packages/cli/src/main.ts"), "up", "--demo", "--port", String(port), "--data", folder],
    {
      cwd: ROOT,
      env: { ...process.env, TROTH_LOG: "error", DATABASE_URL: process.env["TROTH_TEST_DATABASE_URL"] ?? "" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  await untilSaid(child, said, "Stop with Ctrl-C");
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  return {
    desk: `http://localhost:${port}`,
    console: `http://127.0.0.1:${port}/console`,
    said: () => said.join(""),
    invite: /http:\S+\/desk\/join\S+/.exec(said.join(""))?.[0] ?? "",
    async visit(options = {}) {
      const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Berlin", ...options });
      context.setDefaultTimeout(30_000);
      contexts.push(context);
      return context.newPage();
    },
    async stop() {
      await Promise.all(contexts.map((context) => context.close()));
      await browser.close();
      child.kill("SIGINT");
      await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env["CHROMIUM"] ?? CHROMIUMS.find((path) => existsSync(path));
  if (!executablePath)
    throw new Error("No chromium. Run npm test, which finds or installs one, or set CHROMIUM.");
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

async function untilSaid(child: ChildProcess, said: readonly string[], words: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (said.join("").includes(words)) resolve();
    };
    child.stdout?.on("data", look);
    child.once("exit", (code) => reject(new Error(`The demo ended with ${code}:\n${said.join("")}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}
