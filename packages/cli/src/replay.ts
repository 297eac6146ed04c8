import { unwrap } from "@troth/sdk";
import { openDoor, tell, troubleOf, wordsOf } from "./desk-door.ts";
import { readFolder } from "./disk.ts";
import { findingText } from "./policy/load.ts";
import { replayText } from "./replay-text.ts";

const HELP = `troth replay: what past tickets would have had under a policy folder

  troth replay DIR [--days N] [--list N] [--json] [--url URL]

  --days N   look at the tickets of the last N days (default: 30)
  --list N   print so many of the tickets that would have gone otherwise, up to 200 (default: 20)
  --json     the desk's whole answer
  --url URL  the desk (default: TROTH_URL, else http://localhost:3000)

All events of each ticket are read again as if the folder's policy had been the only one from the
beginning. Nothing is stored, and nothing is published. What cannot be told is counted with its reason.
The key comes from TROTH_API_KEY; it needs the scope «policy».
Example: TROTH_API_KEY=troth_… troth replay policies/my-draft --days 90
`;

const OPTIONS = {
  days: { type: "string", default: "30" },
  list: { type: "string", default: "20" },
  json: { type: "boolean" },
  url: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Asks the desk to replay its past under a folder, and prints what would have been otherwise. */
export async function replay(argv: readonly string[]): Promise<number> {
  const given = wordsOf(argv, OPTIONS);
  if (typeof given === "string") return wrong(given);
  const { values, positionals } = given;
  const [folder, ...more] = positionals;
  if (values.help === true) return tell(process.stdout, HELP, 0);
  if (folder === undefined || more.length > 0) return tell(process.stderr, HELP, 2);
  const days = wholeNumber(values.days, 1, 366);
  const list = wholeNumber(values.list, 0, 200);
  if (days === null) return wrong("--days is a number from 1 to 366.");
  if (list === null) return wrong("--list is a number from 0 to 200.");
  const door = openDoor(values.url);
  if (typeof door === "string") return tell(process.stderr, `${door}\n`, 2);
  const files = readFolder(folder);
  if (files === null) return wrong(`There is no folder ${folder}.`);
  try {
    const answer = await unwrap(
      door.desk.api.POST("/v1/policies/replay", { body: { files: { ...files }, days } }),
    );
    if (values.json === true) return tell(process.stdout, `${JSON.stringify(answer, null, 2)}\n`, 0);
    if (answer.isRunnable) return tell(process.stdout, replayText(answer, list), 0);
    const errors = answer.findings.filter(({ severity }) => severity === "error");
    const told = errors.map((finding) => findingText(finding)).join("");
    return tell(process.stderr, `${told}The policy has errors and cannot run.\n`, 1);
  } catch (error) {
    return tell(process.stderr, `${troubleOf(error, door)}\n`, 1);
  }
}

function wrong(why: string): number {
  return tell(process.stderr, `${why}\nSee: troth replay --help\n`, 2);
}

/** A whole number between two; null for anything else. */
function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
