/** Bytes that RFC 8187 lets stand for themselves. */
const PLAIN = /[A-Za-z0-9!#$&+.^_`|~-]/;

/**
 * `Content-Disposition` of a file to be saved: a plain name for old readers and the whole one in UTF-8 (RFC 6266,
 * RFC 8187). Both are made of characters that end neither the word nor the line, whatever the name has in it.
 */
export function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9 ._()+-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}

function encoded(name: string): string {
  return Array.from(new TextEncoder().encode(name.toWellFormed()), (byte) => {
    const letter = String.fromCharCode(byte);
    return PLAIN.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
