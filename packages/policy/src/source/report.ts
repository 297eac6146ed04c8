import type { Finding } from "../types.ts";
import { FINDING_CODES, type FindingCode } from "./codes.ts";

/** Where something stands in the folder; line and column count from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** A value read from the folder, with its place. */
export type At<T> = { readonly value: T; readonly at: Place };

/** After so many findings nobody reads on; the rest is dropped. */
const MOST_FINDINGS = 1000;

/** Gathers findings while a folder is read and checked, so that the author sees all of them at once. */
export type Report = {
  add(code: FindingCode, at: Place, message: string, mend: string): void;
  hasErrors(): boolean;
  /** In reading order: file, line, column, code; the same complaint about one place once. */
  findings(): Finding[];
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function newReport(): Report {
  const found = new Map<string, Finding>();
  return {
    add(code, at, message, mend) {
      if (found.size >= MOST_FINDINGS) return;
      const key = JSON.stringify([at.file, at.line, at.column, code, message]);
      found.set(key, { code, severity: FINDING_CODES[code], ...at, message, mend });
    },
    hasErrors: () => [...found.values()].some((finding) => finding.severity === "error"),
    findings: () =>
      [...found.values()].toSorted(
        (a, b) => byText(a.file, b.file) || a.line - b.line || a.column - b.column || byText(a.code, b.code),
      ),
  };
}
