import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WithPolicyText } from "./policy-text.tsx";

const html = (text: string, ...parts: readonly string[]) =>
  renderToStaticMarkup(<WithPolicyText text={text} parts={parts} />);

test("the policy's own words in a sentence of ours are marked as English, and nothing else is", () => {
  expect(html("Support-Regeln, „Support channels“, 2024-09-02", "Support channels")).toBe(
    'Support-Regeln, „<span lang="en">Support channels</span>“, 2024-09-02',
  );
});

test("several are marked wherever they stand; one that is not in the sentence changes nothing", () => {
  expect(
    html("Regeln, „Response times“; Kalender Normal Hours", "Normal Hours", "Response times", "Gold"),
  ).toBe('Regeln, „<span lang="en">Response times</span>“; Kalender <span lang="en">Normal Hours</span>');
  expect(html("Kein Vertrag", "", "x")).toBe("Kein Vertrag");
});
