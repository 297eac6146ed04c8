import type { components } from "@troth/sdk";

type Schemas = components["schemas"];
export type Attachment = Schemas["Attachment"];
export type AttachmentLimits = Schemas["AttachmentLimits"];

/** An upload that waits to be sent, as a draft keeps it. */
export type KeptFile = {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Set where name and content disagree. */
  readonly isDoubtful: boolean;
  /** When it was uploaded, by this browser's clock. */
  readonly at: number;
};

/** The desk forgets an upload after a day; a little earlier we say so. */
const LASTS_MS = 23.5 * 3_600_000;

/** Whether the desk may have forgotten it by now. */
export function isForgotten({ at }: KeptFile, now: number): boolean {
  return now - at > LASTS_MS;
}

/** The files of a kept draft; what is not one is left out. */
export function keptFilesIn(value: unknown): readonly KeptFile[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null) return [];
    const held: Partial<Record<keyof KeptFile, unknown>> = one;
    const { id, name, bytes, at, isDoubtful } = held;
    const isWhole =
      typeof id === "string" &&
      typeof name === "string" &&
      typeof bytes === "number" &&
      typeof at === "number";
    return isWhole ? [{ id, name, bytes, at, isDoubtful: isDoubtful === true }] : [];
  });
}

/** The ids to send: those that are still there. */
export function idsOf(files: readonly KeptFile[], now: number): string[] {
  return files.filter((file) => !isForgotten(file, now)).map(({ id }) => id);
}
