import { createHash } from "node:crypto";
import { join } from "node:path";

const SOCKET_NAME = "/.s.PGSQL.5432";
/** `sun_path` holds 108 bytes with its closing zero; macOS holds 104. */
const MOST_BYTES = process.platform === "darwin" ? 103 : 107;

/**
 * Folder of the server's socket: inside its home when the path is short enough, so that whoever shares the folder
 * finds the same server; else one below /tmp, named by the home.
 */
export function socketFolderOf(home: string): string {
  const inside = join(home, "run");
  if (Buffer.byteLength(inside + SOCKET_NAME) <= MOST_BYTES) return inside;
  return `/tmp/troth-${createHash("sha256").update(home).digest("hex").slice(0, 20)}`;
}
