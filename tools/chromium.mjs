import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./install.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** The browser that end-to-end tests drive: $CHROMIUM, one in PATH, else Debian's, installed where we may. */
export function ensureChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== "") {
    if (isProgram(named)) return named;
    say(`CHROMIUM names ${named}, which is no program.`);
    return undefined;
  }
  return findInPath() ?? installed();
}

function findInPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Installing Debian's chromium for the browser tests …");
    if (apt("update") && apt("install", "-y", "--no-install-recommends", "chromium")) return findInPath();
  }
  say(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium) or name one with CHROMIUM=/path/to/it.",
  );
  return undefined;
}

function apt(...words) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync("apt-get", ["-qq", ...words], { env, stdio: ["ignore", "ignore", 2] }).status === 0;
}
