import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FINDING_CODES } from "@troth/policy";
import { describe, expect, test } from "vitest";
import { problemIn } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";

const world = useCast();
const ROOT = join(import.meta.dirname, "../..");

async function visit(path: string) {
  const answer = await fetch(world().origin + path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe("what an author of a policy needs at hand", () => {
  test("every finding has its page, with what it means and the same example mended", async () => {
    for (const code of Object.keys(FINDING_CODES)) {
      const page = await visit(`/docs/findings/${code}`);
      expect([code, page.status]).toEqual([code, 200]);
      expect(page.text).toContain(`<h1>${code}</h1>`);
      expect(page.text).toContain('<h2 id="mended">Mended</h2>');
      expect(page.text).not.toContain("<script");
    }
  });

  test.each(["language", "findings", "your-policy-in-ten-minutes"])(
    "/docs/%s leads only to what is there",
    async (name) => {
      const page = await visit(`/docs/${name}`);
      expect(page.status).toBe(200);
      const links = [...page.text.matchAll(/href="(\/[^"#]*)(?:#([^"]*))?"/g)].map(([, path = "", hash]) => ({
        path,
        hash,
      }));
      expect(links.length).toBeGreaterThan(2);
      for (const path of new Set(links.map((link) => link.path)))
        expect([path, (await visit(path)).status]).toEqual([path, 200]);
      const own = [...page.text.matchAll(/href="#([^"]+)"/g)]
        .map(([, id]) => id)
        .filter((id) => id !== "main");
      expect(own.filter((id) => !page.text.includes(`id="${id}"`))).toEqual([]);
    },
  );

  test.each(["policy", "holidays"])("/schemas/%s.json is the schema, for any editor", async (name) => {
    const { status, headers, text } = await visit(`/schemas/${name}.json`);
    expect([status, headers.get("content-type"), headers.get("access-control-allow-origin")]).toEqual([
      200,
      "application/schema+json; charset=utf-8",
      "*",
    ]);
    expect(text).toBe(readFileSync(join(ROOT, `packages/policy/schema/${name}.schema.json`), "utf8"));
  });

  test.each([
    "/docs/nope",
    "/docs/constructor",
    "/docs/findings/nope",
    "/docs/findings/..%2Flanguage",
    "/schemas/nope",
  ])("%s is not there", async (path) => {
    expect(problemIn(await visit(path)).code).toBe("missing");
  });
});
