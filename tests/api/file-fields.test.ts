import { beforeAll, describe, expect, test } from "vitest";
import { done, refused } from "../support/ask.ts";
import { bundledPolicy, useCast } from "../support/cast.ts";
import { upload } from "../support/files.ts";
import { TICKET } from "../support/requests.ts";

const world = useCast();
const LOG = Buffer.from("a line");

const LAST_FIELD = "    invoice: { label: Number of the invoice or receipt }\n";
const FILE_FIELDS = `    client-logs: { label: Log files of the client, kind: files, required: yes, categories: issue }
    plan-file: { label: Query plan, kind: files, categories: issue }
  attachments: { at-most: 1 MB, files: 3, types: [log, txt, png] }
`;

beforeAll(async () => {
  const files = bundledPolicy({
    "policy.yaml": [
      ["version: 2024-09-02", "version: with-files"],
      [LAST_FIELD, LAST_FIELD + FILE_FIELDS],
    ],
  });
  const { published, findings } = await done(world().cast.policyKey, "publishPolicy", { body: { files } });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(published).not.toBeNull();
});

describe("a policy's fields of files", () => {
  test("are in the form, with the policy's limits", async () => {
    const form = await done(world().cast.owner, "readTicketForm", {});
    expect(form.fields.filter(({ kind }) => kind === "files").map(({ id }) => id)).toEqual([
      "client-logs",
      "plan-file",
    ]);
    expect(form.limits.attachments).toEqual({
      mostBytes: 1_000_000,
      mostFiles: 3,
      types: ["log", "txt", "png"],
      refused: [],
    });
  });

  test("are asked for where they are needed, and nowhere else", async () => {
    const { owner } = world().cast;
    const lacking = await refused(owner, "openTicket", { body: TICKET });
    expect(lacking.fields).toEqual([
      {
        path: "files.client-logs",
        message: "“Log files of the client” is asked for here. Attach at least one file.",
        reason: "file-asked",
        facts: { label: "Log files of the client" },
      },
    ]);
    const { id } = await upload(owner, "a.log", LOG);
    const other = { ...TICKET, category: "question", files: { "client-logs": [id] } };
    expect((await refused(owner, "openTicket", { body: other })).fields?.[0]?.path).toBe("files.client-logs");
    const text = { ...TICKET, files: { "client-logs": [id] }, answers: { "plan-file": "see above" } };
    expect((await refused(owner, "openTicket", { body: text })).fields?.[0]?.path).toBe("answers.plan-file");
    await done(owner, "openTicket", { body: { ...TICKET, category: "question" } });
  });

  test("go with the ticket like other files, and stand under their label", async () => {
    const { owner, agent } = world().cast;
    const [first, second, more] = [
      await upload(owner, "client.log", LOG),
      await upload(owner, "other.log", LOG),
      await upload(owner, "more.txt", LOG),
    ];
    const files = { "client-logs": [first.id, second.id] };
    const { number } = await done(owner, "openTicket", {
      body: { ...TICKET, files, attachments: [more.id] },
    });
    for (const shown of [
      await done(owner, "readTicket", { params: { number } }),
      await done(agent, "readDeskTicket", { params: { number } }),
    ]) {
      const names = shown.messages[0]?.attachments.map(({ name }) => name);
      expect(names).toEqual(["client.log", "other.log", "more.txt"]);
      expect(shown.facts).toContainEqual({ name: "Log files of the client", value: "client.log, other.log" });
    }
  });

  test("count with the others, and are held to the policy's size and kinds", async () => {
    const { owner, agent } = world().cast;
    const ids: string[] = [];
    for (const name of ["1.log", "2.log", "3.log", "4.log"]) ids.push((await upload(owner, name, LOG)).id);
    const body = { ...TICKET, files: { "client-logs": ids.slice(0, 2) }, attachments: ids.slice(2) };
    expect((await refused(owner, "openTicket", { body })).reason).toBe("too-many-files");
    const ask = (name: string, bytes: Buffer) =>
      refused(owner, "uploadAttachment", { query: { name }, bytes });
    expect(await ask("a.har", LOG)).toMatchObject({ status: 422, reason: "file-type-refused" });
    expect(await ask("a.log", Buffer.alloc(1_000_001))).toMatchObject({ status: 413 });
    expect(await ask("a.png", LOG)).toMatchObject({ status: 422, reason: "file-type-refused" });
    const zip = { query: { name: "a.zip" }, bytes: LOG };
    expect((await refused(agent, "uploadDeskAttachment", zip)).reason).toBe("file-type-refused");
  });

  test("of somebody else are refused like ones that are not there", async () => {
    const { owner, teammate } = world().cast;
    const { id } = await upload(teammate, "a.log", LOG);
    const problem = await refused(owner, "openTicket", {
      body: { ...TICKET, files: { "client-logs": [id] } },
    });
    expect(problem).toMatchObject({ status: 404, reason: "file-missing" });
  });
});
