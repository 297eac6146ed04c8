import type { IncomingMessage, ServerResponse } from "node:http";

const MOST_BYTES = 4_096;

/** A JSON object from a request of the console's own pages; null for anything else. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown> | null> {
  if (!request.headers["content-type"]?.startsWith("application/json")) return null;
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MOST_BYTES) return null;
  }
  try {
    const value: unknown = JSON.parse(text === "" ? "{}" : text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** Whether a write may come from this console's own pages: JSON alone, and not from another site (T25). */
export function isOwnWrite(request: IncomingMessage): boolean {
  const site = request.headers["sec-fetch-site"];
  return site === undefined || site === "same-origin";
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.setHeader("cache-control", "no-store");
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(value));
}
