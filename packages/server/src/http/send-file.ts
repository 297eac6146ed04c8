import { Readable } from "node:stream";
import { dispositionOf } from "@troth/core";
import type { FastifyReply } from "fastify";
import type { FileRead } from "../verbs/attachment/read-file.ts";

/** Whatever a browser is told to do with it, a file of somebody's runs nothing and shows nothing of ours (T13). */
const HEADERS = {
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "cache-control": "private, no-store",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

/** Hands a file out to be saved. One that proves damaged on the way breaks the connection off. */
export function sendFile(reply: FastifyReply, { name, type, bytes, content }: FileRead): FastifyReply {
  return reply
    .headers({ ...HEADERS, "content-disposition": dispositionOf(name), "content-length": bytes })
    .type(type)
    .send(Readable.from(content, { objectMode: false }));
}
