import type { Permission } from "@troth/core";
import type { z } from "zod";

/** One row of the route table: everything a server, a client and the access matrix need to know of a route. */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly permission: Permission;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly status: 200 | 201 | 202;
  readonly response: z.ZodType;
  /** Asks with a body and stores nothing, so that no key is needed. */
  readonly isReadOnly?: true;
  /** An event stream: the response schema is that of one line's data. */
  readonly isStream?: true;
  /** Takes a file's bytes as they are, `application/octet-stream`, and nothing else of a body. */
  readonly isUpload?: true;
  /** Hands a file out. */
  readonly isFile?: true;
  /** A page to read, HTML or Markdown: the response schema is that of its text. */
  readonly isPage?: true;
};

/** A write carries an Idempotency-Key: the same key and body give the first answer again, once. */
export function isWrite(route: Route): boolean {
  return route.method !== "GET" && route.isReadOnly !== true;
}
