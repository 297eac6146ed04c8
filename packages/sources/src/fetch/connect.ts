import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { callbackify } from "node:util";
import { buildConnector } from "undici";
import { type Allowed, bare, mayConnect, mayUsePort } from "./addresses.ts";
import { Unfetched } from "./unfetched.ts";

/** One address that a name stands for. */
export type Resolved = { readonly address: string; readonly family: number };
export type Resolve = (name: string) => Promise<readonly Resolved[]>;

/** As the machine resolves names. */
export const resolveByMachine: Resolve = (name) => lookup(name, { all: true });

/**
 * Resolves a name and refuses it if any of its addresses may not be connected to. The very addresses that were checked
 * are the ones connected to, so that a name cannot mean something else a moment later.
 */
export async function checkedAddresses(
  name: string,
  allowed: Allowed,
  resolve: Resolve,
): Promise<readonly Resolved[]> {
  const host = bare(name);
  const found = isIP(host) === 0 ? await resolve(name) : [{ address: host, family: isIP(host) }];
  if (found.length === 0) throw new Unfetched("unreachable");
  if (!found.every(({ address }) => mayConnect(host, address, allowed))) throw new Unfetched("refused");
  return found;
}

/** Connects to checked addresses only, whoever asks: first requests, redirects and connections anew. */
export function checkedConnector(
  allowed: Allowed,
  resolve: Resolve,
  timeoutMs: number,
): buildConnector.connector {
  const checked = callbackify((name: string) => checkedAddresses(name, allowed, resolve));
  const look: LookupFunction = (name, options, callback) => {
    checked(name, (error, found) => {
      if (options.all === true) callback(error, error === null ? [...found] : []);
      else callback(error, found?.[0]?.address ?? "", found?.[0]?.family ?? 4);
    });
  };
  const connect = buildConnector({ lookup: look, timeout: timeoutMs, allowH2: false });
  return (options, callback) => {
    const host = bare(options.hostname);
    const port = Number(options.port) || (options.protocol === "https:" ? 443 : 80);
    // Node never looks up what is an address already, so such a one is checked here.
    const isRefused =
      !mayUsePort(host, port, allowed) || (isIP(host) !== 0 && !mayConnect(host, host, allowed));
    if (isRefused) callback(new Unfetched("refused"), null);
    else connect(options, callback);
  };
}
