import { connect, type Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";

/** One HTTP request as it goes over the wire. */
export type Request = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Load = {
  readonly port: number;
  /** Connections kept open, each with one request under way. */
  readonly clients: number;
  readonly seconds: number;
  readonly next: () => Request;
};

export type Answered = {
  readonly requests: number;
  readonly seconds: number;
  /** Mean size of an answer's body. */
  readonly bytes: number;
  readonly medianMs: number;
  readonly p99Ms: number;
};

/** Keeps `clients` connections busy for a while. Throws at the first answer that is not 2xx: a bench of errors is none. */
export async function drive({ port, clients, seconds, next }: Load): Promise<Answered> {
  const times: number[] = [];
  let bytes = 0;
  const beganAt = performance.now();
  const endsAt = beganAt + seconds * 1_000;
  const client = async (): Promise<void> => {
    const line = await openLine(port);
    try {
      while (performance.now() < endsAt) {
        const from = performance.now();
        const { length } = await line.ask(textOf(next(), port));
        bytes += length;
        times.push(performance.now() - from);
      }
    } finally {
      line.close();
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const sorted = Float64Array.from(times).toSorted();
  return {
    requests: times.length,
    seconds: (performance.now() - beganAt) / 1_000,
    bytes: bytes / times.length,
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

/** One request on a connection of its own, with what was answered. */
export async function ask(port: number, request: Request): Promise<string> {
  const line = await openLine(port);
  try {
    return (await line.ask(textOf(request, port))).toString();
  } finally {
    line.close();
  }
}

function textOf({ method, path, headers, body }: Request, port: number): string {
  const all = {
    host: `localhost:${port}`,
    ...headers,
    ...(body === undefined
      ? {}
      : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body ?? ""}`;
}

type Line = { readonly ask: (text: string) => Promise<Buffer>; readonly close: () => void };

const HEAD_END = Buffer.from("\r\n\r\n");
const PATIENCE_MS = 30_000;

/** A keep-alive connection, one request at a time, for answers that state their length. */
async function openLine(port: number): Promise<Line> {
  const socket = await connected(port);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error("No answer within half a minute.")));
  let received: Buffer = Buffer.alloc(0);
  let waiting: PromiseWithResolvers<Buffer> | null = null;
  socket.on("error", (error) => waiting?.reject(error));
  socket.on("close", () => waiting?.reject(new Error("The connection was closed.")));
  socket.on("data", (part: Buffer) => {
    received = received.length === 0 ? part : Buffer.concat([received, part]);
    const answer = answerIn(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    if (answer.status < 300) waiting?.resolve(answer.body);
    else waiting?.reject(new Error(`HTTP ${answer.status}: ${answer.body.toString().slice(0, 500)}`));
  });
  return {
    ask(text) {
      waiting = Promise.withResolvers();
      socket.write(text);
      return waiting.promise;
    },
    close: () => socket.destroy(),
  };
}

/** The answer once all of it is here. */
function answerIn(received: Buffer): { status: number; body: Buffer } | null {
  const end = received.indexOf(HEAD_END);
  if (end < 0) return null;
  const head = received.toString("latin1", 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const from = end + HEAD_END.length;
  if (received.length < from + length) return null;
  return { status: Number(head.slice(9, 12)), body: received.subarray(from, from + length) };
}

async function connected(port: number): Promise<Socket> {
  for (let tries = 0; ; tries += 1) {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true });
    try {
      await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
      return socket;
    } catch (error) {
      if (tries >= 20) throw error;
      await after(50);
    }
  }
}
