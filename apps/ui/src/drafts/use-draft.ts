import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { DraftKey, DraftState, DraftStore } from "./draft-store.ts";

/** One form's draft: its fields, a setter that keeps them, and where they lie. */
export type DraftOf<T> = {
  readonly fields: T;
  readonly isLoaded: boolean;
  readonly state: DraftState;
  readonly change: (next: T) => void;
  /** The same from what is held at that moment, for what comes later than the press that asked for it. */
  readonly update: (make: (was: T) => T) => void;
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
  const latest = useRef(held);
  const [firstParse] = useState(() => parse);

  useEffect(() => {
    let isStale = false;
    const load = async () => {
      const content = await store.open(key);
      if (isStale) return;
      const kept = content === "" ? null : firstParse(parsed(content));
      if (latest.current.key === key && latest.current.isLoaded) return;
      latest.current = { key, fields: kept ?? firstEmpty, isLoaded: true };
      setHeld(latest.current);
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
      latest.current = { key, fields, isLoaded: true };
      setHeld(latest.current);
      store.change(key, JSON.stringify(fields));
    },
    [store, key],
  );
  const update = useCallback(
    (make: (was: T) => T) => change(make(latest.current.key === key ? latest.current.fields : firstEmpty)),
    [change, key, firstEmpty],
  );
  const clear = useCallback(() => {
    latest.current = { key, fields: firstEmpty, isLoaded: true };
    setHeld(latest.current);
    void store.clear(key);
  }, [store, key, firstEmpty]);

  const isHere = held.key === key;
  return {
    fields: isHere ? held.fields : empty,
    isLoaded: isHere && held.isLoaded,
    state,
    change,
    update,
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
