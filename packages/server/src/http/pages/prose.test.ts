import { expect, test } from "vitest";
import { proseHtml } from "./prose.ts";

const say = (_at: string, typed: string) => `${typed} (there)`;

test.each([
  ["**Two** disks", "<p><strong>Two</strong> disks</p>"],
  ["- one\n- two", "<li>two</li>"],
  ["At 2026-07-06 12:05 UTC", "<p>At 2026-07-06 12:05 UTC (there)</p>"],
  ["`2026-07-06 12:05 UTC`", "<code>2026-07-06 12:05 UTC</code>"],
  ["[here](https://a.example/x)", '<a href="https&#58;//a.example/x"'],
])("what messages can say is shown as they show it: %s", (text, html) => {
  expect(proseHtml(text, say).replaceAll("&#58;", ":")).toContain(html.replaceAll("&#58;", ":"));
});

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![x](https://evil.example/x.png)",
  "[x](javascript:alert(1))",
  "[x](data:text/html,1)",
  "# Not a heading",
  "<b>bold</b>",
])("nothing in it runs, loads or stands as a heading: %s", (text) => {
  expect(proseHtml(text, say)).not.toMatch(/<(?:script|img|h1|b)\b|href="(?:javascript|data)/);
});
