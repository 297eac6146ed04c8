import { describe, expect, test } from "vitest";
import { READER } from "./checksum.ts";
import { isSuddenLoss, Ledger } from "./ledger.ts";
import { type Change, NEVER, stateAfter } from "./source.ts";
import { NOW, noFetch } from "./testing/round-for-tests.ts";

const round = { fetch: noFetch, now: NOW, signal: new AbortController().signal };
const page = (id: string, ...texts: string[]) => ({
  id,
  title: id,
  description: "",
  formerly: [],
  links: [],
  sections: texts.map((text) => ({
    heading: text,
    above: [],
    anchor: null,
    blocks: [{ kind: "text" as const, text }],
  })),
});
const finding = (id: string, ...texts: string[]) => ({
  page: page(id, ...texts),
  address: `https://docs.example.com/${id}`,
  fingerprint: texts.join(),
});
const known = (...ids: string[]) => {
  const ledger = new Ledger(NEVER, round);
  return stateAfter(NEVER, [
    ...ids.flatMap((id) => ledger.found(finding(id, "one", "two"))),
    ...ledger.end({ sight: "all", cursor: "c" }),
  ]);
};
const short = (steps: readonly Change[]) => steps.map(({ kind }) => kind);

test.each([
  [0, 0, false],
  [0, 10, false],
  [1, 1, true],
  [2, 2, true],
  [1, 2, false],
  [4, 6, false],
  [5, 10, false],
  [5, 9, true],
  [6, 10, true],
  [10, 10, true],
])("%i gone of %i are a mishap: %s", (lost, there, is) => {
  expect(isSuddenLoss(lost, there)).toBe(is);
});

describe("the books of a refresh", () => {
  test("tell words from clothes", () => {
    const ledger = new Ledger(known("a", "b", "c"), round);
    expect(ledger.found(finding("a", "one", "two"))).toEqual([]);
    expect(short(ledger.found({ ...finding("b", "one", "two"), etag: '"2"' }))).toEqual(["known"]);
    expect(ledger.found(finding("c", "two", "three"))).toMatchObject([{ kind: "put", changed: [1] }]);
    expect(ledger.end({ sight: "all", cursor: null })).toMatchObject([
      { outcome: "whole", figures: { pages: 3, put: 1, unchanged: 2, gone: 0, unseen: 0 } },
    ]);
  });

  test("call a page gone only where all came into sight, or where the source says so", () => {
    const before = known("a", "b", "c");
    const endOf = (sight: "all" | "news" | "some", gone: readonly string[], unseen: readonly string[]) => {
      const ledger = new Ledger(before, round);
      ledger.kept("a");
      for (const id of gone) ledger.gone(id);
      for (const id of unseen) ledger.unseen(id);
      const steps = ledger.end({ sight, cursor: null });
      const end = steps.at(-1);
      return [
        steps.flatMap((step) => (step.kind === "gone" ? [step.id] : [])).join(" "),
        end?.kind === "end" && `${end.outcome} ${end.figures.pages}`,
      ];
    };
    expect(endOf("all", [], [])).toEqual(["b c", "whole 1"]);
    expect(endOf("all", [], ["b"])).toEqual(["c", "part 2"]);
    expect(endOf("news", ["c"], [])).toEqual(["c", "news 2"]);
    expect(endOf("news", [], ["b"])).toEqual(["", "part 3"]);
    expect(endOf("some", ["c"], [])).toEqual(["c", "part 2"]);
    expect(endOf("some", [], [])).toEqual(["", "part 3"]);
  });

  test("a page that came stays, though the source said that it is gone", () => {
    const ledger = new Ledger(known("a"), round);
    ledger.gone("a");
    ledger.kept("a");
    expect(short(ledger.end({ sight: "all", cursor: null }))).toEqual(["end"]);
  });

  test("a page that an older reader of ours read is read again, and put where that makes a difference", () => {
    const before = known("a");
    const older = new Map([...before.pages].map(([id, one]) => [id, { ...one, reader: READER - 1 }]));
    const ledger = new Ledger({ ...before, pages: older }, round);
    expect(ledger.known("a")).toBeNull();
    expect(ledger.found(finding("a", "one", "two"))).toMatchObject([{ kind: "put", changed: [] }]);
  });

  test("a thousand notes of one sort are twenty, and one that there are more", () => {
    const ledger = new Ledger(NEVER, round);
    const notes = Array.from({ length: 1_000 }, (_, at) => ledger.note("too-long", `${at}`)).flat();
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toEqual({ kind: "note", note: { code: "more-notes", about: "too-long" } });
  });
});
