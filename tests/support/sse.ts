import { Change } from "@troth/contract";
import type { z } from "zod";
import type { Door } from "./ask.ts";

export type LiveLine = z.infer<typeof Change> & { readonly id: string };

/** A reader of an event stream, as a browser would be one. */
export type Follower = {
  /** All that came, in order. */
  readonly lines: readonly LiveLine[];
  readonly headers: Headers;
  /** Resolves when the other side ends the stream, or we do. */
  readonly ended: Promise<void>;
  readonly close: () => void;
};

/** Opens the stream; it has begun when this returns. */
export async function follow(door: Door, path: string, lastEventId?: string): Promise<Follower> {
  const hangUp = new AbortController();
  const headers = {
    ...door.show(),
    accept: "text/event-stream",
    ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }),
  };
  const answer = await fetch(door.origin + path, { headers, signal: hangUp.signal });
  if (answer.status !== 200 || answer.body === null)
    throw new Error(`${answer.status} ${await answer.text()}`);
  const lines: LiveLine[] = [];
  return {
    lines,
    headers: answer.headers,
    ended: read(answer.body, lines).catch(() => {}),
    close: () => hangUp.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, lines: LiveLine[]): Promise<void> {
  let rest = "";
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, id, data] = /^id: (.+)\ndata: (.+)$/.exec(block) ?? [];
      if (id !== undefined && data !== undefined) lines.push({ id, ...Change.parse(JSON.parse(data)) });
    }
  }
}
