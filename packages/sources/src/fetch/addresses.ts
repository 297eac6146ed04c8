import ipaddr from "ipaddr.js";

/** What an operator allows beyond public addresses: `host`, `host:port`, `10.0.0.0/8`, `[::1]:8080`. */
export type Allowed = readonly string[];

/** Answers on public addresses of clouds that speak to the machine alone: Azure's, and the well-known names. */
const METADATA = new Set(["168.63.129.16", "169.254.169.254", "169.254.170.2", "fd00:ec2::254"]);
const GLOBAL_V6 = ipaddr.parseCIDR("2000::/3");

/** Whether an IP address is one of the public internet; anything that is not for certain is not. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || METADATA.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_V6);
}

/** Whether one may connect to an address that a name was resolved to, or that the name itself is. */
export function mayConnect(name: string, address: string, allowed: Allowed): boolean {
  if (isPublic(address)) return true;
  const host = bare(name);
  const isMetadata = METADATA.has(canonical(address));
  return allowed.some((entry) => {
    const { host: own } = split(entry);
    if (own === canonical(address)) return true;
    if (isMetadata) return false;
    return own === host || isWithin(address, own);
  });
}

/** Whether a port may be spoken to: those of the web, and one that the operator named with this host. */
export function mayUsePort(name: string, port: number, allowed: Allowed): boolean {
  if (port === 80 || port === 443) return true;
  const host = bare(name);
  return allowed.some((entry) => {
    const own = split(entry);
    return own.port === port && (own.host === host || isWithin(host, own.host));
  });
}

/** A host as it is compared: lower case, without brackets and the dot at the end. */
export const bare = (host: string): string =>
  canonical(
    host
      .toLowerCase()
      .replace(/^\[|\]$/g, "")
      .replace(/\.$/, ""),
  );

/** An IP address in its one shape; IPv4 in IPv6 as IPv4. A name as it is. */
function canonical(host: string): string {
  return ipaddr.isValid(host) ? ipaddr.process(host).toString() : host;
}

function split(entry: string): { readonly host: string; readonly port: number | null } {
  const [, host = entry, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry.trim()) ?? [];
  return { host: host.includes("/") ? host : bare(host), port: port === undefined ? null : Number(port) };
}

function isWithin(address: string, range: string): boolean {
  if (!range.includes("/") || !ipaddr.isValid(address) || !ipaddr.isValidCIDR(range)) return false;
  const parsed = ipaddr.process(address);
  const [first, bits] = ipaddr.parseCIDR(range);
  return parsed.kind() === first.kind() && parsed.match(first, bits);
}
