import { useSyncExternalStore } from "react";

const BASE = "/portal";
const CHANGED = "troth:address";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** The path below `/portal`, e.g. `/tickets/4182`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, pathNow);
}

function pathNow(): string {
  return location.pathname.slice(BASE.length) || "/";
}

export function hrefOf(path: string): string {
  return BASE + path;
}

export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", hrefOf(path));
  else history.replaceState(null, "", hrefOf(path));
  window.dispatchEvent(new Event(CHANGED));
  if (how === "push") scrollTo(0, 0);
}

export type Page =
  | {
      readonly kind:
        | "tickets"
        | "new"
        | "entitlement"
        | "preferences"
        | "conduct"
        | "sign-in"
        | "enter"
        | "from-console"
        | "missing";
    }
  | { readonly kind: "ticket"; readonly number: number }
  | { readonly kind: "cause"; readonly number: number; readonly document: string };

const PLAIN = {
  "/": "tickets",
  "/new": "new",
  "/entitlement": "entitlement",
  "/preferences": "preferences",
  "/conduct": "conduct",
  "/sign-in": "sign-in",
  "/enter": "enter",
  "/from-console": "from-console",
} as const;

/** Which page a path shows. */
export function pageOf(path: string): Page {
  const ticket = /^\/tickets\/(\d{1,10})\/?$/.exec(path)?.[1];
  if (ticket !== undefined) return { kind: "ticket", number: Number(ticket) };
  const [, number, document] = /^\/tickets\/(\d{1,10})\/causes\/([\da-f-]{36})\/?$/.exec(path) ?? [];
  if (number !== undefined && document !== undefined)
    return { kind: "cause", number: Number(number), document };
  const known = Object.entries(PLAIN).find(([one]) => one === path || `${one}/` === path);
  return { kind: known?.[1] ?? "missing" };
}

/** Where to go after signing in; only a page of this portal is followed (T25). */
export function afterSignIn(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  const { kind } = pageOf(next);
  return kind === "tickets" ||
    kind === "ticket" ||
    kind === "cause" ||
    kind === "new" ||
    kind === "entitlement" ||
    kind === "preferences" ||
    kind === "conduct"
    ? next
    : "/";
}
