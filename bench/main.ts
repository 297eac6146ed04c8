// Prints what the desk's hot paths cost beside a bare program's for the same rows. It measures; it does not judge.
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startServer } from "./databases.ts";
import { layGround } from "./ground.ts";
import { costsOf, pathsOn } from "./paths.ts";
import { figuresText } from "./print.ts";
import type { Program } from "./processes.ts";
import { startDesk, startFloor } from "./programs.ts";
import { recomputeInCore, recomputeWritten } from "./recompute.ts";
import { replay } from "./replay.ts";
import { standing } from "./standing.ts";
import { timers } from "./timers.ts";

const HELP = `npm run bench -- [--rounds N] [--seconds N] [--clients 8,32] [--only standing,queue,read,desk-read,create,replay,timers,recompute]
`;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "4" },
    clients: { type: "string", default: "8,32" },
    only: { type: "string", default: "standing,queue,read,desk-read,create,replay,timers,recompute" },
    help: { type: "boolean", default: false },
  },
});
const only = new Set(values.only.split(","));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (values.help) say(HELP);
else await inFolder(bench);

async function bench(folder: string): Promise<void> {
  const [cpu] = cpus();
  say(
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model ?? "?"}, Node ${process.versions.node}\n`,
  );
  if (only.has("standing")) await standing(join(folder, "demo"), say);
  if ([...only].some((name) => name !== "standing")) await hotPaths(folder);
}

async function hotPaths(folder: string): Promise<void> {
  const server = await startServer(join(folder, "server"));
  const running: Program[] = [];
  const run = async (starting: Promise<Program>): Promise<Program> => {
    const program = await starting;
    running.push(program);
    return program;
  };
  try {
    const site = { server, folder };
    const ground = await layGround(site);
    const programs = {
      desk: await run(startDesk(site, "large")),
      small: await run(startDesk(site, "small")),
      floor: await run(startFloor(site, "large_floor")),
    };
    const plan = { server, rounds: Number(values.rounds), seconds: Number(values.seconds) };
    for (const path of pathsOn(ground)) {
      if (!only.has(path.name)) continue;
      for (const clients of values.clients.split(",").map(Number)) {
        say(`${figuresText(path.title, clients, await costsOf(plan, clients, path, programs))}\n`);
      }
    }
    if (only.has("replay")) await replay(server, programs.desk, ground.access, say);
    if (only.has("timers")) {
      await run(startDesk(site, "small"));
      await timers(server, "small", programs.small, ground.access, say);
    }
    // The last: it leaves other tickets behind.
    if (only.has("recompute")) {
      await recomputeInCore(server, "large_floor", say);
      await recomputeWritten(server, programs.desk, ground, say);
    }
  } finally {
    for (const program of running) await program.stop();
    await server.stop();
  }
}

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "troth-bench-"));
  try {
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
