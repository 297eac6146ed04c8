import { describe, expect, test } from "vitest";
import { done, refused, send, statusesOf } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";

const world = useCast();
const BUNDLED = "2024-09-02";
const NOBODY = "00000000-0000-4000-8000-000000000000";

type Changes = readonly (readonly [from: string, to: string])[];

/** The bundled policy as another version, with words of it replaced. */
const edited = (version: string, changes: Changes = []) =>
  bundledPolicy({ "policy.yaml": [[`version: ${BUNDLED}`, `version: ${version}`], ...changes] });

const create = async (body: { name: string; basedOn?: string; files?: Record<string, string> }) =>
  (await done(world().cast.deskAdmin, "createPolicyDraft", { body })).draft;
const read = (draft: string) => done(world().cast.deskAdmin, "readPolicyDraft", { params: { draft } });
const save = (draft: string, body: { revision: number; name?: string; files?: Record<string, string> }) =>
  done(world().cast.deskAdmin, "savePolicyDraft", { params: { draft }, body });

describe("a draft is refused", () => {
  test("to whoever may not publish", async () => {
    const { agent, lead, owner, visitor } = world().cast;
    const { id } = await create({ name: "Quiet" });
    for (const door of [agent, lead, owner, visitor]) {
      const asked = await Promise.all([
        send(door, "listPolicyDrafts"),
        send(door, "readPolicyDraft", { params: { draft: id } }),
        send(door, "readDraftPage", { params: { draft: id } }),
      ]);
      expect(asked.every(({ status }) => status === 401 || status === 403)).toBe(true);
    }
  });

  test("when it is not there, when its id is none, and when its version was never published", async () => {
    const { deskAdmin } = world().cast;
    expect((await refused(deskAdmin, "readPolicyDraft", { params: { draft: NOBODY } })).status).toBe(404);
    expect((await refused(deskAdmin, "readPolicyDraft", { params: { draft: "mine" } })).status).toBe(422);
    const body = { name: "From nothing", basedOn: "1999" };
    expect((await refused(deskAdmin, "createPolicyDraft", { body })).detail).toContain("1999");
  });

  test.for([
    ["a path out of the folder", { "../policy.yaml": "" }],
    ["a path from the root", { "/policy.yaml": "" }],
    ["a path with nothing in it", { "a//b.yaml": "" }],
    ["a name that no file has", { "poli\ncy.yaml": "" }],
    ["too many files", Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`${at}.md`, ""]))],
    ["too much text", { "page.md": "ß".repeat(460_000) }],
    ["a NUL", { "page.md": "\u0000" }],
    ["half a character", { "page.md": "\ud800" }],
  ] as const)("for %s, with a sentence about that field", async ([, files]) => {
    const body = { name: "Odd", files };
    const problem = await refused(world().cast.deskAdmin, "createPolicyDraft", { body });
    expect(problem).toMatchObject({ status: 422, code: "invalid" });
    expect(problem.fields?.[0]?.path).toMatch(/^files/);
    expect(problem.fields?.[0]?.message).not.toBe("");
  });

  test("when it is larger than a request may be", async () => {
    const body = { name: "Huge", files: { "page.md": "a".repeat(1_100_000) } };
    const problem = await refused(world().cast.deskAdmin, "createPolicyDraft", { body });
    expect(problem).toMatchObject({ status: 413, detail: expect.stringContaining("1 MiB") });
  });
});

