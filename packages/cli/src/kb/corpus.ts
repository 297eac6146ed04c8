import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Page, readMarkdown } from "@troth/knowledge";

const MARKDOWN = /\.mdx?$/;
/** A longer file is an export, not a page. */
const LARGEST_BYTES = 8 * 1_048_576;

/** The Markdown pages of a folder and its subfolders by their path without the ending; null when there is none such. */
export function pagesIn(folder: string): Page[] | null {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && MARKDOWN.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size <= LARGEST_BYTES)
    .toSorted()
    .map((path) => readMarkdown(idOf(relative(folder, path)), readFileSync(path, "utf8")));
}

const idOf = (path: string): string => path.split("\\").join("/").replace(MARKDOWN, "");
