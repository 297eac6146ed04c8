import { MantineProvider } from "@mantine/core";
import { TrothError } from "@troth/sdk";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { tongueOf } from "../speech/locale.ts";
import { SpeechProvider } from "../speech/speech.tsx";
import { ProblemNote } from "./problem-note.tsx";

const UNTITLED = { path: "title", message: "Say what does not work.", reason: "incident-untitled" };
const EMPTY = { path: "text", message: "Say what is known now.", reason: "update-empty" };
const STRANGE = { path: "body", message: "The text is too long." };

type Fault = { readonly path: string; readonly message: string; readonly reason?: string };

/** What the note says of these faults. */
function noted(fields: readonly Fault[], languages: readonly string[]): string {
  const detail = fields.map(({ message }) => message).join(" ");
  const base = { type: "/problems/invalid", title: "Invalid", status: 422, detail, requestId: "r-1" };
  const [only] = fields.length === 1 ? fields : [];
  const reason = only?.reason === undefined ? {} : { reason: only.reason };
  const problem = { ...base, ...reason, code: "invalid" as const, fields: [...fields] };
  return renderToStaticMarkup(
    <MantineProvider>
      <SpeechProvider tongue={tongueOf(languages)} zone="Europe/Berlin" now={() => 0}>
        <ProblemNote error={new TrothError(problem, detail)} />
      </SpeechProvider>
    </MantineProvider>,
  );
}

describe("a note of what is wrong", () => {
  test("tells each fault in the reader's language, and marks what is left in English", () => {
    const german = noted([UNTITLED, EMPTY, STRANGE], ["de-DE"]);
    expect(german).toContain("<li>Sagen Sie in wenigen Worten, was nicht geht.</li>");
    expect(german).toContain("<li>Sagen Sie, was jetzt bekannt ist: Ein Satz genügt.</li>");
    expect(german).toContain('<li><span lang="en"');
    expect(german).toContain("The text is too long.");
    expect(german).not.toContain(EMPTY.message);
    expect(noted([UNTITLED, EMPTY], ["en-GB"])).toContain(EMPTY.message);
  });

  test("says a single one once", () => {
    const english = noted([EMPTY], ["en-GB"]);
    expect(english.split(EMPTY.message)).toHaveLength(2);
    const german = noted([EMPTY], ["de-DE"]);
    expect(german).not.toContain(EMPTY.message);
    expect(german.split("Sagen Sie, was jetzt bekannt ist")).toHaveLength(2);
  });
});
