import type { Troth } from "@troth/sdk";
import { unwrap } from "@troth/sdk";

export type DraftKey =
  | "new"
  | `reply-${number}`
  | `note-${number}`
  | `cause-ticket-${number}`
  | `cause-incident-${number}`;

/** Where a draft lies: nowhere yet, at the desk, only in this tab, or on its way. */
export type DraftState = "none" | "saving" | "kept" | "here-only";

/** Where drafts are kept for good. An empty content forgets the draft. */
export type DraftPort = {
  read(key: DraftKey): Promise<string>;
  write(key: DraftKey, content: string): Promise<void>;
};

export type DraftMirror = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Keeps texts that are not sent: at the desk a second after typing stops, in this tab at once. */
export type DraftStore = {
  /** What was kept; empty when nothing was. What lies only in this tab is newer and wins. */
  readonly open: (key: DraftKey) => Promise<string>;
  readonly change: (key: DraftKey, content: string) => void;
  /** Saves what waits, now: before the page goes. */
  readonly flush: () => Promise<void>;
  /** Forgets a draft, after its text was sent or dropped. */
  readonly clear: (key: DraftKey) => Promise<void>;
  readonly stateOf: (key: DraftKey) => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
};

const RETRY_MS = 10_000;

/** The store over a port and a mirror that lives as long as the tab. */
export function createDraftStore(options: {
  readonly port: DraftPort;
  readonly mirror: DraftMirror;
  readonly delayMs?: number;
}): DraftStore {
  const { port, mirror, delayMs = 1_000 } = options;
  const listeners = new Set<() => void>();
  const states = new Map<DraftKey, DraftState>();
  const waiting = new Map<DraftKey, { content: string; timer: ReturnType<typeof setTimeout> }>();
  const chains = new Map<DraftKey, Promise<void>>();
  const clearings = new Map<DraftKey, number>();

  const setState = (key: DraftKey, state: DraftState) => {
    states.set(key, state);
    for (const listener of listeners) listener();
  };
  const inOrder = (key: DraftKey, run: () => Promise<void>) => {
    const next = (chains.get(key) ?? Promise.resolve()).then(run);
    chains.set(key, next);
    return next;
  };
  const schedule = (key: DraftKey, content: string, ms: number) => {
    const before = waiting.get(key);
    if (before) clearTimeout(before.timer);
    waiting.set(key, { content, timer: setTimeout(() => void save(key), ms) });
  };
  const save = async (key: DraftKey): Promise<void> => {
    const entry = waiting.get(key);
    if (!entry) return;
    clearTimeout(entry.timer);
    waiting.delete(key);
    const clearing = clearings.get(key);
    await inOrder(key, async () => {
      if (clearings.get(key) !== clearing) return;
      try {
        await port.write(key, entry.content);
        if (waiting.has(key) || clearings.get(key) !== clearing) return;
        mirror.removeItem(mirrorKey(key));
        setState(key, entry.content === "" ? "none" : "kept");
      } catch {
        if (clearings.get(key) !== clearing) return;
        setState(key, "here-only");
        if (!waiting.has(key) && mirror.getItem(mirrorKey(key)) !== null)
          schedule(key, entry.content, RETRY_MS);
      }
    });
  };

  return {
    async open(key) {
      const here = mirror.getItem(mirrorKey(key));
      if (here !== null) {
        schedule(key, here, delayMs);
        setState(key, "saving");
        return here;
      }
      const content = await port.read(key).catch(() => "");
      setState(key, content === "" ? "none" : "kept");
      return content;
    },
    change(key, content) {
      mirror.setItem(mirrorKey(key), content);
      setState(key, "saving");
      schedule(key, content, delayMs);
    },
    async flush() {
      await Promise.all([...waiting.keys()].map(save));
    },
    async clear(key) {
      const entry = waiting.get(key);
      if (entry) clearTimeout(entry.timer);
      waiting.delete(key);
      clearings.set(key, (clearings.get(key) ?? 0) + 1);
      mirror.removeItem(mirrorKey(key));
      setState(key, "none");
      await inOrder(key, () => port.write(key, "").catch(() => undefined));
    },
    stateOf: (key) => states.get(key) ?? "none",
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function mirrorKey(key: DraftKey): string {
  return `troth-draft-${key}`;
}

/** Drafts at the desk, through the API. Writes outlive the page that began them. */
export function draftPort(troth: Troth): DraftPort {
  return {
    async read(key) {
      const draft = await unwrap(troth.api.GET("/v1/drafts/{key}", { params: { path: { key } } }));
      return draft.content;
    },
    async write(key, content) {
      await unwrap(
        troth.api.PUT("/v1/drafts/{key}", {
          params: { path: { key }, header: { "Idempotency-Key": crypto.randomUUID() } },
          body: { content },
          keepalive: content.length < 30_000,
        }),
      );
    },
  };
}
