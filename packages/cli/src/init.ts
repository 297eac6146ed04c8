import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PolicyFiles } from "@troth/policy";
import { readFolder } from "./disk.ts";
import { command, folderOf, refusal, type Surroundings, success, WrongUse } from "./policy/command.ts";

const ROOT = join(import.meta.dirname, "../../..");
const STARTER = join(ROOT, "policies/starter");
const SCHEMAS = join(ROOT, "packages/policy/schema");

const help = `Usage: troth init DIR [--vendor NAME] [--zone ZONE]

Writes a small policy to begin with: policy.yaml, page.md, and the schemas that an editor completes by.

  --vendor NAME  your name as customers know it (default: Acme)
  --zone ZONE    the zone of your office hours, by city (default: Europe/Berlin)

Examples:
  troth init policies/acme
  troth init policies/acme --vendor "Acme" --zone America/New_York
`;

/** Writes the starter policy into a folder that is empty or not there yet, and nothing over what is there. */
export const init = command(
  {
    name: "init",
    summary: "write a small policy to begin with",
    help,
    options: { vendor: "text", zone: "text" },
  },
  (given, surroundings) => {
    const folder = folderOf(given);
    const files = starter(surroundings, { vendor: given.text("vendor"), zone: given.text("zone") });
    if (existsSync(folder) && readdirSync(folder).length > 0)
      return refusal(`${folder} is not empty; nothing was written. Name a new folder.\n`);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    // Where `troth holidays` is told to write; a shell makes no folder by itself.
    mkdirSync(join(folder, "holidays"), { recursive: true });
    const written = Object.keys(files).map((path) => `  ${folder}/${path}\n`);
    return success(`Wrote\n${written.join("")}Next: npx troth check ${folder}\n`);
  },
);

type Wishes = { readonly vendor: string | null; readonly zone: string | null };

/** The starter as it is written today: its date, the vendor's name and zone, and the schemas beside it. */
function starter({ now }: Surroundings, { vendor, zone }: Wishes): PolicyFiles {
  const { "policy.yaml": facts = "", "page.md": page = "" } = readFolder(STARTER) ?? {};
  const at = `${new Date(now).toISOString().slice(0, 19)}Z`;
  const changes: readonly (readonly [RegExp, string])[] = [
    [/(?<=^# yaml-language-server: \$schema=).*$/m, "./policy.schema.json"],
    [/^version: .*$/m, `version: ${at.slice(0, 10)}`],
    [/^updated: .*$/m, `updated: ${at}`],
    ...(vendor === null ? [] : [[/^vendor: .*$/m, `vendor: ${JSON.stringify(vendor)}`] as const]),
    ...(zone === null ? [] : [[/zone: .*$/m, `zone: ${known(zone)}`] as const]),
  ];
  const mine = changes.reduce((text, [from, to]) => text.replace(from, () => to), facts);
  const schemas = ["policy.schema.json", "holidays.schema.json"].map((name) => [
    name,
    readFileSync(join(SCHEMAS, name), "utf8"),
  ]);
  return { "policy.yaml": mine, "page.md": page, ...Object.fromEntries(schemas) };
}

function known(zone: string): string {
  if (zone === "UTC" || Intl.supportedValuesOf("timeZone").includes(zone)) return zone;
  throw new WrongUse(`--zone is a zone by its city, e.g. Europe/Berlin; “${zone}” is not.`);
}
