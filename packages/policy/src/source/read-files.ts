import type { PolicyFiles } from "../types.ts";
import type { Report } from "./report.ts";

/** No policy written by people comes near this. */
export const MOST_CHARACTERS = 256 * 1024;

/** The same text however a machine saved it: no byte order mark, line feeds only. */
const normal = (text: string): string => text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");

/** The folder's own files: `policy.yaml`, `page.md` and the lists in `holidays/`. Others are not looked at. */
export function readFiles(files: PolicyFiles, report: Report): ReadonlyMap<string, string> {
  const read = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const name = path.replaceAll("\\", "/").replace(/^\.\//, "");
    const isOurs = name === "policy.yaml" || name === "page.md" || /^holidays\/[^/]+\.ya?ml$/.test(name);
    if (!isOurs) continue;
    const at = { file: name, line: 1, column: 1 };
    if (text.length > MOST_CHARACTERS) {
      report.add(
        "file-too-large",
        at,
        `\`${name}\` is longer than ${MOST_CHARACTERS / 1024} thousand characters.`,
        "A policy is a text for people: shorten it, or move what is not policy elsewhere.",
      );
    } else if (text.trim() === "") {
      report.add("file-empty", at, `\`${name}\` is empty.`, "Write it, or remove it where it is not needed.");
    } else read.set(name, normal(text));
  }
  for (const needed of ["policy.yaml", "page.md"]) {
    const isThere = Object.keys(files).some(
      (path) => path.replaceAll("\\", "/").replace(/^\.\//, "") === needed,
    );
    if (isThere) continue;
    report.add(
      "file-missing",
      { file: needed, line: 1, column: 1 },
      `The folder has no \`${needed}\`.`,
      `Add \`${needed}\`: the facts stand in \`policy.yaml\`, the words around them in \`page.md\`.`,
    );
  }
  return read;
}
