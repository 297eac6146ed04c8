import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { dispositionOf } from "./disposition.ts";
import { fileKindOf, PLAIN_BYTES, type Proof, servedTypeOf } from "./file-kind.ts";
import { fileNameOf } from "./file-name.ts";

describe("a file's name is data, shown without what deceives", () => {
  test.each([
    ["log.txt", "log.txt"],
    ["../../../../etc/passwd", "passwd"],
    ["..\\..\\windows\\win.ini", "win.ini"],
    ["/var/log/app.log", "app.log"],
    ["C:\\fakepath\\shot.png", "shot.png"],
    ["invoice\u202efdp.exe", "invoice fdp.exe"],
    ["a\u200b.p\u2066n\u2069g", "a .p n g"],
    ["two\r\nSet-Cookie: a=b.txt", "two Set-Cookie: a=b.txt"],
    ["nul\u0000byte.txt", "nul byte.txt"],
    ['say "hi".txt', 'say "hi".txt'],
    ["<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"],
    ["trailing. . ", "trailing"],
    [".htaccess", ".htaccess"],
    ["e\u0301tat.csv", "état.csv"],
    ["日本語 👍.log", "日本語 👍.log"],
    ["", "file"],
    ["../..", "file"],
    ["\u202e\u0007", "file"],
    ["half \ud83d.txt", "half \ufffd.txt"],
  ])("%j is shown as %j", (sent, shown) => {
    expect(fileNameOf(sent)).toBe(shown);
  });

  test("a name of 300 characters keeps its ending", () => {
    const name = fileNameOf(`${"a".repeat(300)}.log`);
    expect(name).toHaveLength(150);
    expect(name.endsWith("a….log")).toBe(true);
  });

  test("no name holds a path, a line break, a bidi mark or half a character, and it is shown alike when shown again", () => {
    const anything = string({ unit: "binary", maxLength: 400 });
    assert(
      property(anything, (sent) => {
        const name = fileNameOf(sent);
        expect(name).not.toMatch(/[/\\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
        expect(name.isWellFormed()).toBe(true);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(150);
        expect(fileNameOf(name)).toBe(name);
      }),
      { numRuns: 500 },
    );
  });
});

describe("Content-Disposition", () => {
  test.each([
    ["log.txt", `attachment; filename="log.txt"; filename*=UTF-8''log.txt`],
    [
      'a"; filename=x.exe',
      `attachment; filename="a__ filename_x.exe"; filename*=UTF-8''a%22%3B%20filename%3Dx.exe`,
    ],
    ["état 👍.csv", `attachment; filename="_tat __.csv"; filename*=UTF-8''%C3%A9tat%20%F0%9F%91%8D.csv`],
    ["100 %.md", `attachment; filename="100 _.md"; filename*=UTF-8''100%20%25.md`],
  ])("of %j", (name, header) => {
    expect(dispositionOf(name)).toBe(header);
  });

  test("is one line of ASCII with two names, whatever the name", () => {
    assert(
      property(string({ unit: "binary", maxLength: 200 }), (name) => {
        const header = dispositionOf(name);
        expect(header).toMatch(
          /^attachment; filename="[A-Za-z0-9 ._()+-]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/,
        );
        const [, encoded = ""] = header.split("UTF-8''");
        expect(decodeURIComponent(encoded)).toBe(name.toWellFormed());
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what a file is, its bytes say", () => {
  const small = { width: 4, height: 3 };
  const proof = (type: string | null, size: Proof["size"] = null): Proof => ({ type, size });
  const bytes = { type: PLAIN_BYTES, picture: null, isDoubtful: false };

  test.each([
    ["shot.png", proof("image/png", small), { type: "image/png", picture: small, isDoubtful: false }],
    ["shot.PNG", proof("image/png", small), { type: "image/png", picture: small, isDoubtful: false }],
    ["app.log", proof("text/plain"), { type: "text/plain", picture: null, isDoubtful: false }],
    ["page.html", proof("text/plain"), { type: "text/plain", picture: null, isDoubtful: false }],
    ["x.svg", proof("image/svg+xml"), { type: "text/plain", picture: null, isDoubtful: false }],
    ["dump.pgdump", proof(null), bytes],
    ["core", proof("application/x-elf"), { ...bytes, type: "application/x-elf" }],
    ["empty.png", proof("application/x-empty"), { ...bytes, type: "application/x-empty" }],
  ])("%s of %o", (name, proven, kind) => {
    expect(fileKindOf(name, proven)).toEqual(kind);
  });

  test.each([
    ["x.png", proof("text/plain")],
    ["x.png", proof("image/jpeg", small)],
    ["x.png", proof(null)],
    ["notes.txt", proof("image/png", small)],
    ["report.pdf", proof("application/zip")],
    ["log.json", proof("application/x-elf")],
  ])("where the ending of %s contradicts %o it is plain bytes, and doubtful", (name, proven) => {
    expect(fileKindOf(name, proven)).toEqual({ ...bytes, isDoubtful: true });
  });

  test.each([[{ width: 0, height: 3 }], [{ width: 60_000, height: 60_000 }], [null]])(
    "a picture of %o is not drawn",
    (size) => {
      const kind = fileKindOf("a.gif", proof("image/gif", size));
      expect(kind).toEqual({ type: "image/gif", picture: null, isDoubtful: false });
      expect(servedTypeOf(kind)).toBe(PLAIN_BYTES);
    },
  );

  test("only proven pictures and text are handed out as what they are", () => {
    expect(servedTypeOf({ type: "image/png", picture: small })).toBe("image/png");
    expect(servedTypeOf({ type: "text/plain", picture: null })).toBe("text/plain; charset=utf-8");
    for (const type of ["application/pdf", "image/svg+xml", "text/html", "application/wasm", "image/png"]) {
      expect(servedTypeOf({ type, picture: null })).toBe(PLAIN_BYTES);
    }
    expect(servedTypeOf({ type: "image/svg+xml", picture: small })).toBe(PLAIN_BYTES);
  });
});
