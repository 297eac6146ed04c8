import { describe, expect, test } from "vitest";
import { NO_PROCEEDINGS } from "../ticket/proceedings.ts";
import type { TicketState } from "../vocabulary.ts";
import { causeAskRefusal } from "./decide-ask.ts";
import { invalidDraft, invalidVersion } from "./decide-document.ts";
import { documentAfter } from "./document-of.ts";
import type { CauseDocument, DocumentEvent } from "./events.ts";

const SECTIONS = { happened: "Writes stopped.", impact: "None.", cause: "A disk.", changed: "A limit." };
const EMPTY = { happened: "", impact: " ", cause: "", changed: "\n" };
const TICKET = { kind: "ticket", ticket: "t" } as const;
const INCIDENT = { kind: "incident", incident: 7 } as const;

const actor = { kind: "agent", id: "mira" };
const after = (known: CauseDocument | null, event: DocumentEvent): CauseDocument => {
  const seq = (known?.version ?? 0) + 1;
  return documentAfter(known, { seq, at: seq * 1_000, actor, event });
};
const begun = () => after(null, { kind: "document.begun", about: INCIDENT, text: "sealed" });
const publish = (known: CauseDocument, nth: number, isOnStatusPage = false) =>
  after(known, { kind: "document.published", nth, text: "sealed", change: null, isOnStatusPage });

describe("a document", () => {
  test("is a draft until it is published, and has one again for its next version", () => {
    const draft = begun();
    expect(draft).toMatchObject({ published: 0, publishedAt: null, draft: { by: "mira", at: 1_000 } });
    const first = publish(draft, 1, true);
    expect(first).toMatchObject({ published: 1, publishedAt: 2_000, draft: null, isOnStatusPage: true });
    const next = after(first, { kind: "document.drafted", text: "sealed" });
    expect([next.published, next.publishedAt, next.draft?.at]).toEqual([1, 2_000, 3_000]);
    expect(after(next, { kind: "document.draft-dropped" })).toMatchObject({ draft: null, published: 1 });
    expect(publish(next, 2)).toMatchObject({ published: 2, isOnStatusPage: false, version: 4 });
  });

  test("begins once, and with nothing else", () => {
    expect(() => after(null, { kind: "document.drafted", text: "s" })).toThrow("document.begun");
    expect(() => after(begun(), { kind: "document.begun", about: TICKET, text: "s" })).toThrow("once");
  });
});

describe("a version", () => {
  const said = { sections: SECTIONS, change: "", isOnStatusPage: false };
  const pathsOf = (known: Pick<CauseDocument, "about" | "published">, version: typeof said) =>
    invalidVersion(known, version).map(({ path }) => path);

  test.each([
    ["with every part", { about: TICKET, published: 0 }, said, []],
    [
      "with parts that say nothing",
      { about: TICKET, published: 0 },
      { ...said, sections: EMPTY },
      ["sections.happened", "sections.impact", "sections.cause", "sections.changed"],
    ],
    ["later, without what changed", { about: TICKET, published: 1 }, { ...said, change: "  " }, ["change"]],
    ["later, with what changed", { about: TICKET, published: 1 }, { ...said, change: "A time" }, []],
    ["first, with a change", { about: TICKET, published: 0 }, { ...said, change: "A time" }, ["change"]],
    [
      "of a ticket, for everybody",
      { about: TICKET, published: 0 },
      { ...said, isOnStatusPage: true },
      ["isOnStatusPage"],
    ],
    [
      "of an incident, for everybody",
      { about: INCIDENT, published: 0 },
      { ...said, isOnStatusPage: true },
      [],
    ],
  ] as const)("%s", (_name, known, version, paths) => {
    expect(pathsOf(known, version)).toEqual(paths);
  });

  test("may be unfinished as a draft, and not without a word", () => {
    expect(invalidDraft({ ...EMPTY, cause: "A disk?" })).toEqual([]);
    expect(invalidDraft(EMPTY)).toHaveLength(1);
  });
});

describe("P112 asking for the cause", () => {
  const known = { isOffered: true, isPublished: false };
  const ticket = (state: TicketState, causeAskedAt: number | null = null) => ({
    state,
    proceedings: { ...NO_PROCEEDINGS, causeAskedAt },
  });

  test.each([
    ["resolved", null],
    ["closed", null],
    ["waiting-on-us", /has not ended/],
    ["waiting-on-customer", /has not ended/],
    ["merged", /merged/],
  ] as const)("of a ticket that is %s", (state, because) => {
    const refused = causeAskRefusal(ticket(state), known);
    if (because === null) expect(refused).toBeNull();
    else expect(refused?.message).toMatch(because);
  });

  test("once, where the policy offers it, and not where it is published", () => {
    const reasonOf = (...asked: Parameters<typeof causeAskRefusal>) => causeAskRefusal(...asked)?.reason;
    expect(reasonOf(ticket("resolved", 1), known)).toBe("cause-asked");
    expect(reasonOf(ticket("resolved"), { ...known, isOffered: false })).toBe("cause-not-offered");
    expect(reasonOf(ticket("resolved"), { ...known, isPublished: true })).toBe("cause-published");
  });
});
