import { masked } from "@troth/secrets";
import { expect, test } from "vitest";
import { mailFor, masksIn } from "./masks.ts";

const TEXT = masked("It says postgres://ana:hunter2hunter2@db.example/shop and nothing else");

test("a mask is told in the reader's language, and nothing else of the text changes", () => {
  expect(masksIn("en", TEXT)).toBe(TEXT);
  expect(masksIn("de", TEXT)).toBe(TEXT.replace("[masked: password]", "[maskiert: Passwort]"));
  expect(masksIn("de", "[masked: GitHub token], [masked: joke]")).toBe(
    "[maskiert: Token (GitHub)], [masked: joke]",
  );
});

test("a German mail has no English mask in its subject, its text or its HTML", () => {
  const about = {
    link: "https://desk.test/1",
    workspace: "Acme",
    name: "Ana",
    number: "1001",
    subject: TEXT,
  };
  const mail = mailFor("de", "answer", {
    ...about,
    text: TEXT,
    author: "Mira",
    items: [TEXT],
    reader: "requester",
  });
  expect(mail.text).toContain("[maskiert: Passwort]");
  expect(JSON.stringify(mail)).not.toContain("[masked:");
});