describe("a draft", () => {
  test("begins with the folder of the version in force, is saved with errors in it, and is read as it was written", async () => {
    const draft = await create({ name: "Faster answers" });
    expect(draft).toMatchObject({ name: "Faster answers", basedOn: BUNDLED, revision: 1, published: null });
    expect((await read(draft.id)).files).toEqual(bundledPolicy());
    const files = { ...bundledPolicy(), "policy.yaml": "policy: [", "page.md": "# Ünïcode\n" };
    const saved = await save(draft.id, { revision: 1, files });
    expect(saved.draft).toMatchObject({ revision: 2, name: "Faster answers" });
    expect(saved.findings.some(({ severity }) => severity === "error")).toBe(true);
    const again = await read(draft.id);
    expect(again.files).toEqual(files);
    expect(again.findings).toEqual(saved.findings);
  });

  test("is one of several, the last changed first, each with who wrote it and when", async () => {
    const first = await create({ name: "One" });
    await create({ name: "Two", files: { "policy.yaml": "" } });
    await save(first.id, { revision: 1, name: "One, renamed" });
    const { drafts } = await done(world().cast.deskAdmin, "listPolicyDrafts", {});
    expect(drafts.slice(0, 2).map(({ name }) => name)).toEqual(["One, renamed", "Two"]);
    expect(drafts[0]).toMatchObject({ createdBy: "Agent admin", updatedBy: "Agent admin" });
    const byKey = await done(world().cast.policyKey, "createPolicyDraft", { body: { name: "By a key" } });
    expect(byKey.draft.createdBy).toBe("key");
  });

  test("that somebody else saved meanwhile is a conflict, which names who and the newer revision", async () => {
    const { deskAdmin, policyKey } = world().cast;
    const { id } = await create({ name: "Shared" });
    const mine = { params: { draft: id }, body: { revision: 1, name: "Mine" } };
    await save(id, { revision: 1, name: "Theirs" });
    const problem = await refused(policyKey, "savePolicyDraft", mine);
    expect(problem).toMatchObject({ status: 409, code: "conflict", reason: "draft-changed", revision: 2 });
    expect(problem.detail).toMatch(/^Agent admin saved this draft/);
    const gone = await refused(deskAdmin, "deletePolicyDraft", {
      params: { draft: id },
      query: { revision: 1 },
    });
    expect(gone).toMatchObject({ status: 409, revision: 2 });
    expect((await read(id)).draft.name).toBe("Theirs");
  });

  test("that two save at once is saved by one of them", async () => {
    const { id } = await create({ name: "Race" });
    const saves = ["a", "b", "c"].map((name) =>
      send(world().cast.deskAdmin, "savePolicyDraft", {
        params: { draft: id },
        body: { revision: 1, name },
      }),
    );
    expect(statusesOf(await Promise.all(saves))).toEqual([200, 409, 409]);
    expect((await read(id)).draft.revision).toBe(2);
  });

  test("has a page that only administrators can read, as letters and as Markdown", async () => {
    const changes: Changes = [["within: 3 business days", "within: 5 business days"]];
    const { id } = await create({ name: "Slow <b>", files: edited("slow", changes) });
    const page = async (format: string) =>
      send(world().cast.deskAdmin, "readDraftPage", { params: { draft: id }, query: { format } });
    const html = await page("html");
    expect(html.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(html.text).toContain("5 business days");
    expect(html.text).toContain("not published");
    expect(html.text).not.toContain("<b>");
    const md = await page("md");
    expect(md.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    expect(md.text).toContain("5 business days");
    await save(id, { revision: 1, files: { "policy.yaml": "policy: [" } });
    expect((await page("html")).text).toContain("policy.yaml:1");
    expect((await page("md")).text).toContain("policy.yaml:1");
  });
});

describe("a draft that is published", () => {
  test("P130 becomes the version in force in the same act, and stays as it was published", async () => {
    const { deskAdmin } = world().cast;
    const { id } = await create({ name: "Next", files: edited("from-draft") });
    const body = { draft: { id, revision: 1 }, note: "A better page" };
    const { published } = await done(deskAdmin, "publishPolicy", { body });
    expect(published).toMatchObject({ version: "from-draft", isCurrent: true, note: "A better page" });
    const { draft, files } = await read(id);
    expect(draft.published).toEqual({ version: "from-draft", publishedAt: published?.publishedAt });
    const source = await done(deskAdmin, "readPolicyVersion", { params: { version: "from-draft" } });
    expect(source.files).toEqual(files);
    const problem = await refused(deskAdmin, "savePolicyDraft", {
      params: { draft: id },
      body: { revision: 1, name: "Other" },
    });
    expect(problem).toMatchObject({ status: 409, reason: "draft-published" });
  });

  test("goes nowhere with an error in it, or at a revision that is not the last", async () => {
    const { deskAdmin } = world().cast;
    const { id } = await create({ name: "Broken", files: { "policy.yaml": "policy: [" } });
    const at = (revision: number) => ({ body: { draft: { id, revision } } });
    expect((await done(deskAdmin, "publishPolicy", at(1))).published).toBeNull();
    await save(id, { revision: 1, files: edited("never") });
    expect((await refused(deskAdmin, "publishPolicy", at(1))).reason).toBe("draft-changed");
    expect((await read(id)).draft.published).toBeNull();
    const { versions } = await done(deskAdmin, "listPolicies", {});
    expect(versions.some(({ version }) => version === "never")).toBe(false);
  });

  test("and is deleted takes nothing with it: the version is still in force and readable", async () => {
    const { deskAdmin } = world().cast;
    const { id } = await create({ name: "Short-lived", files: edited("kept") });
    await done(deskAdmin, "publishPolicy", { body: { draft: { id, revision: 1 } } });
    await done(deskAdmin, "deletePolicyDraft", { params: { draft: id }, query: { revision: 1 } });
    expect((await refused(deskAdmin, "readPolicyDraft", { params: { draft: id } })).status).toBe(404);
    const page = await fetch(`${world().origin}/support/kept`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("Version kept")]);
  });

  test.for(["changes", "calendars", "versions"])(
    "cannot bear the name %s: an address has it",
    async (version) => {
      const { published, findings } = await done(world().cast.deskAdmin, "publishPolicy", {
        body: { files: edited(version) },
      });
      expect(published).toBeNull();
      expect(findings.at(-1)).toMatchObject({ code: "version-reserved", severity: "error", line: 3 });
    },
  );

  test("is told apart from files: one of the two, not both and not none", async () => {
    const { deskAdmin } = world().cast;
    const both = { files: bundledPolicy(), draft: { id: NOBODY, revision: 1 } };
    for (const body of [{}, both]) {
      expect((await refused(deskAdmin, "publishPolicy", { body })).status).toBe(422);
    }
  });
});

describe("a preview for an organisation", () => {
  const preview = (files: Record<string, string>, more: { organisation: string; severity?: string }) =>
    done(world().cast.deskAdmin, "previewPolicy", { body: { files, category: "issue", ...more } });

  test("P129 says what it would get beside what it gets: plan, entitlement, answer time", async () => {
    const same = await preview(edited("same"), { organisation: "org-business" });
    expect(same.now.entitlement).toEqual({
      ...same.draft?.entitlement,
      clause: { ...same.draft?.entitlement.clause, policyVersion: same.now.policyVersion },
    });
    expect(same).toMatchObject({
      isRunnable: true,
      organisation: { id: "org-business", name: "Organisation business" },
      subscription: { pricing: "business", tier: null, state: "active" },
    });
    const slower = await preview(edited("slower", [["within: 3 business days", "within: 5 business days"]]), {
      organisation: "org-business",
    });
    expect([slower.now.promise?.target?.amount, slower.draft?.promise?.target?.amount]).toEqual([3, 5]);
  });

  test("refuses where the draft refuses, and says what of the request it does not know", async () => {
    const free = await preview(edited("free"), { organisation: "org-free" });
    expect(free.draft?.entitlement.decision).toBe("redirect");
    expect(free.draft?.promise).toBeNull();
    const odd = await preview(edited("odd"), { organisation: "org-a", severity: "9" });
    expect(odd.draft?.invalid[0]).toContain("9");
  });

  test("of a draft with errors shows the version in force and the findings", async () => {
    const broken = await preview({ "policy.yaml": "policy: [" }, { organisation: "org-a" });
    expect(broken).toMatchObject({ isRunnable: false, draft: null });
    expect(broken.now.plan?.id).toBe("enterprise");
    expect(broken.findings.length).toBeGreaterThan(0);
  });

  test("of an organisation that is not there is refused", async () => {
    const body = { files: edited("x"), organisation: "org-nowhere" };
    expect((await refused(world().cast.deskAdmin, "previewPolicy", { body })).status).toBe(404);
  });
});

describe("organisations to choose from", () => {
  const list = (query: { search?: string; cursor?: string }) =>
    done(world().cast.deskAdmin, "listOrganisations", { query });

  test("are found by words of their name or id, with what they subscribe to", async () => {
    const { organisations } = await list({ search: "BUSINESS" });
    expect(organisations).toEqual([
      {
        id: "org-business",
        name: "Organisation business",
        subscription: { pricing: "business", tier: null, state: "active" },
      },
    ]);
    expect((await list({ search: "100%_" })).organisations).toEqual([]);
  });

  test("come in pages, each once, in order of name", async () => {
    const { directoryKey } = world().cast;
    for (let at = 0; at < 60; at += 1) {
      const organisation = `page-${at}`;
      await done(directoryKey, "putOrganisation", { params: { organisation }, body: { name: "Same name" } });
    }
    const first = await list({ search: "same" });
    const second = await list({ search: "same", cursor: first.nextCursor ?? "" });
    const ids = [...first.organisations, ...second.organisations].map(({ id }) => id);
    expect([first.organisations.length, ids.length, new Set(ids).size]).toEqual([50, 60, 60]);
    expect(second.nextCursor).toBeNull();
    const problem = await refused(world().cast.deskAdmin, "listOrganisations", { query: { cursor: "x" } });
    expect(problem.status).toBe(422);
  });
});
