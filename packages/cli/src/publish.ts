import { unwrap } from "@troth/sdk";
import { openDoor, tell, troubleOf, wordsOf } from "./desk-door.ts";
import { readFolder } from "./disk.ts";
import { endingLines, isEndingList } from "./ending-lists.ts";
import { findingText } from "./policy/load.ts";

const HELP = `troth publish: checks a policy folder and publishes it, in one instant

  troth publish DIR [--note TEXT] [--url URL]

  --note TEXT  why, for those who read the versions later
  --url URL    the desk (default: TROTH_URL, else http://localhost:3000)

The key comes from TROTH_API_KEY; it needs the scope «policy».
Example: TROTH_API_KEY=troth_… troth publish policies/neon-2024-09 --note "first version"
`;

const OPTIONS = {
  note: { type: "string" },
  url: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Publishes through the desk's API; with an error in the policy nothing changes there. */
export async function publish(argv: readonly string[]): Promise<number> {
  const given = wordsOf(argv, OPTIONS);
  if (typeof given === "string") return tell(process.stderr, `${given}\nSee: troth publish --help\n`, 2);
  const { values, positionals } = given;
  const [folder, ...more] = positionals;
  if (values.help === true) return tell(process.stdout, HELP, 0);
  if (folder === undefined || more.length > 0) return tell(process.stderr, HELP, 2);
  const door = openDoor(values.url);
  if (typeof door === "string") return tell(process.stderr, `${door}\n`, 2);
  const { desk, url } = door;
  const files = readFolder(folder);
  if (files === null)
    return tell(process.stderr, `There is no folder ${folder}.\nSee: troth publish --help\n`, 2);
  const note = values.note === undefined ? {} : { note: values.note };
  try {
    const { versions } = await unwrap(desk.api.GET("/v1/policies"));
    const { published, findings } = await unwrap(desk.api.POST("/v1/policies", { body: { files, ...note } }));
    const told = findings
      .filter((finding) => !isEndingList(finding))
      .map((finding) => `${findingText(finding)}\n`)
      .join("");
    const ending = endingLines(findings)
      .map((line) => `${line}\n`)
      .join("");
    if (published === null) return tell(process.stderr, `${told}${ending}Nothing was published.\n`, 1);
    return tell(process.stdout, told + lineOf(published, versions, url) + ending, 0);
  } catch (error) {
    return tell(process.stderr, `${troubleOf(error, door)}\n`, 1);
  }
}

type Version = { readonly policy: string; readonly version: string; readonly publishedAt: string };

/** What became of a version, by those that were published before. */
function lineOf({ policy, version, publishedAt }: Version, before: readonly Version[], url: string): string {
  if (!before.some((one) => one.version === version)) {
    const line = `Published ${policy} ${version} at ${publishedAt}.\n`;
    const changes = `${url.replace(/\/+$/, "")}/support/${encodeURIComponent(version)}/changes`;
    return before.length === 0 ? line : `${line}What changed for customers: ${changes}\n`;
  }
  const current = before[0]?.version ?? version;
  const inForce = current === version ? "It is in force." : `Version ${current} is in force.`;
  return `${policy} ${version} was published already, at ${publishedAt}; nothing changed. ${inForce}\n`;
}
