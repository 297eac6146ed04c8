import { createHash } from "node:crypto";
import { fileKindOf, fileNameOf, LIMITS } from "@troth/core";
import { attachmentBar, type FileLimits, fileLimitsOf } from "@troth/policy";
import type { StoredPerson } from "../../ports/store.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { assertSupportGoesOn } from "../ticket/may-write.ts";

/** Customers and agents attach by permissions of their own. */
export type AttachPermission = "ticket.attach" | "desk.attach";

export type Upload = {
  /** As the sender calls the file. */
  readonly name: string;
  /** What the sender says it has; null when it says nothing. */
  readonly declaredBytes: number | null;
  readonly content: AsyncIterable<Buffer>;
};

/** What a retry is told again: no name, which is personal text. */
export type FileKept = {
  readonly id: string;
  readonly type: string;
  readonly bytes: number;
  readonly picture: { readonly width: number; readonly height: number } | null;
  readonly isDoubtful: boolean;
};

/**
 * Takes a file in as it streams: refused as soon as it is known to be too large, sealed on the way, and told to the
 * uploader only when bytes and row are both durable. Until a message takes it, it is the uploader's alone.
 */
export async function uploadFile(
  ctx: Ctx,
  permission: AttachPermission,
  { name: sent, declaredBytes, content }: Upload,
): Promise<FileKept> {
  const name = fileNameOf(sent);
  const { person, limits } = await read(ctx, permission, (scene) => admission(ctx, scene));
  refuse(limits, { name, bytes: declaredBytes ?? 0 });
  const id = ctx.ids.uuid();
  const seen = new Seen(limits, name, ctx.fileTypes.headBytes);
  const key = keyOf(ctx.vault, person);
  await ctx.blobs.put(ctx.workspace.id, id, seen.sealed(ctx.vault.sealFile(key, id, seen.counted(content))));
  const proof = await ctx.fileTypes.proofOf(seen.head, seen.bytes <= ctx.fileTypes.headBytes);
  const kind = fileKindOf(name, proof);
  try {
    if (seen.bytes === 0) throw empty();
    if (kind.isDoubtful && limits.types !== null) throw notWhatItSays(limits.types);
    const hash = seen.hash();
    const replay = ctx.replay && { ...ctx.replay, bodyHash: seen.print(sent) };
    const kept = await write({ ...ctx, replay }, permission, async (scene): Promise<FileKept> => {
      const uploader = (await admission(ctx, scene)).person;
      const file = { id, ...kind, bytes: seen.bytes, hash };
      const sealed = ctx.vault.seal(keyOf(ctx.vault, uploader), name);
      await scene.tx.attachments.add({ ...file, name: sealed, person: uploader.id, at: scene.now });
      return { id, ...kind, bytes: seen.bytes };
    });
    // A retry is told of the first file; the bytes that came with it are nobody's.
    if (kept.id !== id) await ctx.blobs.forget(ctx.workspace.id, [id]);
    return kept;
  } catch (error) {
    // After any other failure the row may be there all the same; what is not gets swept away in a day.
    if (error instanceof Fail) await ctx.blobs.forget(ctx.workspace.id, [id]).catch(() => undefined);
    throw error;
  }
}

async function admission(
  ctx: Ctx,
  scene: Scene,
): Promise<{ readonly person: StoredPerson; readonly limits: FileLimits }> {
  const person = uploaderOf(scene);
  await assertSupportGoesOn(ctx, scene);
  if ((await scene.tx.attachments.waiting(person.id)) >= LIMITS.waitingFiles) {
    throw new Fail(
      "limit",
      `You have ${LIMITS.waitingFiles} files here that no message has taken. Send or remove some, then try again.`,
      { reason: "too-many-waiting", facts: { most: String(LIMITS.waitingFiles) } },
    );
  }
  const { runnable } = await ctx.shelf.current(scene.tx);
  return { person, limits: fileLimitsOf(runnable.policy) };
}

/** The person behind a request that uploads or sends files. */
export function uploaderOf(scene: Scene): StoredPerson {
  const person = scene.member ?? scene.agent;
  if (!person) throw new Fail("forbidden", "Only a person attaches files.");
  return person;
}

function refuse(limits: FileLimits, file: { readonly name: string; readonly bytes: number }): void {
  const bar = attachmentBar(limits, file);
  if (bar) throw new Fail("invalid", bar.message, { reason: bar.reason });
}

function empty(): Fail {
  const message = "This file is empty: it has 0 bytes. Look whether it was saved, then attach it again.";
  return new Fail("invalid", message, { reason: "file-empty" });
}

function notWhatItSays(types: readonly string[]): Fail {
  const known = types.map((one) => `.${one}`).join(", ");
  return new Fail(
    "invalid",
    `This file's ending says one thing and its content another. Files are taken that are what ${known} say.`,
    { reason: "file-type-refused" },
  );
}

/** What is learnt of a file while it passes: how it begins, how long it is, and two hashes. */
class Seen {
  bytes = 0;
  head = Buffer.alloc(0);
  readonly #limits: FileLimits;
  readonly #name: string;
  readonly #headBytes: number;
  readonly #plain = createHash("sha256");
  readonly #sealed = createHash("sha256");

  constructor(limits: FileLimits, name: string, headBytes: number) {
    this.#limits = limits;
    this.#name = name;
    this.#headBytes = headBytes;
  }

  async *counted(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of content) {
      this.bytes += part.length;
      refuse(this.#limits, { name: this.#name, bytes: this.bytes });
      if (this.head.length < this.#headBytes) {
        const more = part.subarray(0, this.#headBytes - this.head.length);
        this.head = Buffer.concat([this.head, more]);
      }
      this.#plain.update(part);
      yield part;
    }
  }

  async *sealed(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of content) {
      this.#sealed.update(part);
      yield part;
    }
  }

  /** What tells a retry from another request: the bytes and the name, as one hash. */
  print(name: string): Buffer {
    return createHash("sha256").update(this.#plain.digest()).update(name).digest();
  }

  hash(): string {
    return this.#sealed.digest("hex");
  }
}
