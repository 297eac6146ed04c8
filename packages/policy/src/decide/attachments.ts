import type { Policy } from "../types.ts";

/** Which files are taken, settled: what the policy leaves open is the desk's own safe choice. */
export type FileLimits = {
  readonly mostBytes: number;
  /** With one message. */
  readonly mostFiles: number;
  /** Endings that are taken; null: any but the refused ones. */
  readonly types: readonly string[] | null;
  readonly refused: readonly string[];
};

/** Why a file is not taken, with a code that stays the same. */
export type FileBar = {
  readonly reason: "file-too-large" | "file-type-refused";
  readonly message: string;
};

/** What a double click would run on somebody's machine. */
const PROGRAMS = [
  "bat",
  "cmd",
  "com",
  "cpl",
  "dll",
  "exe",
  "hta",
  "lnk",
  "msi",
  "pif",
  "scr",
  "vbs",
] as const;

/** Where a policy says nothing of size, number or kind. */
const SAFE = { mostBytes: 25_000_000, mostFiles: 10, types: null, refused: PROGRAMS } as const;

/** The policy's limits of files, completed by the desk's own. */
export function fileLimitsOf(policy: Policy): FileLimits {
  const rules = policy.form?.attachments ?? null;
  if (rules === null) return SAFE;
  return {
    mostBytes: rules.mostBytes ?? SAFE.mostBytes,
    mostFiles: rules.mostFiles ?? SAFE.mostFiles,
    types: rules.types,
    refused: rules.types === null && rules.refused.length === 0 ? SAFE.refused : rules.refused,
  };
}

/** What a file's name ends in, in small letters and without the dot; characters that nobody sees do not count. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name.replaceAll(/[\p{Cf}\p{Cc}\s]/gu, ""))?.[1]?.toLowerCase() ?? "";
}

/** Why a file cannot be sent along, in one sentence; null when it can. */
export function attachmentBar(
  { mostBytes, types, refused }: FileLimits,
  { name, bytes }: { readonly name: string; readonly bytes: number },
): FileBar | null {
  const ending = endingOf(name);
  if (refused.includes(ending)) return otherType(`Files that end in .${ending} are not taken.`);
  if (types?.includes(ending) === false) {
    const known = types.map((one) => `.${one}`).join(", ");
    return otherType(`Files are taken that end in ${known}; this one does not.`);
  }
  if (bytes <= mostBytes) return null;
  const message = `A file may have ${megabytes(mostBytes)} MB; this one has more. Send a part of it, or pack it.`;
  return { reason: "file-too-large", message };
}

const otherType = (message: string): FileBar => ({ reason: "file-type-refused", message });

const megabytes = (bytes: number): string => (bytes / 1_000_000).toLocaleString("en");
