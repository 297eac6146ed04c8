import type { OtherDoors } from "./send-failed.tsx";
import type { Me } from "./wire.ts";

/** The mail channel this reader's plan has, as a link; null when there is none. */
export function mailChannel(
  me: Me,
): { readonly href: string; readonly name: string; readonly note: string | null } | null {
  const channel = me.channels.find((one) => one.kind === "email" && one.href !== null);
  if (!channel || channel.href === null) return null;
  const href = channel.href.includes(":") ? channel.href : `mailto:${channel.href}`;
  return { href, name: href.replace(/^mailto:/, ""), note: channel.note };
}

/** Other ways to reach the vendor when a form cannot send. */
export function doorsOf(me: Me, hasPortal: boolean): OtherDoors {
  return {
    portal: hasPortal ? new URL("/portal/", me.workspace.url).href : null,
    mail: mailChannel(me)?.href ?? null,
  };
}
