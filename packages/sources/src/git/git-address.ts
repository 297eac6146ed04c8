import { type Allowed, mayUsePort } from "../fetch/addresses.ts";
import { checkedAddresses, type Resolve } from "../fetch/connect.ts";
import { Unfetched } from "../fetch/unfetched.ts";

/** A repository's address as git is given it, with what pins it to what was checked. */
export type GitAddress = {
  readonly address: string;
  readonly config: ReadonlyArray<readonly [string, string]>;
  readonly sshCommand: string | null;
};

const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
const SHORT_SSH = /^([a-z_][\w.-]*)@([\w.-]+):(?!\/\/)([\w./~-]+)$/i;
const SSH_PORT = 22;

export type GitReach = {
  readonly allowed: Allowed;
  readonly resolve: Resolve;
  /** Whether repositories on this machine may be read: an operator's decision, never a customer's. */
  readonly mayUseFiles: boolean;
};

/**
 * Checks a repository's address: `https:`, `ssh:`, `name@host:path`, and `file:` where it may be. Host names are resolved
 * and checked here, and git is made to connect to what was checked. Throws `Unfetched`.
 */
export async function gitAddress(text: string, reach: GitReach): Promise<GitAddress> {
  const [, user, host, path] = SHORT_SSH.exec(text) ?? [];
  const url = URL.parse(user === undefined ? text : `ssh://${user}@${host}/${path}`);
  if (url === null || text.startsWith("-") || /[\s\0]/.test(text)) throw new Unfetched("refused");
  if (url.protocol === "file:") return fileAddress(url, reach);
  const isWeb = url.protocol === "https:";
  if ((!isWeb && url.protocol !== "ssh:") || url.password !== "" || (isWeb && url.username !== ""))
    throw new Unfetched("refused");
  if (!HOST.test(url.hostname)) throw new Unfetched("refused");
  const port = Number(url.port) || (isWeb ? 443 : SSH_PORT);
  const isPortFree = port === (isWeb ? 443 : SSH_PORT) || mayUsePort(url.hostname, port, reach.allowed);
  if (!isPortFree) throw new Unfetched("refused");
  const found = await checkedAddresses(url.hostname, reach.allowed, reach.resolve);
  if (!isWeb) return { address: text, config: [], sshCommand: sshTo(url.hostname, found[0]?.address ?? "") };
  const pinned = found.map(({ address, family }) => (family === 6 ? `[${address}]` : address)).join(",");
  return {
    address: url.href,
    config: [["http.curloptResolve", `${url.hostname}:${port}:${pinned}`]],
    sshCommand: null,
  };
}

function fileAddress(url: URL, { mayUseFiles }: GitReach): GitAddress {
  if (!mayUseFiles || url.host !== "") throw new Unfetched("refused");
  return { address: url.href, config: [["safe.directory", "*"]], sshCommand: null };
}

/** Both come from a name and addresses that were checked; there is nothing to quote. */
const sshTo = (host: string, address: string): string =>
  [
    "ssh",
    "BatchMode=yes",
    "StrictHostKeyChecking=accept-new",
    "ProxyCommand=none",
    "PermitLocalCommand=no",
    "ClearAllForwardings=yes",
    `HostKeyAlias=${host}`,
    `HostName=${address}`,
  ].join(" -o ");
