const OWNER = "troth-draft-owner";

/** Drops what another person left unsent in this tab: a draft never changes hands. */
export function claimDrafts(person: string, tab: Storage = globalThis.sessionStorage): void {
  if (tab.getItem(OWNER) === person) return;
  forgetDraftsHere(tab);
  tab.setItem(OWNER, person);
}

/** Empties this tab of drafts; those at the desk stay. */
export function forgetDraftsHere(tab: Storage = globalThis.sessionStorage): void {
  const keys = Array.from({ length: tab.length }, (_, at) => tab.key(at));
  for (const key of keys) {
    if (key?.startsWith("troth-draft-")) tab.removeItem(key);
  }
}
