import { isDeepStrictEqual } from "node:util";
import { formatInstant, type Instant, type Row } from "@troth/business-time";
import type { Reckoning } from "./receipt-file.ts";

/** A due computed again. */
export type Recomputed = Pick<Reckoning, "due" | "firmness" | "op" | "target" | "policy"> & {
  readonly rows: readonly Row[];
};

const LONGEST_LINE = 700;
const MOST_LINES = 20;

const timeOr = (at: Instant | null, none: string): string => (at === null ? none : formatInstant(at));

const rowText = (row: Row | undefined): string =>
  row === undefined
    ? "nothing"
    : JSON.stringify({ ...row, from: formatInstant(row.from), to: formatInstant(row.to) });

/** What JSON makes of a value, so that it can be compared with one that was read from JSON. */
const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the receipt says of target and due, and the policy otherwise. */
export function compareReckonings(theirs: Reckoning, ours: Recomputed): string[] {
  const differences: string[] = [];
  if (theirs.due !== ours.due) {
    const [said, found] = [timeOr(theirs.due, "never"), timeOr(ours.due, "never")];
    differences.push(`Due: the receipt says ${said}, the policy ${found}.`);
  }
  for (const part of ["target", "firmness", "op"] as const) {
    const [said, found] = [asRead(theirs[part]), asRead(ours[part])];
    if (isDeepStrictEqual(said, found)) continue;
    const name = part === "op" ? "Tie" : `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
    differences.push(
      `${name}: the receipt says ${JSON.stringify(said)}, the policy ${JSON.stringify(found)}.`,
    );
  }
  return differences;
}

/** The rows in which a receipt and its recomputation part. */
export function compareRows(theirs: readonly Row[], ours: readonly Row[]): string[] {
  const differences: string[] = [];
  for (let index = 0; index < Math.max(theirs.length, ours.length); index++) {
    if (isDeepStrictEqual(theirs[index], asRow(ours[index]))) continue;
    const [said, found] = [rowText(theirs[index]), rowText(ours[index])];
    differences.push(`Row ${index + 1}: the receipt says ${said}, the policy ${found}.`);
  }
  return differences;
}

const asRow = (row: Row | undefined): Row | undefined =>
  row && { ...row, dayFraction: row.dayFraction && { ...row.dayFraction } };

/** Whether a receipt was made with what this folder holds. */
export function compareContents(theirs: Reckoning["policy"], ours: Reckoning["policy"]): string[] {
  if (theirs.id !== ours.id) return [`Policy: the receipt is of ${theirs.id}, the folder of ${ours.id}.`];
  if (theirs.version !== ours.version || theirs.hash === ours.hash) return [];
  const [said, found] = [theirs.hash, ours.hash].map((hash) => hash.slice(0, 12));
  return [
    `Version ${ours.version}: the receipt was made with other content (${said}) than the folder has (${found}).`,
  ];
}

/** Lines for a terminal: what a stranger's file holds cannot steer it, nor fill it. */
export function linesFor(differences: readonly string[]): string {
  const lines = differences.slice(0, MOST_LINES).map((line) => {
    const plain = line.replaceAll(/\p{Cc}/gu, "?");
    return plain.length > LONGEST_LINE ? `${plain.slice(0, LONGEST_LINE)}…` : plain;
  });
  const more = differences.length - lines.length;
  if (more > 0) lines.push(`And ${more} more differences.`);
  return `${lines.join("\n")}\n`;
}
