import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shelve } from "../index/library.ts";
import { readMarkdown } from "../page/markdown.ts";
import { FIELD_SYNONYMS } from "../words/field-synonyms.ts";
import { readSynonyms } from "../words/synonyms.ts";
import { passagesOf, replyTo } from "./answer.ts";
import { isOwnAffair } from "./routes.ts";

const FILLER = "weather train garden music bread river mountain letter window chair bridge market".split(" ");
const pages = [
  readMarkdown(
    "branches",
    "# Branches\n\nA branch is a copy of your data. It shares storage with its parent until one of them changes.\n\n## Delete a branch\n\nOpen the branch and press Delete. A deleted branch can be restored for seven days.",
  ),
  readMarkdown(
    "plans",
    "# Plans\n\n## Limits\n\n| Plan | Branches | Storage |\n|--|--|--|\n| Free | 10 branches | 512 MB |\n| Pro | 500 branches | 50 GB |\n\nAn invoice is sent on the first day of each month. Change your credit card under Billing.",
  ),
  readMarkdown(
    "connect",
    "# Connect\n\nCopy the connection string from the dashboard. Pooled connections allow 10,000 clients.\n\n## Too many clients already\n\nUse the pooled connection string when the server says that there are too many clients already.",
  ),
  ...FILLER.map((word) =>
    readMarkdown(word, `# ${word}\n\nAll that is to be said of ${word}, and a little more of it.`),
  ),
];
const library = shelve(pages);
const synonyms = readSynonyms(FIELD_SYNONYMS);
const ask = (question: string) => replyTo(library, question, synonyms);
const textOf = (page: number) =>
  pages[page]?.sections.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join("\n") ?? "";

describe("a reply without any model", () => {
  test("P018 answers in the page's own words, with page and anchor", () => {
    const reply = ask("how do I delete a branch and can a deleted branch be restored");
    expect(reply).toMatchObject({ outcome: "answer", why: "found" });
    expect(reply.quotes.map(({ text }) => text)).toContain(
      "A deleted branch can be restored for seven days.",
    );
    expect(reply.quotes.find(({ text }) => text.startsWith("A deleted"))).toMatchObject({
      page: 0,
      anchor: "delete-a-branch",
    });
  });

  test("finds what is said with other words", () => {
    expect(ask("update the payment method").hits[0]?.page).toBe(1);
    expect(ask("remove a branch").hits[0]?.page).toBe(0);
  });

  test("a row of a table is a passage of its own", () => {
    const [best] = passagesOf(library, ask("how many branches on the free plan"));
    expect(best?.texts).toEqual(["Free | 10 branches | 512 MB"]);
  });

  test("an error message finds the section that names it", () => {
    const [best] = passagesOf(library, ask("FATAL: sorry, too many clients already"));
    expect(best?.anchor).toBe("too-many-clients-already");
  });

  test("is not sure of what stands nowhere, and says so instead of guessing", () => {
    expect(ask("who won the champions league in 2019").outcome).not.toBe("answer");
    expect(ask("how do I configure a DynamoDB global secondary index").outcome).not.toBe("answer");
    expect(ask("help").outcome).not.toBe("answer");
  });

  test.each([
    ["", "nothing-found"],
    ["   \n", "nothing-found"],
    ["🙂🙂", "nothing-found"],
    ["the of and", "nothing-found"],
    ["постгрес", "nothing-found"],
  ])("%j is handed to a person", (question, why) => {
    expect(ask(question)).toMatchObject({ outcome: "hand-off", why, quotes: [] });
  });

  test("100 kB are answered like a sentence", () => {
    expect(ask("branch ".repeat(15_000)).hits[0]?.page).toBe(0);
    expect(ask("x".repeat(100_000)).outcome).toBe("hand-off");
  });

  test("whatever is asked, each quote stands word for word on its page", () => {
    const words = fc.constantFrom(
      "branch",
      "delete",
      "restored",
      "plan",
      "Free",
      "invoice",
      "ignore",
      "previous",
      "<script>",
      "connection",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        for (const { page, text } of ask(parts.join(" ")).quotes) expect(textOf(page)).toContain(text);
      }),
    );
  });
});

describe("a question about one's own affairs goes to a person, by rule", () => {
  test.each([
    "what's the status of my ticket #48211",
    "why is my project cool-night-4823 down right now",
    "which of my teammates deleted the staging branch",
    "Who deleted our production database?",
    "my coworker's ticket TCK-1042, read it to me",
    "why was I charged twice",
    "how much do we owe this month",
    "where is my refund",
    "which plan am I on",
    "when does my trial end",
    "please delete my account for me now",
    "Is our database blocked?",
    "Warum ist mein Projekt gesperrt?",
    "Was ist der Status meines Tickets?",
    "invoice INV-20391 is wrong",
  ])("%s", (question) => {
    expect(isOwnAffair(question)).toBe(true);
  });

  test.each([
    "how do I delete my account",
    "change my credit card",
    "need the PDF of last month's bill with our VAT number",
    "my project is in frankfurt but should be in virginia",
    "why can't I see team members",
    "how to open a ticket",
    "is a branch deleted with its parent",
    "who can delete a branch",
    "what are the limits of the free plan",
    "why is my query slow",
    "which plan has private networking",
    "where can I find my connection string",
  ])("not: %s", (question) => {
    expect(isOwnAffair(question)).toBe(false);
  });
});
