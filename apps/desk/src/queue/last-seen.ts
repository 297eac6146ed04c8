import { useEffect } from "react";

let lastSeen: number | null = null;

/** Remembers the ticket one goes to, for coming back to the same row. */
export function rememberTicket(number: number): void {
  lastSeen = number;
}

/** On coming back, the row one left has the focus again. */
export function useLastSeen(body: { readonly current: HTMLElement | null }, isReady: boolean): void {
  useEffect(() => {
    if (!isReady || lastSeen === null || document.activeElement !== document.body) return;
    const link = body.current?.querySelector<HTMLAnchorElement>(`a[data-row="${lastSeen}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest" });
  }, [body, isReady]);
}
