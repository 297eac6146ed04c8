import { expect, test } from "vitest";
import { partsOf } from "./markdown.ts";
import { withTypedTimes } from "./typed-times.ts";

const spansOf = (text: string) => {
  const [first] = withTypedTimes(partsOf(text));
  return first?.kind === "paragraph" ? first.spans : [];
};

test.each([
  ["At 2026-07-06 14:45 UTC it broke.", ["At ", "2026-07-06T14:45:00Z", " it broke."]],
  ["2026-07-06T14:45Z, 2026-07-06T14:50:30Z", ["2026-07-06T14:45:00Z", ", ", "2026-07-06T14:50:00Z"]],
  ["2026-07-06 14:45 and 14:45 UTC", ["2026-07-06 14:45 and 14:45 UTC"]],
  ["2026-13-45 99:99 UTC", ["2026-13-45 99:99 UTC"]],
])("typed instants with their zone are times: %s", (text, expected) => {
  expect(spansOf(text).map((span) => (span.kind === "time" ? span.at : "text" in span && span.text))).toEqual(
    expected,
  );
});

test("in a list and in bold they are too, in code they stay letters", () => {
  const parts = withTypedTimes(partsOf("- **2026-07-06 14:45 UTC**\n- `2026-07-06 14:45 UTC`"));
  expect(JSON.stringify(parts).match(/"kind":"time"/g)).toHaveLength(1);
});
