import { expect, test } from "vitest";
import { textOf } from "./charset.ts";

test.each([
  ["by its header", Buffer.from("Gr\xfc\xdfe", "latin1"), "text/html; charset=ISO-8859-1", "Grüße"],
  [
    "by its header, over what it says within",
    Buffer.from('<meta charset="latin1">ü'),
    "text/html;charset=utf-8",
    "ü",
  ],
  [
    "by what it says within",
    Buffer.from('<meta charset="windows-1252">Gr\xfc\xdfe', "latin1"),
    "text/html",
    "Grüße",
  ],
  [
    "as pages of old said it",
    Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-15">\xa4', "latin1"),
    null,
    "€",
  ],
  [
    "by its XML declaration",
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>\xfc', "latin1"),
    null,
    "ü",
  ],
  ["by its mark", Buffer.from("\uFEFFhä", "utf16le"), "text/html; charset=utf-8", "hä"],
  ["in Japanese", Buffer.from([0x93, 0xfa, 0x96, 0x7b]), "text/html; charset=Shift_JIS", "日本"],
  ["as UTF-8 where nothing is said", Buffer.from("Grüße"), "text/html", "Grüße"],
  ["as browsers of old where it is no UTF-8", Buffer.from("Gr\xfc\xdfe", "latin1"), null, "Grüße"],
  ["as UTF-8 where what is said is nonsense", Buffer.from("Grüße"), "text/html; charset=klingon", "Grüße"],
])("a text is read %s", (_, bytes, contentType, text) => {
  expect(textOf(bytes, contentType).endsWith(text)).toBe(true);
});
