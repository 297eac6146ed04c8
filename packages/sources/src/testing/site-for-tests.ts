import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { type FetchSettings, type SafeFetch, safeFetch } from "../fetch/safe-fetch.ts";

export type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};
type Serve = (request: IncomingMessage, response: ServerResponse) => Reply | undefined;

/** What was open in a test; closed after each. */
const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

export type Site = {
  readonly origin: string;
  readonly port: number;
  /** What was asked for, in order: `GET /path`. */
  readonly asked: string[];
  /** Headers of what was asked, in order. */
  readonly headers: IncomingMessage["headers"][];
};

/** A web site on loopback that replies what a test says; 404 where that is nothing. */
export async function serveSite(serve: Serve): Promise<Site> {
  const asked: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    const reply = serve(request, response);
    if (response.writableEnded || response.headersSent) return;
    response.writeHead(reply?.status ?? (reply === undefined ? 404 : 200), {
      "content-type": "text/html; charset=utf-8",
      ...reply?.headers,
    });
    response.end(reply?.body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a server that listens on a port has one
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked, headers };
}

/** A safe fetch that may reach the sites named, as an operator would allow them. */
export function fetchFor(sites: readonly Site[], settings: Partial<FetchSettings> = {}): SafeFetch["fetch"] {
  const safe = safeFetch({
    userAgent: "Troth (+https://support.example.com/contact)",
    allowed: sites.map(({ port }) => `127.0.0.1:${port}`),
    ...settings,
  });
  open.push(safe);
  return safe.fetch;
}
