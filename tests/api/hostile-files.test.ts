import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetUnusedFiles, sweepFiles } from "../../packages/server/src/verbs/attachment/forget-files.ts";
import { done, refused, send } from "../support/ask.ts";
import { badInput } from "../support/bad-input.ts";
import { useCast } from "../support/cast.ts";
import { follow, png, upload } from "../support/files.ts";
import { TICKET } from "../support/requests.ts";

const world = useCast();

type Hostile = { readonly id: string; readonly filename: string; readonly b64: string | null };

const bytesOf = (text: string) => Buffer.from(text).toString("base64");

/** Our own, so that a clone without the data tries the same classes. */
const OWN: readonly Hostile[] = [
  {
    id: "svg",
    filename: "x.svg",
    b64: bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  },
  { id: "svg called png", filename: "x.png", b64: bytesOf('<svg onload="alert(1)"/>') },
  { id: "html", filename: "x.html", b64: bytesOf("<!doctype html><script>alert(1)</script>") },
  { id: "html called txt", filename: "x.txt", b64: bytesOf("<html><script>alert(1)</script></html>") },
  {
    id: "html in png",
    filename: "x.png",
    b64: Buffer.concat([png(), Buffer.from("<script>alert(1)</script>")]).toString("base64"),
  },
  {
    id: "xml",
    filename: "x.xml",
    b64: bytesOf('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
  },
  {
    id: "gif with script",
    filename: "x.gif",
    b64: Buffer.from("GIF89a/*\0\0\0*/=1;alert(1)").toString("base64"),
  },
  {
    id: "pdf",
    filename: "x.pdf",
    b64: bytesOf("%PDF-1.7\n%âãÏÓ\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>"),
  },
  { id: "program", filename: "x.bin", b64: Buffer.from("7f454c4602010100", "hex").toString("base64") },
  { id: "nothing", filename: "x.png", b64: "" },
];

const SERVED = new Set([
  "application/octet-stream",
  "text/plain; charset=utf-8",
  "image/png",
  "image/jpeg",
  "image/gif",
  "image/webp",
]);

describe("T13 no file is ever a page or a program of ours", () => {
  test.for([...OWN, ...badInput("upload-files")])("$id", async ({ filename, b64 }) => {
    const { owner } = world().cast;
    const bytes = Buffer.from(b64 ?? "", "base64");
    if (bytes.length === 0) {
      const problem = await refused(owner, "uploadAttachment", { query: { name: filename }, bytes });
      expect(problem).toMatchObject({ status: 422, reason: "file-empty" });
      return;
    }
    const kept = await upload(owner, filename, bytes);
    const { number } = await done(owner, "openTicket", { body: { ...TICKET, attachments: [kept.id] } });
    const { messages } = await done(owner, "readTicket", { params: { number } });
    const got = await follow(owner, messages[0]?.attachments[0]?.href);
    expect(got.status).toBe(200);
    expect(got.bytes.equals(bytes)).toBe(true);
    const header = (name: string) => got.headers.get(name) ?? "";
    expect(SERVED).toContain(header("content-type"));
    expect(header("content-type")).not.toMatch(/svg|html|xml|script/);
    expect(header("content-disposition")).toMatch(/^attachment; filename=/);
    expect(header("x-content-type-options")).toBe("nosniff");
    expect(header("content-security-policy")).toBe("default-src 'none'; sandbox; frame-ancestors 'none'");
    expect(header("cache-control")).toBe("private, no-store");
    expect(header("cross-origin-resource-policy")).toBe("same-origin");
    const isPicture = header("content-type").startsWith("image/");
    expect(kept.picture !== null).toBe(isPicture);
    const tooBig = (kept.picture?.width ?? 0) * (kept.picture?.height ?? 0) > 40_000_000;
    expect(tooBig).toBe(false);
  });
});

describe("T14 T29 a name is data", () => {
  const NAMES: readonly (readonly [string, string])[] = [
    ["../../../../etc/passwd", "passwd"],
    ["..\\..\\x.log", "x.log"],
    ["/etc/cron.d/x", "x"],
    ["%2e%2e%2fx.log", "%2e%2e%2fx.log"],
    ["a\r\nSet-Cookie: b=c.log", "a Set-Cookie: b=c.log"],
    ['a"; filename="b.html', 'a"; filename="b.html'],
    ["<img src=x onerror=alert(1)>.log", "<img src=x onerror=alert(1)>.log"],
    ["gnp.\u202egol.log", "gnp. gol.log"],
    [`${"n".repeat(300)}.log`, `${"n".repeat(145)}….log`],
    [".htaccess", ".htaccess"],
    ["CON", "CON"],
    ["état 👍.log", "état 👍.log"],
  ];
  test.for(NAMES)("%j", async ([sent, shown]) => {
    const { owner } = world().cast;
    const kept = await upload(owner, sent, Buffer.from("a line"));
    expect(kept.name).toBe(shown);
    const { number } = await done(owner, "openTicket", { body: { ...TICKET, attachments: [kept.id] } });
    const { messages } = await done(owner, "readTicket", { params: { number } });
    const [file] = messages[0]?.attachments ?? [];
    expect(file?.name).toBe(shown);
    const { headers } = await follow(owner, file?.href);
    expect(headers.get("set-cookie")).toBeNull();
    const header = headers.get("content-disposition") ?? "";
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    expect(header.match(/filename=/g)).toHaveLength(1);
    expect(decodeURIComponent(header.split("UTF-8''")[1] ?? "")).toBe(shown);
  });

  test("with a NUL or half a character it is refused, for no door could give it back", async () => {
    const { owner } = world().cast;
    const question = { query: { name: "a\u0000.log" }, bytes: Buffer.from("a") };
    expect((await send(owner, "uploadAttachment", question)).status).toBe(422);
  });
});

describe("what nobody sent is forgotten", () => {
  const DAY = 86_400_000;
  afterAll(() => world().clock.run(0));
  let ids: string[] = [];
  beforeAll(async () => {
    const { owner } = world().cast;
    ids = [];
    for (const name of ["sent.log", "left.log"]) ids.push((await upload(owner, name, Buffer.from(name))).id);
    await done(owner, "openTicket", { body: { ...TICKET, attachments: ids.slice(0, 1) } });
  });

  const there = async (id: string) =>
    (await world().desk.deps.blobs.get(world().desk.workspace.id, id)) !== null;

  test("after a day, file and row; what was sent stays", async () => {
    const { desk, clock, cast } = world();
    const [sent = "", left = ""] = ids;
    await forgetUnusedFiles(desk.system("test"));
    expect([await there(sent), await there(left)]).toEqual([true, true]);
    clock.run(DAY + 60_000);
    await forgetUnusedFiles(desk.system("test"));
    expect([await there(sent), await there(left)]).toEqual([true, false]);
    const body = { ...TICKET, attachments: [left] };
    expect((await send(cast.owner, "openTicket", { body })).status).toBe(404);
  });

  test("bytes without a row go too, but not while an upload may still be writing its row", async () => {
    const { desk, clock } = world();
    const { blobs, ids: made } = desk.deps;
    const orphan = made.uuid();
    async function* some(): AsyncGenerator<Buffer> {
      yield Buffer.from("nobody's");
    }
    await blobs.put(desk.workspace.id, orphan, some());
    clock.run(0);
    await sweepFiles(desk.system("test"));
    expect(await there(orphan)).toBe(true);
    clock.run(DAY + 60_000);
    expect(await sweepFiles(desk.system("test"))).toBe(1);
    expect([await there(orphan), await there(ids[0] ?? "")]).toEqual([false, true]);
  });

  test("an erased person's files go with the next sweep", async () => {
    const { desk, cast, database, clock } = world();
    clock.run(0);
    const { id } = await upload(cast.scale, "mine.log", Buffer.from("mine"));
    await done(cast.scale, "openTicket", { body: { ...TICKET, attachments: [id] } });
    await database.owner.query(
      "delete from troth.person_key where person_id = (select person_id from troth.attachment where id = $1)",
      [id],
    );
    clock.run(DAY + 60_000);
    await sweepFiles(desk.system("test"));
    expect(await there(id)).toBe(false);
  });
});
