import type { FastifyReply, FastifyRequest } from "fastify";
import type { Live, LiveChange } from "../ports/live.ts";
import { Fail } from "../verbs/fail.ts";
import { wireInstant } from "./present/instant.ts";

/** A comment this often keeps proxies from closing a quiet line. */
const BEAT_MS = 15_000;
/** A reader that does not read is cut off here, before its backlog grows in our memory. */
const MOST_BUFFERED_BYTES = 256 * 1024;

/** The lines that are open on this node; ending them lets the service stop. */
export type Lines = Set<() => void>;

export type StreamOptions = {
  readonly live: Live;
  readonly lines: Lines;
  readonly workspace: string;
  readonly sees: (change: LiveChange) => boolean;
  /** Person who reads; the line ends when their membership does. */
  readonly person: string;
  /** When the credential ends, and the line with it; the reader comes back with a fresh one. */
  readonly endsInMs: number;
};

/** An event stream of changes, resumed by Last-Event-ID. */
export async function streamChanges(
  request: FastifyRequest,
  reply: FastifyReply,
  { live, lines, workspace, sees, person, endsInMs }: StreamOptions,
): Promise<void> {
  const { accept } = request.headers;
  if (accept !== undefined && !accept.includes("text/event-stream") && !accept.includes("*/*")) {
    throw new Fail("invalid", "This is an event stream. Ask for it with: Accept: text/event-stream.");
  }
  const lastEventId = request.headers["last-event-id"];
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    "x-request-id": request.id,
  });
  raw.write("retry: 2000\n\n");
  const send = (change: LiveChange): void => {
    if (change.leaver === person) return end();
    if (!sees(change)) return;
    const data = JSON.stringify({
      ticket: change.ticket?.number ?? null,
      kind: change.kind,
      at: wireInstant(change.at),
    });
    raw.write(`id: ${change.id}\ndata: ${data}\n\n`);
    if (raw.writableLength > MOST_BUFFERED_BYTES) raw.destroy();
  };
  const beat = setInterval(() => raw.write(":\n\n"), BEAT_MS);
  const limit = setTimeout(() => end(), endsInMs);
  let stop: (() => void) | null = null;
  const end = (): void => {
    clearInterval(beat);
    clearTimeout(limit);
    lines.delete(end);
    stop?.();
    if (!raw.writableEnded) raw.end();
  };
  lines.add(end);
  raw.on("close", end);
  raw.on("error", end);
  try {
    stop = await live.follow(workspace, typeof lastEventId === "string" ? lastEventId : null, send);
    if (raw.destroyed || raw.writableEnded) stop();
  } catch (error) {
    // The answer has begun, so no problem can be told; the reader comes back and asks again.
    request.log.error({ err: error }, "stream failed");
    end();
  }
}
