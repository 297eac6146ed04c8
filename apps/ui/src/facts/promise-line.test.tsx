import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Tongue, tongueOf } from "../speech/locale.ts";
import { SpeechProvider } from "../speech/speech.tsx";
import { promiseOf } from "../testing/promise.ts";
import type { PromiseOfReply } from "../wire.ts";
import { PromiseLine } from "./promise-line.tsx";

function said(
  promise: PromiseOfReply | null,
  now: string,
  tongue: Tongue = tongueOf(["en-GB"]),
  holder?: string | null,
): string {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <SpeechProvider tongue={tongue} zone="Europe/Berlin" now={() => Date.parse(now)}>
        <PromiseLine
          promise={promise}
          plan="Enterprise Standard"
          severity="Severity 2"
          {...(holder === undefined ? {} : { holder })}
        />
      </SpeechProvider>
    </MantineProvider>,
  );
  return html
    .replace(/<style[^>]*>.*?<\/style>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;])/g, "$1")
    .trim();
}

test("a commitment says before when, in the reader's time, and what it rests on", () => {
  expect(said(promiseOf(), "2026-07-02T19:30:00Z")).toBe(
    "We will reply before Tue 7 Jul, 21:30 your time (CEST, Berlin). Commitment: 2 business days, Severity 2, Enterprise Standard.",
  );
});

test("an expectation says usually, and is never called late", () => {
  const expected = promiseOf({ firmness: "expectation", op: "within" });
  expect(said(expected, "2026-07-02T19:30:00Z")).toMatch(/^We usually reply by Tue 7 Jul, 21:30/);
  expect(said(expected, "2026-07-08T10:00:00Z")).toMatch(/^This takes longer than usual/);
  for (const holder of [undefined, null, "Mira"]) {
    expect(said(expected, "2026-07-08T10:00:00Z", tongueOf(["en-GB"]), holder)).not.toContain("late");
  }
});

test("a due at closing time is the end of that day where the desk is", () => {
  const closing = promiseOf({ isDueAtClosing: true, dueAt: "2026-07-07T21:00:00.000Z" });
  expect(said(closing, "2026-07-02T19:30:00Z")).toMatch(
    /^We will reply by the end of Tue 7 Jul \(17:00 New York\)/,
  );
});

test("a broken promise is owned, a kept one told", () => {
  expect(said(promiseOf(), "2026-07-07T19:31:00Z")).toMatch(
    /^We are late. We promised a reply before Tue 7 Jul/,
  );
  const kept = promiseOf({ state: "met", stoppedAt: "2026-07-06T14:20:00.000Z" });
  expect(said(kept, "2026-07-06T15:00:00Z")).toMatch(
    /^Promise kept: answered Mon 6 Jul, 16:20 \(CEST, Berlin\); it was due Tue 7 Jul, 21:30./,
  );
});

test("a withdrawn promise no longer says what it rested on", () => {
  expect(said(promiseOf({ state: "withdrawn" }), "2026-07-06T15:00:00Z")).toBe(
    "The promised time no longer applies, because the plan it came from, or support itself, ended.",
  );
});

test("no promise is said plainly", () => {
  expect(said(null, "2026-07-02T19:30:00Z")).toMatch(/^No reply time is promised/);
});

test("German reads as German", () => {
  expect(said(promiseOf(), "2026-07-02T19:30:00Z", tongueOf(["de"]))).toMatch(
    /^Wir antworten vor Di., 7. Juli, 21:30 Ihrer Zeit \(MESZ, Berlin\). Zusage: 2 Geschäftstage/,
  );
});

test("a late commitment says who has it now, and that nothing is asked of the customer", () => {
  const english = tongueOf(["en-GB"]);
  expect(said(promiseOf(), "2026-07-08T08:00:00Z", english, "Mira")).toContain(
    "Mira has it now. You need not",
  );
  expect(said(promiseOf(), "2026-07-08T08:00:00Z", english, null)).toContain("Every agent sees it");
  expect(said(promiseOf(), "2026-07-06T08:00:00Z", english, "Mira")).not.toContain("Mira");
});
