import { MantineProvider } from "@mantine/core";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { tongueOf } from "../speech/locale.ts";
import { SpeechProvider } from "../speech/speech.tsx";
import type { TimelineEntry } from "../wire.ts";
import { Timeline } from "./timeline.tsx";

const NOW = "2026-03-02T15:00:00.000Z";
const WEDNESDAY = "2026-03-04T11:00:00.000Z";

function entry(kind: string, more: Partial<TimelineEntry> = {}): TimelineEntry {
  const nothing = { from: null, to: null, reason: null, severity: null, outcome: null, broughtFrom: null };
  return { seq: 1, at: NOW, kind, by: "Mira", ...nothing, ...more };
}

/** What the timeline says of an entry, after its own time. */
function said(one: TimelineEntry, languages: readonly string[] = ["en-GB"]): string {
  const html = renderToStaticMarkup(
    <MantineProvider>
      <SpeechProvider tongue={tongueOf(languages)} zone="Europe/Berlin" now={() => Date.parse(NOW)}>
        <Timeline entries={[one]} />
      </SpeechProvider>
    </MantineProvider>,
  );
  return html
    .replace(/^.*?<\/time>/s, "")
    .replaceAll(/<[^>]+>/g, "")
    .trim();
}

/** One entry of each kind, filled as the desk's API fills it. */
const EACH: readonly TimelineEntry[] = [
  entry("follower.added", { to: "Ben" }),
  entry("follower.removed", { to: "Ben" }),
  entry("ticket.restricted", { to: "restricted" }),
  entry("disagreement.opened", { from: "Normal", to: "High", reason: "Orders stand still" }),
  entry("disagreement.owned", { to: "Jonas" }),
  entry("disagreement.advice-asked", { to: "Jonas, Lea" }),
  entry("disagreement.advised", { reason: "Keep it" }),
  entry("disagreement.ended", { from: "upheld", to: "Normal", reason: "Staging" }),
  entry("ticket.worsened", { from: "Normal", to: "Critical", reason: "All is down" }),
  entry("lead.answered"),
  entry("word.given", { to: WEDNESDAY, reason: "the cause" }),
  entry("word.withdrawn"),
  entry("word.reminded", { by: "", to: WEDNESDAY }),
  entry("word.kept", { by: "", to: WEDNESDAY }),
  entry("word.missed", { by: "", to: WEDNESDAY }),
  entry("information.asked", { reason: "import log, time" }),
  entry("information.reminded", { by: "", from: "2", to: WEDNESDAY }),
  entry("ticket.closed", { by: "", from: NOW, reason: "silence" }),
  entry("ticket.closed", { by: "", from: NOW, reason: "window" }),
  entry("video.asked", { reason: "the plan" }),
  entry("video.granted", { to: WEDNESDAY, reason: "30" }),
  entry("video.declined", { reason: "A message helps sooner" }),
  entry("video.cancelled"),
  entry("ticket.linked", { to: "1002", reason: "duplicate-of" }),
  entry("ticket.unlinked", { to: "1002", reason: "related" }),
  entry("consent.given", { from: "prj-a", to: WEDNESDAY }),
  entry("consent.withdrawn"),
  entry("consent.used", { to: "prj-a", reason: "The slow query" }),
  entry("ticket.rated", { to: "good", reason: "Quick" }),
  entry("ticket.hidden", { to: WEDNESDAY }),
  entry("ticket.shown", { by: "" }),
  entry("ticket.merged", { to: "1001" }),
  entry("ticket.absorbed", { from: "1003" }),
  entry("message.split-off", { to: "1004" }),
];

describe("what happened around a conversation", () => {
  test.each(EACH.map((one) => [one.kind, one] as const))(
    "%s has a sentence in both languages",
    (kind, one) => {
      const english = said(one);
      expect(english).not.toContain(kind);
      expect(english.length).toBeGreaterThan(15);
      const german = said(one, ["de-DE"]);
      expect(german).not.toContain(kind);
      expect(german).not.toBe(english);
    },
  );

  test("tells times with their zone, and what a person wrote with it", () => {
    expect(said(entry("word.given", { to: WEDNESDAY, reason: "the cause" }))).toBe(
      "Mira promised the next word by Wed 4 Mar, 12:00 (CET, Berlin). About: the cause",
    );
    expect(said(entry("word.given", { from: NOW, to: WEDNESDAY }))).toBe(
      "Mira moved the promise of the next word from Mon 2 Mar, 16:00 (CET, Berlin) to Wed 4 Mar, 12:00 (CET, Berlin).",
    );
    expect(said(entry("disagreement.opened", { from: "Normal", to: "High", reason: "Orders wait" }))).toBe(
      "Mira objected to Normal and thinks High is right. Reason: Orders wait",
    );
    expect(said(entry("ticket.closed", { by: "", from: NOW, reason: "silence" }))).toBe(
      "The ticket closed, because no answer came since Mon 2 Mar, 16:00 (CET, Berlin).",
    );
    expect(said(entry("ticket.closed", { by: "", from: NOW, reason: "window" }))).toBe(
      "The ticket closed: it ended on Mon 2 Mar, 16:00 (CET, Berlin), and the time to open it again is over.",
    );
  });

  test("says who did it to whom, and when it was oneself", () => {
    expect(said(entry("follower.added", { by: "Ben", to: "Ben" }))).toBe("Ben follows the ticket.");
    expect(said(entry("disagreement.owned", { by: "", to: "Jonas" }))).toContain("is with Jonas");
    expect(said(entry("disagreement.opened", { from: "Normal" }))).toBe("Mira objected to Normal.");
    expect(said(entry("ticket.shown"))).toBe("Mira put the ticket back into the queue.");
  });

  test("tells a hand-over with its note, and why nobody gave a ticket away", () => {
    const handed = entry("ticket.assigned", { to: "Jo", reason: "Ask for the log first." });
    expect(said(handed)).toContain("Note for the next one: Ask for the log first.");
    expect(said(entry("ticket.assigned", { by: "", from: "away" }))).toContain("its agent is away");
  });
});

test("what a merge brought along says from which ticket it came", () => {
  const given = entry("word.given", { to: WEDNESDAY, reason: "the cause", broughtFrom: 1003 });
  expect(said(given)).toMatch(/About: the cause Came from ticket 1003 when the two were merged\.$/);
  expect(said(given, ["de-DE"])).toMatch(/Kam aus Ticket 1003, als die beiden zusammengelegt wurden\.$/);
  expect(said({ ...given, broughtFrom: null })).not.toContain("1003");
});
