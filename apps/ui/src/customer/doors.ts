import type { OtherDoors } from "./send-failed.tsx";
import type { Me } from "./wire.ts";

/** The address support takes mail at, as a link; null where the desk names none. */
export function supportMail(me: Me): { readonly href: string; readonly address: string } | null {
  const channel = me.channels.find((one) => one.kind === "email" && one.href !== null);
  const stated = channel?.href ?? me.workspace.supportEmail;
  if (stated === null) return null;
  const address = stated.replace(/^mailto:/, "");
  return { href: `mailto:${address}`, address };
}

/** What the policy lets one write by mail although the plan has no tickets, with the address; none without one. */
export function mailExceptions(me: Me) {
  const mail = supportMail(me);
  if (mail === null) return [];
  const byMail = me.exceptions.filter(({ door }) => door === null || door === "email");
  return byMail.map(({ note, clause }) => ({ note, clause, mail }));
}

/** Other ways to reach the vendor when a form cannot send: from a console the portal, from the portal a new sign-in. */
export function doorsOf(me: Me, at: "console" | "portal"): OtherDoors {
  return {
    portal: at === "console" ? new URL("/portal/", me.workspace.url).href : null,
    signIn: at === "portal" ? new URL("/portal/sign-in", me.workspace.url).href : null,
    mail: supportMail(me)?.href ?? null,
  };
}
