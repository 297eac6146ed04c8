import { isIPv6 } from "node:net";

/** Where a try comes from: what counts as one place, and the wider net that such places are cheap to get in. */
export type Source = { readonly place: string; readonly net: string };

const PLACE_GROUPS = 4;
const NET_GROUPS = 3;

/**
 * An IPv4 address is one place. Of IPv6 a household has a /64 and often a /48, so one place is the first and its net
 * the second: changing the rest of the address changes nobody's source.
 */
export function sourceOf(address: string): Source {
  const [plain = ""] = address.toLowerCase().split("%");
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(plain)?.[1];
  if (mapped !== undefined) return { place: mapped, net: mapped };
  if (!isIPv6(plain)) return { place: plain, net: plain };
  const groups = groupsOf(plain);
  return {
    place: groups.slice(0, PLACE_GROUPS).join(":"),
    net: groups.slice(0, NET_GROUPS).join(":"),
  };
}

/** The eight groups; an IPv4 tail is one of them here, which is far behind what counts. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const [front, back] = [head, tail ?? ""].map((part) => part.split(":").filter((group) => group !== ""));
  const missing = 8 - (front?.length ?? 0) - (back?.length ?? 0);
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, missing) }, () => "0");
  return [...(front ?? []), ...middle, ...(back ?? [])].map((group) => group.replace(/^0+(?=.)/, ""));
}
