import { type Heard, isToHost, type ToFrame } from "../protocol.ts";

export type HostLineOptions = {
  readonly frameOrigin: string;
  /** The frame's window; messages from any other are not heard. */
  readonly frame: () => { postMessage(message: ToFrame, targetOrigin: string): void } | null;
  readonly token: (isStale: boolean) => Promise<string> | string;
  readonly on: {
    readonly ready: () => void;
    readonly drawn: () => void;
    readonly unread: (count: number) => void;
    readonly close: () => void;
  };
};

export type HostLine = {
  readonly hear: (event: Heard) => void;
  readonly say: (message: ToFrame) => void;
};

/** The host page's end of the line to the frame (ASVS 3.5.5: origin and source are checked on each message). */
export function hostLine(options: HostLineOptions): HostLine {
  const say = (message: ToFrame) => options.frame()?.postMessage(message, options.frameOrigin);

  async function giveToken(id: number, isStale: boolean): Promise<void> {
    let token: string | null = null;
    try {
      const given = await options.token(isStale);
      if (typeof given === "string" && given !== "") token = given;
    } catch {
      // The frame tells the reader how to go on; the host's own reason is the host's.
    }
    say({ type: "troth:token", id, token });
  }

  function hear(event: Heard): void {
    const frame = options.frame();
    if (!frame || event.source !== frame || event.origin !== options.frameOrigin) return;
    if (!isToHost(event.data)) return;
    switch (event.data.type) {
      case "troth:ready":
        return options.on.ready();
      case "troth:drawn":
        return options.on.drawn();
      case "troth:token":
        void giveToken(event.data.id, event.data.isStale);
        return;
      case "troth:unread":
        return options.on.unread(event.data.count);
      case "troth:close":
        return options.on.close();
    }
  }

  return { hear, say };
}
