// Runs on the Node 20 of a bare machine, before anything is installed: node: imports only.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const modules = join(root, "node_modules");
const LEAST_NODE = 24;

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Installs when the packages are not those of package-lock.json, and exits when that fails. Not `npm ci`: it insists
 * on lock entries for the optional packages of every platform, which npm leaves out where it cannot get them.
 */
export function ensureInstalled() {
  if (isInstalled()) return;
  say("Installing the packages of package-lock.json …");
  // npm on the machine's own Node: the one in node_modules goes away while npm works.
  const { status } = spawnSync("npm", ["install", "--no-save", "--loglevel=error"], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutOurs() },
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) {
    say("The packages could not be installed: see npm's words above.");
    process.exit(status ?? 1);
  }
}

/** npm keeps its own record of what lies in node_modules; it is written last, so a broken installation has none. */
function isInstalled() {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const there = packagesIn(join(modules, ".package-lock.json"));
  if (wanted === undefined || there === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, link, optional }]) =>
      !path.startsWith("node_modules/") ||
      optional ||
      (link ? path in there : there[path]?.version === version),
  );
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function pathWithoutOurs() {
  const all = (process.env.PATH ?? "").split(delimiter);
  return all.filter((folder) => !folder.endsWith(join("node_modules", ".bin"))).join(delimiter);
}

const majorOf = (version) => Number.parseInt(version, 10);
const isNewEnough = majorOf(process.versions.node) >= LEAST_NODE;

/** The Node that everything runs on: the pinned one of node_modules, else our own when it is new enough. */
export function nodeProgram() {
  const pinned = join(modules, ".bin", "node");
  if (isNewEnough) return process.execPath;
  const version = existsSync(pinned)
    ? spawnSync(pinned, ["-p", "process.versions.node"], { encoding: "utf8" }).stdout
    : "";
  if (majorOf(version) >= LEAST_NODE) return pinned;
  say(
    `Troth needs Node ${LEAST_NODE}, and npm has no package of it for ${process.platform}-${process.arch}: install it and start again.`,
  );
  return process.exit(1);
}

/** What children run with: the packages' commands and the right Node come first. */
export const childEnvironment = () => ({
  ...process.env,
  PATH: `${join(modules, ".bin")}${delimiter}${pathWithoutOurs()}`,
});

/**
 * Becomes Node 24 with these words: in the same process where Node can do that, so that signals need no relay and no
 * second process stays; else in a child whose end is ours.
 */
export function becomeNode(words) {
  const program = nodeProgram();
  // What Node compiled at an earlier start is kept: a quarter of the time until the desk answers.
  const env = { NODE_COMPILE_CACHE: join(modules, ".cache", "troth", "compiled"), ...childEnvironment() };
  if (isNewEnough && process.execve !== undefined) process.execve(program, [program, ...words], env);
  // A group of its own: a Ctrl-C in the terminal reaches it through us, once, and not twice.
  const child = spawn(program, words, { env, stdio: "inherit", detached: true });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}
