import { createHash } from "node:crypto";
import type { Page, Section } from "@troth/knowledge";

/** Counted up whenever a reader reads the same bytes otherwise: every page is then read again. */
export const READER = 1;

const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("base64url");

/** Of bytes as they came. */
export const fingerprintOf = (bytes: string | Buffer): string => sha256(bytes);

/** Of a page as it is read, and of each of its sections. */
export function checksumsOf(page: Page): { readonly checksum: string; readonly sections: readonly string[] } {
  const sections = page.sections.map(checksumOfSection);
  const { title, description, formerly, links } = page;
  return { checksum: sha256(JSON.stringify([title, description, formerly, links, sections])), sections };
}

const checksumOfSection = ({ heading, above, anchor, blocks }: Section): string =>
  sha256(
    JSON.stringify([
      heading,
      above,
      anchor,
      blocks.map(({ kind, text, columns }) => [kind, text, columns ?? ""]),
    ]),
  );

/** Places of the sections that were not there before in these words. */
export function changedSections(before: readonly string[], now: readonly string[]): readonly number[] {
  const there = new Set(before);
  return now.flatMap((checksum, at) => (there.has(checksum) ? [] : [at]));
}
