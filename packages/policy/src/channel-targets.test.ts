import { expect, test } from "vitest";
import { compiled } from "./bundled-policy.fixture.ts";
import { differenceOf } from "./difference/difference.ts";
import { renderPage } from "./page.ts";
import { changed, inPage, inPolicy } from "./small-policy.fixture.ts";
import type { Policy } from "./types.ts";

/** Pro promises two business days, five minutes on the chat, and less to early customers. */
const withChat = (minutes: number): Policy =>
  compiled(
    changed(
      inPolicy("  tickets: {", "  chat: { name: Live chat, kind: chat, doors: [] }\n  tickets: {"),
      inPolicy("channels: [tickets]", "channels: [tickets, chat]"),
      inPolicy(
        "targets:\n",
        "cohorts: { early: { name: Early customers, before: 2018-09-17, note: They have more. } }\ntargets:\n",
      ),
      inPolicy(
        "readings:\n",
        `  - { metric: first-response, plan: pro, channel: chat, within: ${minutes} minutes @ always, firmness: target }
  - { metric: first-response, plan: pro, channel: tickets, cohort: early, within: 1 business day @ office, firmness: target }
readings:
`,
      ),
      inPage("within {{ targets.pro.first-response }}", "soon"),
      inPage("::targets{plan=top}", "::targets{plan=pro}"),
    ).files,
  ).policy;

test("the page says of each figure for which channel and which customers it is", () => {
  const page = renderPage(withChat(5), { format: "md" });
  expect(page).toMatch(/Live chat[^|]*\|[^|]*5 minutes/);
  expect(page).toMatch(/Early customers[^|]*\|[^|]*1 business day/);
  expect(page).toMatch(/2 business days/);
});

test("the difference tells the channel whose figure moved, and no other", () => {
  const told = differenceOf(withChat(5), withChat(9)).map(({ sentence }) => sentence.en);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("Live chat");
  expect(told[0]).toContain("5 minutes");
  expect(differenceOf(withChat(5), withChat(5))).toEqual([]);
});
