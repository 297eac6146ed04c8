const DECLARED = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
/** How far into a page a browser looks for what it says of itself. */
const PRESCAN_BYTES = 1_024;

/** The text of bytes: by their mark, else as declared in the header or within, else as UTF-8, else as old browsers did. */
export function textOf(bytes: Buffer, contentType: string | null): string {
  const marked = markOf(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const within = bytes.subarray(0, PRESCAN_BYTES).toString("latin1");
  const declared =
    DECLARED.exec(contentType ?? "")?.[1] ??
    /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(within)?.[1] ??
    /^<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(within)?.[1];
  const named = declared === undefined ? null : decoderOf(declared);
  return named?.decode(bytes) ?? guessed(bytes);
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : null;
}

function decoderOf(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

function guessed(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
