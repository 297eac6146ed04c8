import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { Fail } from "../verbs/fail.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** The route takes a file's bytes. */
    isUpload?: boolean;
  }
}

/** A sender who says nothing for this long is gone. */
const SILENCE_MS = 60_000;
/** How long the rest of a refused file is read, so that its sender can hear why. */
const HEAR_MS = 15_000;

/** Lets bytes through to the routes that take files, as a stream; any other route answers 415 for them. */
export function takeBytes(app: FastifyInstance): void {
  app.addContentTypeParser("application/octet-stream", (request, payload, done) => {
    if (request.routeOptions.config.isUpload) return done(null, payload);
    done(Object.assign(new Error("bytes"), { statusCode: 415 }), undefined);
  });
}

/** Runs `act` on the bytes of an upload. Whatever becomes of it, the sender hears the answer. */
export async function withBytes<T>(
  request: FastifyRequest,
  act: (upload: { declaredBytes: number | null; content: AsyncIterable<Buffer> }) => Promise<T>,
): Promise<T> {
  const { body } = request;
  const length = Number(request.headers["content-length"]);
  const declaredBytes = Number.isSafeInteger(length) ? length : null;
  // An empty body is never parsed.
  const stream = body instanceof Readable ? body : body === undefined || body === null ? null : notBytes();
  request.raw.setTimeout(SILENCE_MS, () => request.raw.destroy());
  try {
    return await act({ declaredBytes, content: stream === null ? nothing() : bytesOf(stream) });
  } catch (error) {
    if (stream?.destroyed && !stream.readableEnded) throw brokenOff();
    throw error;
  } finally {
    if (stream && !stream.readableEnded && !stream.destroyed) passOver(stream);
  }
}

function notBytes(): never {
  throw Object.assign(new Error("Not bytes."), { statusCode: 415 });
}

function brokenOff(): Fail {
  return new Fail("invalid", "The upload broke off, and nothing of it was kept. Send the file again.", {
    reason: "upload-broken-off",
  });
}

async function* nothing(): AsyncGenerator<Buffer> {}

/** Leaving off early must not end the connection: the answer goes back on it. */
async function* bytesOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const part of stream.iterator({ destroyOnReturn: false })) {
    yield Buffer.isBuffer(part) ? part : Buffer.from(part);
  }
}

function passOver(stream: Readable): void {
  const end = setTimeout(() => stream.destroy(), HEAR_MS);
  end.unref();
  stream.once("close", () => clearTimeout(end));
  stream.on("error", () => {});
  stream.resume();
}
