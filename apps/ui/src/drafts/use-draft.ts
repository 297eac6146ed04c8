import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import type { DraftKey, DraftState, DraftStore } from "./draft-store.ts";

/** One form's draft: its fields, a setter that keeps them, and where they lie. */
export type DraftOf<T> = {
  readonly fields: T;
  readonly isLoaded: boolean;
  readonly state: DraftState;
  readonly change: (next: T) => void;
  readonly clear: () => void;
};

/** Binds a form to its draft. `parse` reads what was kept, also by an older version of the form; null for nothing. */
export function useDraft<T>(
  store: DraftStore,
  key: DraftKey,
  empty: T,
  parse: (kept: unknown) => T | null,
): DraftOf<T> {
  const [held, setHeld] = useState<{ key: DraftKey; fields: T; isLoaded: boolean }>(() => ({
    key,
    fields: empty,
    isLoaded: false,
  }));
  const state = useSyncExternalStore(store.subscribe, () => store.stateOf(key));
  const [firstEmpty] = useState(() => empty);
  const [firstParse] = useState(() => parse);

  useEffect(() => {
    let isStale = false;
    const load = async () => {
      const content = await store.open(key);
      if (isStale) return;
      const kept = content === "" ? null : firstParse(parsed(content));
      setHeld((was) =>
        was.key === key && was.isLoaded ? was : { key, fields: kept ?? firstEmpty, isLoaded: true },
      );
    };
    void load();
    return () => {
      isStale = true;
    };
  }, [store, key, firstEmpty, firstParse]);

  useEffect(() => {
    const flush = () => void store.flush();
    globalThis.addEventListener("pagehide", flush);
    return () => {
      globalThis.removeEventListener("pagehide", flush);
      flush();
    };
  }, [store]);

  const change = useCallback(
    (fields: T) => {
      setHeld({ key, fields, isLoaded: true });
      store.change(key, JSON.stringify(fields));
    },
    [store, key],
  );
  const clear = useCallback(() => {
    setHeld({ key, fields: firstEmpty, isLoaded: true });
    void store.clear(key);
  }, [store, key, firstEmpty]);

  const isHere = held.key === key;
  return {
    fields: isHere ? held.fields : empty,
    isLoaded: isHere && held.isLoaded,
    state,
    change,
    clear,
  };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}
