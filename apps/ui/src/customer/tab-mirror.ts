import type { DraftMirror } from "../drafts/draft-store.ts";

const PREFIX = "troth-draft:";

/** This tab's memory for one person's drafts. Where an embedded page may not store, it forgets instead of failing. */
export function tabMirror(
  person: string,
  storage: () => Storage = () => globalThis.sessionStorage,
): DraftMirror {
  const nameOf = (key: string) => `${PREFIX}${person}:${key}`;
  const attempt = <T>(use: (kept: Storage) => T): T | null => {
    try {
      return use(storage());
    } catch {
      return null;
    }
  };
  return {
    getItem: (key) => attempt((kept) => kept.getItem(nameOf(key))),
    setItem: (key, value) => void attempt((kept) => kept.setItem(nameOf(key), value)),
    removeItem: (key) => void attempt((kept) => kept.removeItem(nameOf(key))),
  };
}

/** Takes every draft out of this tab, at signing out (ASVS 14.3.1). */
export function forgetDrafts(storage: Storage): void {
  const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? "");
  for (const name of names) if (name.startsWith(PREFIX)) storage.removeItem(name);
}
