import { beforeAll, describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";

const world = useCast();
const FIRST = "2024-09-02";
const GERMAN = { "accept-language": "de" };

const visit = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(world().origin + path, { headers });
  return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
};

const changes = async (version: string, from?: string) =>
  done(world().cast.visitor, "readPolicyChanges", {
    params: { version },
    query: from === undefined ? {} : { from },
  });

beforeAll(async () => {
  const edits = [
    ["faster", "2: { standard: 2 business days", "2: { standard: 1 business day"],
    ["slower", "2: { standard: 2 business days", "2: { standard: 3 business days"],
  ] as const;
  for (const [version, from, to] of edits) {
    const files = bundledPolicy({
      "policy.yaml": [
        [`version: ${FIRST}`, `version: ${version}`],
        [from, to],
      ],
    });
    await done(world().cast.policyKey, "publishPolicy", { body: { files, note: `It is <b>${version}</b>` } });
  }
});

describe("what changed", () => {
  test("P131 is told in the customer's words, against the version before or any other", async () => {
    const last = await changes("slower");
    expect([last.from?.version, last.to.version]).toEqual(["faster", "slower"]);
    expect(last.changes).toMatchObject([
      {
        kind: "worse",
        plan: { id: "enterprise" },
        sentence: { en: expect.stringContaining("1 business day → 3 business days") },
      },
    ]);
    const whole = await changes("slower", FIRST);
    expect(whole.changes[0]?.sentence.en).toContain("2 business days → 3 business days");
    expect((await changes("faster", "slower")).changes[0]?.kind).toBe("better");
    expect(await changes("slower", "slower")).toMatchObject({ changes: [] });
    expect(await changes(FIRST)).toMatchObject({ from: null, changes: [] });
  });

  test("of a version that was never published is not there", async () => {
    for (const [version, from] of [
      ["1999", FIRST],
      [FIRST, "1999"],
    ] as const) {
      const asked = { params: { version }, query: { from } };
      expect((await refused(world().cast.visitor, "readPolicyChanges", asked)).detail).toContain("1999");
      expect((await visit(`/support/${version}/changes?from=${from}`)).status).toBe(404);
    }
  });

  test("has a page for anybody, in the reader's language, as letters and as Markdown", async () => {
    const page = await visit("/support/changes");
    expect(page.type).toBe("text/html; charset=utf-8");
    expect(page.text).toContain("From version faster to version slower");
    expect(page.text).toContain("1 business day → 3 business days");
    expect(page.text).toContain("It is &#60;b&#62;slower");
    expect(page.text).toContain(`href="/support/slower/changes?from=${FIRST}"`);
    expect(page.text).not.toMatch(/<script|<b>/);
    const german = await visit("/support/slower/changes", GERMAN);
    expect(german.text).toContain('<html lang="de">');
    expect(german.text).toContain("1 Geschäftstag → 3 Geschäftstage");
    const text = await visit(`/support/slower/changes?from=${FIRST}&format=md`);
    expect(text.type).toBe("text/markdown; charset=utf-8");
    expect(text.text).toContain("2 business days → 3 business days");
    expect((await visit(`/support/${FIRST}/changes`)).text).toContain("first version");
  });

  test("is one step from the page of each version but the first", async () => {
    const current = await visit("/support");
    expect(current.text).toContain('<a href="/support/slower/changes">What changed</a>');
    expect(current.text).toContain('<a href="/support/faster/changes">what changed</a>');
    expect(current.text).not.toContain(`/support/${FIRST}/changes`);
    expect((await visit(`/support/${FIRST}`)).text).not.toContain(">What changed</a>");
  });
});

test("P001 every version is readable as Markdown, too, at its own address", async () => {
  const old = await visit(`/support/${FIRST}?format=md`);
  expect(old.type).toBe("text/markdown; charset=utf-8");
  expect(old.text).toContain("2 business days");
  expect(old.text).not.toContain("<main");
  expect((await visit("/support?format=md")).text).not.toBe(old.text);
});
