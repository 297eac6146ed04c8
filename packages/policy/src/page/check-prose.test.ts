import { describe, expect, test } from "vitest";
import { compilePolicy } from "../compile.ts";
import { changed, inPage } from "../small-policy.fixture.ts";

/** What the check says of a page with this text in it. */
const found = (text: string): string[] =>
  compilePolicy(changed(inPage("Write to", `${text}\n\nWrite to`)).files)
    .findings.filter(({ code }) => code.startsWith("prose-"))
    .map(({ code, message }) => `${code} ${/“(.*?)”/.exec(message)?.[1] ?? ""}`);

describe("figures typed by hand", () => {
  test.each([
    ["Answers within 3 business days.", "3 business days"],
    ["Answers within three business days.", "three business days"],
    ["A two-hour answer.", "two-hour"],
    ["It takes 24–48 hours.", "24–48 hours"],
    ["It takes 5 to 15 minutes.", "5 to 15 minutes"],
    ["We answer in 2h or so.", "2h"],
    ["We are there 24/7 for you.", "24/7"],
    ["We are there 24x7 for you.", "24x7"],
    ["We work around the clock.", "around the clock"],
    ["By the next business day.", "next business day"],
    ["Half an hour is the goal.", "Half an hour"],
    ["| Plan | Answer |\n|---|---|\n| x | 4 hours |", "4 hours"],
    ["- first answer: 90 minutes", "90 minutes"],
    ["## In 4 hours\n\n::plans", "4 hours"],
  ])("%s", (text, figure) => expect(found(text)).toEqual([`prose-figure ${figure}`]));

  test.each([
    "A new day, a new hour, and weeks of summer.",
    "Version 2024-09-02 of 24 pages.",
    "Run `sleep 2 hours` in a terminal.",
    "```\nwithin 3 business days\n```",
    "[the form](https://acme.example/3-business-days/24/7)",
    "{{ targets.pro.first-response }}",
  ])("not: %s", (text) => expect(found(text)).toEqual([]));
});

describe("names typed by hand", () => {
  test.each([
    ["Ask on the User forum.", "User forum"],
    ["The User forum's rules.", "User forum"],
    ["All User forums are open.", "User forum"],
    ["On the Pro plan.", "Pro"],
    ["Pro support is quick.", "Pro"],
    ["## Pro support\n\n::plans", "Pro"],
    ["- Pro\n- others", "Pro"],
    ["| Plan |\n|---|\n| Pro |", "Pro"],
    ["Counted in Office hours only.", "Office hours"],
  ])("%s", (text, name) => expect(found(text)).toEqual([`prose-name ${name}`]));

  test.each([
    "Professionals and Progress.",
    "Top of the page.",
    "Run `Pro` in a terminal.",
    "[the form](https://acme.example/Pro)",
    "{{ plans.pro.name }} support",
  ])("not: %s", (text) => expect(found(text)).toEqual([]));
});

describe("broken references say what may be meant", () => {
  const mend = (text: string): string =>
    compilePolicy(changed(inPage("Write to", `${text}\n\nWrite to`)).files).findings.find(
      ({ code }) => code === "reference-broken" || code === "directive-unknown",
    )?.mend ?? "";

  test.each([
    ["{{ plans.por.name }}", "Did you mean `pro`?"],
    ["{{ channels.ticket }}", "Did you mean `tickets`?"],
    ["{{ calendars.ofice.hours }}", "Did you mean `office`?"],
    ["{{ plan.pro }}", "Did you mean `plans`?"],
    ["{{ targets.pro.first-respnse }}", "Did you mean `first-response`?"],
    ["::chanels", "Did you mean `channels`?"],
    ["::targets{plan=tob}", "Did you mean `top`?"],
    ["::severities{id=hihg}", "Did you mean `high`?"],
  ])("%s", (text, says) => expect(mend(text)).toContain(says));
});
