import { useSyncExternalStore } from "react";

const base = new URL(document.baseURI).pathname.replace(/\/$/, "");
const CHANGED = "acme:address";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  window.addEventListener(CHANGED, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(CHANGED, listener);
  };
}

/** The path below the console's base, e.g. `/projects/prj-shop`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, pathNow);
}

function pathNow(): string {
  return location.pathname.slice(base.length) || "/";
}

/** A full address for a path below the base, for links. */
export function hrefOf(path: string): string {
  return base + path;
}

export function go(path: string, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", hrefOf(path));
  else history.replaceState(null, "", hrefOf(path));
  window.dispatchEvent(new Event(CHANGED));
}

/** Where one is, as the sign-in page carries it along: path and query, nothing else. */
export function here(): string {
  return pathNow() + location.search;
}

/** Where to go after signing in. Only a path of this console is followed. */
export function afterSignIn(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "";
  return /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/projects";
}
