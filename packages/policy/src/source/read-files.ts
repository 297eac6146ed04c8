import type { PolicyFiles } from "../types.ts";
import type { Report } from "./report.ts";
import { checkCharacters } from "./unsafe-characters.ts";

/** No policy written by people comes near this. */
export const MOST_CHARACTERS = 256 * 1024;
const MOST_FILES = 100;

/** The same text however a machine saved it: no byte order mark, line feeds only, letters and their accents in one. */
const normal = (text: string): string =>
  text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .normalize("NFC");

/** A path as it stands in findings, whatever the machine. */
const nameOf = (path: string): string => path.replaceAll("\\", "/").replace(/^\.\//, "").normalize("NFC");

/** The folder's own files: `policy.yaml`, `page.md` and the lists in `holidays/`. Others are not looked at. */
export function readFiles(files: PolicyFiles, report: Report): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const name = nameOf(path);
    const isOurs = name === "policy.yaml" || name === "page.md" || /^holidays\/[^/]+\.ya?ml$/.test(name);
    if (!isOurs) continue;
    const at = { file: name, line: 1, column: 1 };
    if (read.size >= MOST_FILES) {
      report.add(
        "list-too-long",
        at,
        `The folder holds more than ${MOST_FILES} files.`,
        "Keep the lists of holidays that a calendar names, and take the others out.",
      );
      break;
    }
    if (text.length > MOST_CHARACTERS) {
      report.add(
        "file-too-large",
        at,
        `\`${name}\` is longer than ${MOST_CHARACTERS / 1024} thousand characters.`,
        "A policy is a text for people: shorten it, or move what is not policy elsewhere.",
      );
    } else if (text.trim() === "") {
      report.add("file-empty", at, `\`${name}\` is empty.`, "Write it, or remove it where it is not needed.");
    } else {
      read.set(name, normal(text));
      checkCharacters(name, normal(text), report);
    }
  }
  if (!Object.keys(files).some((path) => nameOf(path) === "policy.yaml")) {
    report.add(
      "file-missing",
      { file: "policy.yaml", line: 1, column: 1 },
      "The folder has no `policy.yaml`.",
      "Add `policy.yaml` with the facts; without a `page.md` beside it the page is made from them.",
    );
  }
  return read;
}
