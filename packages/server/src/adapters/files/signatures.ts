import { isUtf8 } from "node:buffer";
import type { Proof } from "@troth/core";
import { fileTypeFromBuffer } from "file-type";
import { imageSize } from "image-size";
import type { FileTypes } from "../../ports/file-types.ts";

const HEAD_BYTES = 131_072;

/** What the bytes say, by their signatures; text is what is UTF-8 without control characters. */
export const signatures: FileTypes = {
  headBytes: HEAD_BYTES,
  async proofOf(head, isWhole) {
    if (head.length === 0) return { type: "application/x-empty", size: null };
    const found = await fileTypeFromBuffer(head).catch(() => undefined);
    if (found?.mime.startsWith("image/")) return { type: found.mime, size: sizeOf(head) };
    if (found && found.mime !== "application/xml") return { type: found.mime, size: null };
    return { type: isText(head, isWhole) ? "text/plain" : (found?.mime ?? null), size: null };
  },
};

function sizeOf(head: Buffer): Proof["size"] {
  try {
    const { width, height } = imageSize(head);
    return { width, height };
  } catch {
    return null;
  }
}

/** Tab, line feed, form feed and carriage return are text, and escape, with which terminals colour their logs. */
const NO_TEXT = new Set([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31,
]);

function isText(head: Buffer, isWhole: boolean): boolean {
  const wide = wideText(head);
  if (wide !== null) return !NO_TEXT_IN.test(wide);
  const bytes = isWhole ? head : wholeCharacters(head);
  return isUtf8(bytes) && !bytes.some((byte) => NO_TEXT.has(byte));
}

// oxlint-disable-next-line no-control-regex -- controls are what is looked for
const NO_TEXT_IN = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffd\ufffe]/;

/** UTF-16 as Windows writes it, told by its byte order mark; null for bytes without one. */
function wideText(head: Buffer): string | null {
  const isLittle = head[0] === 0xff && head[1] === 0xfe;
  const isBig = head[0] === 0xfe && head[1] === 0xff;
  if (!isLittle && !isBig) return null;
  // The end of the head may have cut through a character; the two bytes of it that are missing say nothing.
  const whole = head.subarray(0, head.length - (head.length % 2));
  const text = new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(whole);
  return text.endsWith("\ufffd") ? text.slice(0, -1) : text;
}

/** Without the character that the end of the head cut through. */
function wholeCharacters(head: Buffer): Buffer {
  let end = head.length;
  while (end > head.length - 4 && end > 0 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return head.subarray(0, Math.max(0, ((head[end - 1] ?? 0) & 0xc0) === 0xc0 ? end - 1 : head.length));
}
