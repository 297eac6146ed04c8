import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export type Pages = {
  /** Sends a built file, or the one page for every other address of the console. */
  readonly send: (path: string, response: ServerResponse) => Promise<void>;
};

/** Serves the built console. The page learns its base path from `<base>`, so one build serves at any path. */
export function pages(options: {
  readonly distDir: string;
  readonly basePath: string;
  readonly deskUrl: string;
}): Pages {
  const desk = new URL(options.deskUrl).origin;
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${desk}`,
    `frame-src ${desk}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "base-uri 'self'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  return {
    async send(path, response) {
      const isAsset = /^\/assets\/[\w.-]+$/.test(path);
      const type = TYPES[extname(path)];
      if (isAsset && type) {
        const bytes = await readFile(join(options.distDir, path)).catch(() => null);
        if (bytes) response.setHeader("cache-control", "public, max-age=31536000, immutable");
        response.writeHead(bytes ? 200 : 404, { "content-type": type }).end(bytes);
        return;
      }
      const page = await readFile(join(options.distDir, "index.html"), "utf8");
      response.setHeader("content-security-policy", policy);
      response.setHeader("cache-control", "no-store");
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(page.replace('<base href="/" />', `<base href="${options.basePath}/" />`));
    },
  };
}
