import { fileKindOf } from "@troth/core";
import { expect, test } from "vitest";
import { signatures } from "./signatures.ts";

const wide = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const wideBig = (text: string) => wide(text).swap16();
const kindOf = async (name: string, bytes: Buffer, isWhole = true) =>
  fileKindOf(name, await signatures.proofOf(bytes, isWhole));

const LOG = "13:02 ERROR: größer als erlaubt 👍\r\n";

test.for([
  ["UTF-16 as PowerShell writes it", wide(LOG)],
  ["UTF-16 with the big end first", wideBig(LOG)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${LOG}`)],
  ["UTF-16 cut within a character", wide(`${LOG}👍`).subarray(0, -2)],
  ["UTF-16 cut within a unit", wide(LOG).subarray(0, -1)],
] as const)("%s is text", async ([, bytes]) => {
  expect(await kindOf("app.log", bytes)).toEqual({ type: "text/plain", picture: null, isDoubtful: false });
});

test("a mark before bytes that are no text proves nothing", async () => {
  expect(await kindOf("app.log", wide("a\u0000b\u0001"))).toMatchObject({ isDoubtful: true });
  expect(await kindOf("app.log", Buffer.from([0xff, 0xfe, 0x00, 0xdc, 0x41, 0x00]))).toMatchObject({
    isDoubtful: true,
  });
});
