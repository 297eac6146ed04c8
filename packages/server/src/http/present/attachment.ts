import type { Attachment, AttachmentKept, AttachmentLimits } from "@troth/contract";
import { fileNameOf } from "@troth/core";
import { type FileLimits, fileLimitsOf, type Policy } from "@troth/policy";
import type { z } from "zod";
import type { StoredPerson, WholeMessage } from "../../ports/store.ts";
import type { Vault } from "../../ports/vault.ts";
import type { FileKept } from "../../verbs/attachment/upload-file.ts";
import { ERASED, openText } from "../../verbs/person/keys.ts";
import type { ShownTicket } from "../../verbs/ticket/read-tickets.ts";
import { copy } from "./copy.ts";
import { wireInstant } from "./instant.ts";

/** What becomes of a file whose name and bytes disagree. */
const DOUBTFUL =
  "Its ending says one thing and its content another, so it is kept as plain bytes: no preview, and no program opens it by itself.";

type Shown = Pick<FileKept, "id" | "type" | "bytes" | "picture" | "isDoubtful">;

function presentKind({ id, type, bytes, picture, isDoubtful }: Shown) {
  return { id, type, bytes, picture: copy(picture), remark: isDoubtful ? DOUBTFUL : null };
}

/** An upload, told to its uploader under the name it will be shown by. */
export function presentKept(kept: FileKept, sent: string): z.infer<typeof AttachmentKept> {
  return { ...presentKind(kept), name: fileNameOf(sent) };
}

/** The routes by which each side reads files. */
const PATHS = { customer: "/v1/attachments", desk: "/v1/desk/attachments" } as const;
export type Side = keyof typeof PATHS;

/** The files of a message, each with this reader's own link. */
export function presentFiles(
  vault: Vault,
  { author, files }: Pick<WholeMessage, "files"> & { readonly author: StoredPerson | null },
  { linkTo, side }: Pick<ShownTicket, "linkTo"> & { readonly side: Side },
): z.infer<typeof Attachment>[] {
  return files.map((file) => {
    const name = openText(vault, author, file.name);
    const { ticket, until, seal } = linkTo(file.id);
    const href = `${PATHS[side]}/${file.id}/content?ticket=${ticket}&until=${until}&seal=${seal}`;
    return {
      ...presentKind(file),
      name: name ?? ERASED,
      href: name === null ? null : href,
      hrefEndsAt: wireInstant(until),
    };
  });
}

/** Which files a policy takes. */
export function presentFileLimits(policy: Policy): z.infer<typeof AttachmentLimits> {
  return copy<FileLimits>(fileLimitsOf(policy));
}
