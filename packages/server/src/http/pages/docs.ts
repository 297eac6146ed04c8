import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FINDING_CODES } from "@troth/policy";
import { documentHtml } from "@troth/policy/describe";
import type { FastifyInstance } from "fastify";
import { missing } from "../../verbs/fail.ts";
import { escapeHtml, pageFrame } from "./frame.ts";

const ROOT = join(import.meta.dirname, "../../../../..");

/** What an author of a policy needs at hand, by the last part of its address. */
const PAGES: Readonly<Record<string, string>> = {
  language: "docs/reference/language.md",
  findings: "docs/reference/findings.md",
  "your-policy-in-ten-minutes": "docs/guides/your-policy-in-ten-minutes.md",
};

const SCHEMAS: Readonly<Record<string, string>> = {
  "policy.json": "packages/policy/schema/policy.schema.json",
  "holidays.json": "packages/policy/schema/holidays.schema.json",
};

const pathIn = (table: Readonly<Record<string, string>>, name: string): string => {
  const path = Object.hasOwn(table, name) ? table[name] : undefined;
  if (path === undefined) throw missing(`The page ${name}`);
  return join(ROOT, path);
};

/** The language of policies, its findings and its schemas, as this program understands them. Public. */
export function addDocs(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>("/docs/:name", async (request, reply) =>
    reply.type(HTML).send(await pageOf(pathIn(PAGES, request.params.name))),
  );
  app.get<{ Params: { code: string } }>("/docs/findings/:code", async (request, reply) => {
    const { code } = request.params;
    if (!Object.hasOwn(FINDING_CODES, code)) throw missing(`The finding ${code}`);
    return reply.type(HTML).send(await pageOf(join(ROOT, `docs/reference/findings/${code}.md`)));
  });
  app.get<{ Params: { name: string } }>("/schemas/:name", async (request, reply) =>
    reply
      .type("application/schema+json; charset=utf-8")
      .header("access-control-allow-origin", "*")
      .send(await readFile(pathIn(SCHEMAS, request.params.name), "utf8")),
  );
}

const HTML = "text/html; charset=utf-8";

const STYLE =
  "td,th{overflow-wrap:anywhere}td code{font-size:14px}figure{margin:0 0 16px}figcaption{font-size:14px;color:var(--quiet)}pre{margin:0 0 16px}figure pre{margin:0}";

async function pageOf(path: string): Promise<string> {
  const { title, html } = documentHtml(await readFile(path, "utf8"), hrefOf);
  const body = `<header><h1>${escapeHtml(title)}</h1></header><main id="main">${html}</main><footer><nav><ul>${NAV}</ul></nav></footer>`;
  return pageFrame({ title, style: STYLE, body });
}

const NAV = [
  ["your-policy-in-ten-minutes", "Your policy in ten minutes"],
  ["language", "The policy language"],
  ["findings", "Findings"],
]
  .map(([name = "", words = ""]) => `<li><a href="/docs/${name}">${words}</a></li>`)
  .join("");

/** A link between files of the repository as one between our pages; what we do not serve is no link. */
function hrefOf(link: string): string | null {
  const [, folder = "", name = "", hash = ""] =
    /^(?:\.\.?\/)*((?:[\w-]+\/)*)([\w-]+)\.md(#.*)?$/.exec(link) ?? [];
  if (folder === "findings/" && Object.hasOwn(FINDING_CODES, name)) return `/docs/findings/${name}`;
  return Object.hasOwn(PAGES, name) ? `/docs/${name}${hash}` : null;
}
