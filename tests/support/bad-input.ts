import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** One hostile input with what is expected of it. */
export type BadInput = {
  readonly id: string;
  readonly cls: string;
  /** The text, the token, or the HTML. */
  readonly s: string;
  readonly expect: string;
  /** Bytes, where the text is not one. */
  readonly b64: string | null;
  readonly generate: string | null;
  readonly filename: string;
};

const DATA = process.env["TROTH_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data");

/** The items of one file of hostile inputs; none where the data is absent, which is printed in one line. */
export function badInput(name: string): BadInput[] {
  const path = join(DATA, "badinput", `${name}.json`);
  if (!existsSync(path)) {
    process.stdout.write(`There is no ${path}: its tests are skipped. TROTH_DATA names its folder.\n`);
    return [];
  }
  const file: { items: Record<string, string | null>[] } = JSON.parse(readFileSync(path, "utf8"));
  return file.items.map(({ id, cls, s, token, html, expect, b64, generate, filename }) => ({
    id: id ?? "",
    cls: cls ?? "",
    s: s ?? token ?? html ?? "",
    expect: expect ?? "",
    b64: b64 ?? null,
    generate: generate ?? null,
    filename: filename ?? "",
  }));
}
