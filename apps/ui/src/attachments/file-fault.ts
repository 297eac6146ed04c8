import type { SharedWords } from "../catalogue/words.ts";
import { sizeWords } from "./file-size.ts";
import type { AttachmentLimits } from "./kept-file.ts";

/** Characters that nobody sees, which may stand in an ending. */
const UNSEEN = /[\p{Cf}\p{Cc}\s]/gu;

/** Why a file need not even be sent: the desk would refuse it. Null when it may be tried. */
export function faultOf(
  file: { readonly name: string; readonly size: number },
  limits: AttachmentLimits,
  words: SharedWords["files"],
  tag: string,
): string | null {
  const ending = /\.([^.]+)$/.exec(file.name.replaceAll(UNSEEN, ""))?.[1]?.toLowerCase() ?? "";
  if (limits.refused.includes(ending)) return words.endingRefused(ending);
  if (limits.types?.includes(ending) === false) {
    return words.onlyEndings(limits.types.map((one) => `.${one}`).join(", "));
  }
  if (file.size <= limits.mostBytes) return null;
  return words.tooLarge(sizeWords(limits.mostBytes, tag), sizeWords(file.size, tag));
}
