import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { childEnvironment, nodeProgram, root, say } from "./install.mjs";

const SHARED = [
  "apps/ui",
  ...["sdk", "contract", "policy", "business-time", "secrets", "core"].map((name) => `packages/${name}/src`),
];
const NOT_SOURCE = new Set(["dist", "node_modules"]);

/** Builds the web apps whose sources changed since they were built; false when one does not build. */
export async function buildStale() {
  const stale = webApps().filter(({ app, print }) => !existsSync(distOf(app)) || readPrint(app) !== print);
  if (stale.length === 0) return true;
  say(`Building the web apps (${stale.map(({ app }) => app).join(", ")}) …`);
  const built = await Promise.all(stale.map(build));
  return built.every((isBuilt) => isBuilt);
}

function webApps() {
  const shared = SHARED.flatMap((folder) => tracesOf(folder));
  const apps = readdirSync(join(root, "apps")).filter((app) =>
    existsSync(join(root, "apps", app, "vite.config.ts")),
  );
  return apps.map((app) => ({
    app,
    print: printOf([...shared, ...tracesOf(`apps/${app}`), ...tracesOf("package-lock.json")]),
  }));
}

/** Path, size and time of every file below: enough to see a change, and cheap enough for every start. */
function tracesOf(path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  const names = readdirSync(join(root, path)).filter((name) => !NOT_SOURCE.has(name));
  return names.flatMap((name) => tracesOf(`${path}/${name}`));
}

const printOf = (traces) => createHash("sha256").update(traces.join("\n")).digest("hex");
const distOf = (app) => join(root, "apps", app, "dist");
const printFile = (app) => join(root, "node_modules", ".cache", "troth", `built-${app}`);

function readPrint(app) {
  return existsSync(printFile(app)) ? readFileSync(printFile(app), "utf8") : undefined;
}

/** Quiet unless it fails. */
function build({ app, print }) {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(nodeProgram(), [vite, "build", "--logLevel=warn"], {
    cwd: join(root, "apps", app),
    env: { ...childEnvironment(), NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = [];
  child.stdout.on("data", (chunk) => said.push(chunk));
  child.stderr.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    child.once("error", (error) => said.push(Buffer.from(error.message)));
    child.once("close", (code) => {
      if (code === 0) {
        compressIn(distOf(app));
        mkdirSync(dirname(printFile(app)), { recursive: true });
        writeFileSync(printFile(app), print);
      } else {
        say(`The web app ${app} does not build:\n${Buffer.concat(said).toString()}`);
      }
      resolve(code === 0);
    });
  });
}

const COMPRESSED = new Set([".js", ".css", ".svg"]);

/** Puts a gzip and a brotli copy beside each text file, so that the server never compresses. */
function compressIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) compressIn(path);
    else if (COMPRESSED.has(extname(entry.name))) {
      const bytes = readFileSync(path);
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    }
  }
}
