/** Where a draft stands: on the desk, only in this tab, or nothing written. */
export type DraftState = "empty" | "saving" | "kept" | "here-only";

export type DraftKeeper = {
  /** The newest text there is: this tab's own unsaved one before the desk's. */
  readonly load: () => Promise<string>;
  /** Notes what was typed at once in this tab and, a moment after the typing stops, on the desk. */
  readonly write: (content: string) => void;
  /** Brings what waits to the desk now, for example because the page is being left. */
  readonly flush: () => Promise<void>;
  /** Forgets the draft everywhere, after it was sent. */
  readonly clear: () => Promise<void>;
};

export type DraftKeeperOptions = {
  readonly read: () => Promise<{ readonly content: string }>;
  readonly put: (content: string) => Promise<unknown>;
  /** This tab's memory; null where the browser gives none. */
  readonly mirror: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;
  readonly name: string;
  readonly onState: (state: DraftState) => void;
  readonly afterMs?: number;
};

const AFTER_MS = 1_000;

/** Keeps one draft. Nothing here throws: a draft that cannot reach the desk stays in the tab and is told so. */
export function draftKeeper(options: DraftKeeperOptions): DraftKeeper {
  let wanted: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  async function load(): Promise<string> {
    const here = readMirror(options);
    if (here !== null) {
      write(here);
      return here;
    }
    try {
      const { content } = await options.read();
      options.onState(content === "" ? "empty" : "kept");
      return content;
    } catch {
      options.onState("empty");
      return "";
    }
  }

  function write(content: string): void {
    wanted = content;
    writeMirror(options, content);
    options.onState("saving");
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), options.afterMs ?? AFTER_MS);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    await running;
    if (wanted === null) return;
    running = save(wanted);
    await running;
  }

  // One save at a time, so that an older text never lands after a newer one.
  async function save(content: string): Promise<void> {
    try {
      await options.put(content);
      if (wanted !== content) return;
      wanted = null;
      forgetMirror(options);
      options.onState(content === "" ? "empty" : "kept");
    } catch {
      options.onState("here-only");
    }
  }

  async function clear(): Promise<void> {
    clearTimeout(timer);
    forgetMirror(options);
    wanted = "";
    await flush();
    // A sent text must not come back as a draft, even if the desk still holds it.
    forgetMirror(options);
    wanted = null;
  }

  return { load, write, flush, clear };
}

const PREFIX = "troth-draft:";

function readMirror({ mirror, name }: DraftKeeperOptions): string | null {
  try {
    return mirror?.getItem(PREFIX + name) ?? null;
  } catch {
    return null;
  }
}

function writeMirror({ mirror, name }: DraftKeeperOptions, content: string): void {
  try {
    mirror?.setItem(PREFIX + name, content);
  } catch {
    // A full or forbidden storage costs the mirror, not the draft.
  }
}

function forgetMirror({ mirror, name }: DraftKeeperOptions): void {
  try {
    mirror?.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept there.
  }
}

/** Takes every draft out of this tab, at signing out (ASVS 14.3.1). */
export function forgetDrafts(storage: Storage): void {
  for (const name of Object.keys(storage)) if (name.startsWith(PREFIX)) storage.removeItem(name);
}

/** This tab's own storage, or null where an embedded page may not have one. */
export function tabStorage(): Storage | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
