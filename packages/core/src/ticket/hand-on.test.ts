import { describe, expect, test } from "vitest";
import type { LoggedTicketEvent } from "./events.ts";
import { handedOnBy, handedOnWhileAway } from "./hand-on.ts";
import { keyOfNotice } from "./notices-of.ts";
import {
  type Disagreement,
  NO_PROCEEDINGS,
  proceedingsAfter,
  type Word,
  wordTakenBy,
} from "./proceedings.ts";
import { timeNoticesOf } from "./time-notices.ts";

const objection: Disagreement = {
  seq: 3,
  at: 0,
  by: "ana",
  severity: "3",
  wants: "2",
  owner: "jonas",
  asked: [
    { lead: "jonas", advisedSeq: null },
    { lead: "lea", advisedSeq: null },
  ],
};
const word: Word = { seq: 4, at: 0, by: 100, agent: "jonas", isReminded: true };
const standing = { disagreement: objection, word };
const lea = { owner: () => "lea", assignee: null };
const system = { id: null };

describe("who leaves the desk", () => {
  test("hands on the objection, the view they were asked for, and the word they gave", () => {
    expect(handedOnBy("jonas", standing, lea)).toEqual([
      { kind: "disagreement.owned", owner: "lea", why: "deactivated" },
      { kind: "disagreement.advice-lapsed", leads: ["jonas"] },
      { kind: "word.handed", to: null, why: "deactivated" },
    ]);
  });

  test("hands on nothing that is another's, nor a view that was given", () => {
    expect(handedOnBy("mira", standing, lea)).toEqual([]);
    const advised = { ...objection, owner: "lea", asked: [{ lead: "jonas", advisedSeq: 5 }] };
    expect(handedOnBy("jonas", { disagreement: advised, word: null }, lea)).toEqual([]);
  });

  test("leaves room to ask another lead, and keeps what was said", () => {
    const event = { kind: "disagreement.advice-lapsed", leads: ["jonas", "lea"] } as const;
    const asked = [
      { lead: "jonas", advisedSeq: null },
      { lead: "lea", advisedSeq: 6 },
    ];
    const before = { ...NO_PROCEEDINGS, disagreement: { ...objection, asked } };
    const { disagreement } = proceedingsAfter(before, { seq: 7, at: 1, actor: system, event });
    expect(disagreement?.asked).toEqual([{ lead: "lea", advisedSeq: 6 }]);
  });
});

describe("a word that was handed on", () => {
  const handed = (to: string | null) =>
    proceedingsAfter(
      { ...NO_PROCEEDINGS, word },
      { seq: 9, at: 1, actor: system, event: { kind: "word.handed", to, why: "deactivated" } },
    );

  test("is reminded of again, to whoever keeps it then, once", () => {
    const policy = { reopenDays: 14 };
    const ticket = {
      state: "waiting-on-us",
      resolvedAt: null,
      outcome: null,
      proceedings: handed("mira"),
    } as const;
    const [reminded, ...more] = timeNoticesOf(ticket, [], policy, 99);
    expect(reminded).toEqual({ kind: "word.reminded", given: 4, by: 100, agent: "mira", handed: 9 });
    expect(more).toEqual([]);
    const before = { kind: "word.reminded", given: 4, by: 100, agent: "jonas" } as const;
    expect(reminded && keyOfNotice(reminded)).not.toBe(keyOfNotice(before));
    const logged: Pick<LoggedTicketEvent, "seq" | "at"> = { seq: 10, at: 99 };
    const after =
      reminded && proceedingsAfter(ticket.proceedings, { ...logged, actor: system, event: reminded });
    expect(after && timeNoticesOf({ ...ticket, proceedings: after }, [], policy, 99)).toEqual([]);
  });

  test("is the team's until somebody takes the ticket, and then theirs", () => {
    expect(handed(null).word?.agent).toBeNull();
    expect(wordTakenBy(handed(null), "mira").word?.agent).toBe("mira");
    expect(wordTakenBy(handed(null), null).word?.agent).toBeNull();
    expect(wordTakenBy(handed("lea"), "mira").word?.agent).toBe("lea");
  });

  test.each([
    ["due before they are back", 100, "word.handed"],
    ["due after it", 99, undefined],
  ])("of somebody who is away goes on where it is %s", (_, until, kind) => {
    const events = handedOnWhileAway({ agent: "jonas", until }, { word }, "jonas");
    expect(events[0]?.kind).toBe(kind);
    expect(handedOnWhileAway({ agent: "mira", until }, { word }, null)).toEqual([]);
  });
});
