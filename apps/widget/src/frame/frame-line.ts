import { type Heard, isToFrame, type ToFrame, type ToHost } from "../protocol.ts";

export type Opening = Extract<ToFrame, { type: "troth:open" }>;

export type FrameLineOptions = {
  /** Origins that may embed this page, as the server wrote them into it. */
  readonly embedders: readonly string[];
  readonly host: { postMessage(message: ToHost, targetOrigin: string): void };
  readonly on: {
    readonly hello: () => void;
    readonly open: (opening: Opening) => void;
    readonly closed: () => void;
  };
  readonly patienceMs?: number;
};

export type FrameLine = {
  readonly hear: (event: Heard) => void;
  /** Says something to the host page; nothing is said before it has shown itself to be one of the embedders. */
  readonly say: (message: ToHost) => void;
  /** A token from the host page; null when it gives none or does not answer. */
  readonly askToken: (isStale: boolean) => Promise<string | null>;
};

const PATIENCE_MS = 15_000;

/** The frame's end of the line (ASVS 3.5.5): heard is the parent alone, from a listed origin. */
export function frameLine(options: FrameLineOptions): FrameLine {
  let hostOrigin: string | null = null;
  let lastId = 0;
  const asked = new Map<number, (token: string | null) => void>();

  function say(message: ToHost): void {
    if (hostOrigin !== null) options.host.postMessage(message, hostOrigin);
  }

  function hear(event: Heard): void {
    if (event.source !== options.host || !options.embedders.includes(event.origin)) return;
    if (!isToFrame(event.data)) return;
    const message = event.data;
    switch (message.type) {
      case "troth:hello":
        hostOrigin = event.origin;
        say({ type: "troth:ready" });
        return options.on.hello();
      case "troth:open":
        return options.on.open(message);
      case "troth:closed":
        return options.on.closed();
      case "troth:token":
        asked.get(message.id)?.(message.token);
        return;
    }
  }

  function askToken(isStale: boolean): Promise<string | null> {
    const id = ++lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(null), options.patienceMs ?? PATIENCE_MS);
      const settle = (token: string | null) => {
        clearTimeout(timer);
        asked.delete(id);
        resolve(token);
      };
      asked.set(id, settle);
      say({ type: "troth:token", id, isStale });
    });
  }

  return { hear, say, askToken };
}
