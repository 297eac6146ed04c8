import type { AttachedFile } from "@troth/core";
import { fileLimitsOf, type Policy } from "@troth/policy";
import type { Scene } from "../context.ts";
import { Fail } from "../fail.ts";

/** Files that a message is about to take: held, in the order they were named. */
export type HeldFiles = readonly AttachedFile[];

/**
 * Holds the uploads that a message names. What is somebody else's, was sent already or is not there is refused alike;
 * so many files go with one message as the policy says.
 */
export async function holdFiles(
  scene: Scene,
  person: string,
  { policy, ids }: { readonly policy: Policy; readonly ids: readonly string[] },
): Promise<HeldFiles> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const { mostFiles } = fileLimitsOf(policy);
  if (wanted.length > mostFiles) {
    throw new Fail(
      "invalid",
      `A message takes ${mostFiles} files at most; this one names ${wanted.length}. Send some in another.`,
      {
        reason: "too-many-files",
        facts: { most: String(mostFiles) },
        fields: [{ path: "attachments", message: `At most ${mostFiles}.` }],
      },
    );
  }
  const held = new Map((await scene.tx.attachments.hold(person, wanted)).map((file) => [file.id, file]));
  return wanted.map((id) => {
    const file = held.get(id);
    if (!file) throw absent(wanted.indexOf(id));
    const { name, type, bytes, hash } = file;
    return { id, name, type, bytes, hash };
  });
}

function absent(at: number): Fail {
  return new Fail(
    "missing",
    "One of the files is not there for you: it was sent already, taken back, or waited for more than a day. Attach it again.",
    { reason: "file-missing", fields: [{ path: `attachments.${at}`, message: "This file is not there." }] },
  );
}

/** Gives held files to a message that is written in the same transaction. */
export async function takeFiles(
  scene: Scene,
  files: HeldFiles,
  to: { readonly ticket: string; readonly message: string },
): Promise<void> {
  if (files.length === 0) return;
  await scene.tx.attachments.take(
    files.map(({ id }) => id),
    to.ticket,
    to.message,
  );
}

/** The part of an event that says which files came along; nothing where none did. */
export function filesIn(files: HeldFiles): { readonly files?: HeldFiles } {
  return files.length === 0 ? {} : { files };
}
