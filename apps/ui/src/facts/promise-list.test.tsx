import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { type Tongue, tongueOf } from "../speech/locale.ts";
import { SpeechProvider } from "../speech/speech.tsx";
import { promiseOf } from "../testing/promise.ts";
import type { PromiseOfReply, TimelineEntry } from "../wire.ts";
import { PromiseList } from "./promise-list.tsx";
import { movesOf } from "./promise-moves.ts";

const RAISED_AT = "2026-07-03T08:00:00.000Z";
const MOVED_AT = "2026-07-06T14:00:00.000Z";

const assessed: TimelineEntry = {
  seq: 3,
  at: RAISED_AT,
  kind: "severity.assessed",
  by: "Mira",
  from: "3",
  to: "2",
  reason: "Production is down",
  severity: null,
  outcome: null,
  broughtFrom: null,
};

const moved = promiseOf({
  history: [
    {
      at: RAISED_AT,
      why: "severity-raised",
      dueFrom: "2026-07-08T19:30:00.000Z",
      dueTo: "2026-07-07T19:30:00.000Z",
    },
    {
      at: MOVED_AT,
      why: "schedule-changed",
      dueFrom: "2026-07-07T19:30:00.000Z",
      dueTo: "2026-07-08T13:30:00.000Z",
    },
  ],
});

function said(promises: readonly PromiseOfReply[], tongue: Tongue = tongueOf(["en-GB"])): string {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <SpeechProvider tongue={tongue} zone="Europe/Berlin" now={() => Date.parse("2026-07-09T12:00:00Z")}>
        <PromiseList promises={promises} timeline={[assessed]} reader="customer" />
      </SpeechProvider>
    </MantineProvider>,
  );
  return html
    .replace(/<style[^>]*>.*?<\/style>/gs, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");
}

describe("the history of a promise", () => {
  test("C6 C9 says when it moved, from what to what, why, and who did it where somebody did", () => {
    const text = said([moved]);
    expect(text).toContain(
      "Fri 3 Jul, 10:00 (CEST, Berlin): due moved from Wed 8 Jul, 21:30 to Tue 7 Jul, 21:30 (CEST, Berlin). The severity was raised. By Mira. Reason: Production is down",
    );
    expect(text).toContain("to Wed 8 Jul, 15:30 (CEST, Berlin). The desk's hours changed.");
    expect(text.match(/By Mira/g)).toHaveLength(1);
  });

  test("a move that changed no due, or ended the promise, is told as such", () => {
    const [kept, ended, given] = movesOf(
      {
        history: [
          { at: MOVED_AT, why: "severity-raised", dueFrom: RAISED_AT, dueTo: RAISED_AT },
          { at: MOVED_AT, why: "lapsed", dueFrom: RAISED_AT, dueTo: null },
          { at: MOVED_AT, why: "reinstated", dueFrom: null, dueTo: RAISED_AT },
        ],
      },
      [],
    );
    expect([kept?.kind, ended?.kind, given?.kind]).toEqual(["kept", "ended", "given"]);
  });
});

describe("every clock of a ticket", () => {
  test("C13 one that was answered late says when and by how much", () => {
    const late = promiseOf({ state: "breached", stoppedAt: "2026-07-07T19:42:00.000Z" });
    expect(said([late])).toContain(
      "First reply: late, answered at Tue 7 Jul, 21:42 (CEST, Berlin), 12 min after it was due on Tue 7 Jul, 21:30 (CEST, Berlin)",
    );
  });

  test("an expectation is never called late, and a clock without a time is left out", () => {
    const hoped = promiseOf({ firmness: "expectation", metric: "next-response", state: "breached" });
    const measured = promiseOf({ metric: "resolution", dueAt: null, target: null });
    const text = said([hoped, measured]);
    expect(text).toContain("Next reply: takes longer than expected");
    expect(text).not.toContain(" late");
    expect(text).not.toContain("Resolution");
  });

  test("an expectation that ended was expected, and never due", () => {
    const at = "2026-07-06T08:00:00.000Z";
    const dueFrom = "2026-07-07T19:30:00.000Z";
    const history = [{ at, why: "lapsed", dueFrom, dueTo: null }] as const;
    const text = said([promiseOf({ firmness: "expectation", state: "withdrawn", history: [...history] })]);
    expect(text).toContain("no time is expected any more; it was expected Tue 7 Jul, 21:30");
    expect(text).not.toContain("due");
  });

  test("a metric of the vendor's own keeps its name", () => {
    expect(said([promiseOf({ metric: "root-cause" })])).toContain("root-cause");
  });

  test("German reads as German", () => {
    expect(said([moved], tongueOf(["de"]))).toContain("Die Servicezeiten änderten sich.");
  });
});
