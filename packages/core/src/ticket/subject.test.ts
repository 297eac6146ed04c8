import { expect, test } from "vitest";
import { subjectOf } from "./subject.ts";

test.for([
  ["Restore stops at **40 %** of `main`", "Restore stops at 40 % of main"],
  ["\n\n  ## Backups fail\nsince noon", "Backups fail"],
  ["```\nERROR: timeout\n```", "ERROR: timeout"],
  ["```\nERROR: timeout\n```\nThe restore stops", "The restore stops"],
  ["```js\na\n~~~\nb\n```\n\n## Backups fail", "Backups fail"],
  ["```\nERROR: timeout\nand nobody closed it", "ERROR: timeout"],
  ["```", "```"],
  ["---", "---"],
  ["2 ** 3 is not `8", "2 ** 3 is not `8"],
])("%j is called «%s»", ([description = "", subject = ""]) => {
  expect(subjectOf(description)).toBe(subject);
});

test("a long first line is cut at a word, and says that it goes on", () => {
  const subject = subjectOf("word ".repeat(60));
  expect(subject).toMatch(/word…$/);
  expect(subject.length).toBeLessThanOrEqual(120);
});
