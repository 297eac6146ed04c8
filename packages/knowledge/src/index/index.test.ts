import { describe, expect, test } from "vitest";
import { readMarkdown } from "../page/markdown.ts";
import { eigenOf } from "./eigen.ts";
import { shelve } from "./library.ts";
import { inboundTexts } from "./links.ts";
import { dense } from "./matrix.ts";
import { countsOf, learnMeaning, NO_MEANING, nearness, placeOf } from "./meaning.ts";
import { packMeaning, unpackMeaning } from "./pack-meaning.ts";
import { Postings } from "./postings.ts";

const RULES = { title: { weight: 3, evening: 0.3 }, body: { weight: 1, evening: 0.75 } };

describe("texts found by their terms", () => {
  const postings = new Postings(
    [
      { title: ["branch"], body: ["copy", "data"] },
      { title: ["plan"], body: ["branch", "cost", "data", "data"] },
      { title: [], body: ["data"] },
    ],
    RULES,
  );
  const asked = (...terms: string[]) => [...postings.scores(new Map(terms.map((term) => [term, 1])))];

  test("a title counts more than a body, a rare word more than a common one", () => {
    const [first = 0, second = 0, third = 0] = asked("branch");
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect(third).toBe(0);
    expect(postings.rarityOf("copy")).toBeGreaterThan(postings.rarityOf("data"));
    expect(postings.rarityOf("nowhere")).toBeGreaterThan(postings.rarityOf("copy"));
  });

  test("what stands nowhere scores nothing and throws nothing", () => {
    expect(asked("constructor", "__proto__", "")).toEqual([0, 0, 0]);
    expect(new Postings([], RULES).scores(new Map([["x", 1]]))).toEqual(new Float64Array());
  });

  test("knows which text holds a term, in whichever field", () => {
    expect([0, 1, 2].map((text) => postings.holds("branch", text))).toEqual([true, true, false]);
    expect(postings.holds("nowhere", 0)).toBe(false);
  });
});

describe("the meaning of words", () => {
  const texts = [
    ["ship", "boat", "ocean"],
    ["boat", "ocean", "wave"],
    ["ship", "ocean", "wave"],
    ["wood", "tree", "leaf"],
    ["tree", "leaf", "root"],
    ["wood", "tree", "root"],
  ];

  test("is learned from the company they keep: what never stood together may be near", () => {
    const meaning = learnMeaning(texts);
    const places = new Float32Array(texts.flatMap((text) => [...placeOf(meaning, countsOf(text))]));
    const near = nearness(places, placeOf(meaning, new Map([["wave", 1]])));
    // The first text does not hold «wave»; the trees are as far.
    expect(near[0]).toBeGreaterThan((near[3] ?? 1) + 0.3);
  });

  test("is the same from the same texts, to the last bit", () => {
    expect(learnMeaning(texts).directions).toEqual(learnMeaning(texts).directions);
  });

  test("of texts of nothing, of one text and of unknown words is nothing, and no error", () => {
    for (const few of [[], [[]], [["one"]], [["a"], ["a"]]]) {
      const place = placeOf(learnMeaning(few), new Map([["unknown", 1]]));
      expect([...place].every((value) => value === 0)).toBe(true);
    }
  });

  test("eigenvalues and eigenvectors of a symmetric matrix give it back", () => {
    const matrix = dense(3, 3);
    matrix.values.set([4, 1, -2, 1, 2, 0, -2, 0, 3]);
    const { values, vectors } = eigenOf(matrix);
    for (let row = 0; row < 3; row += 1)
      for (let column = 0; column < 3; column += 1) {
        const again = [0, 1, 2].reduce(
          (sum, k) =>
            sum +
            (vectors.values[row * 3 + k] ?? 0) * (values[k] ?? 0) * (vectors.values[column * 3 + k] ?? 0),
          0,
        );
        expect(again).toBeCloseTo(matrix.values[row * 3 + column] ?? 0, 9);
      }
    expect([...values]).toEqual([...values].toSorted((a, b) => b - a));
  });
});

describe("what others write on their links", () => {
  const pages = [
    readMarkdown(
      "guides/02-plans",
      "See [copies](./01-branches.md#cost), [abroad](https://else.example/x) and [me](#here).",
    ),
    readMarkdown(
      "guides/01-branches",
      "---\nredirectFrom: /docs/old/forks\n---\nBack to [the plans](/docs/guides/plans).",
    ),
    readMarkdown(
      "start",
      "Read of [forks](https://us.example/docs/old/forks/) and [prices](guides/plans.html?x=1).",
    ),
  ];

  test("is known by file, by address, by an address of before, and never of one's own", () => {
    expect(inboundTexts(pages)).toEqual([["the plans", "prices"], ["copies", "forks"], []]);
  });

  test("a link that is no address is no link", () => {
    expect(inboundTexts([readMarkdown("a", "[x](http://[) [y](//) [z](%ff) [w](javascript:1)")])).toEqual([
      [],
    ]);
  });
});

describe("shelved again", () => {
  const pages = [
    "# Branches\n\nA branch is a copy of the data.",
    "# Plans\n\n| Plan | Data |\n|--|--|\n| Free | little data |",
  ].map((text, at) => readMarkdown(`page-${at}`, text));
  const before = shelve(pages);

  test("beside what it was before: the same library as made afresh, whatever came, went or moved", () => {
    const fresh = readMarkdown("new", "# Restore\n\nA branch is restored to a point in time.");
    for (const now of [
      pages,
      [fresh, ...pages.toReversed()],
      [...pages, fresh].slice(1),
      [fresh],
      [],
      [fresh, fresh],
    ]) {
      const { made: _again, ...again } = shelve(now, before.meaning, before);
      const { made: _afresh, ...afresh } = shelve(now, before.meaning);
      expect(again).toEqual(afresh);
    }
  });

  test("under another meaning, the places are found again", () => {
    const other = learnMeaning([
      ["branch", "data"],
      ["branch", "plan"],
      ["plan", "data"],
      ["copy", "data"],
    ]);
    expect(shelve(pages, other, before).passagePlaces).toEqual(shelve(pages, other).passagePlaces);
  });
});

test("a meaning is the same after it was kept as bytes, wherever in a buffer they lie", () => {
  const learned = learnMeaning([
    ["branch", "data", "naïve"],
    ["branch", "plan"],
    ["plan", "data", "naïve"],
  ]);
  const bytes = packMeaning(learned);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(unpackMeaning(shifted.subarray(3))).toEqual(learned);
  expect(unpackMeaning(packMeaning(NO_MEANING)).terms.size).toBe(0);
  expect(() => unpackMeaning(bytes.subarray(0, bytes.length - 4))).toThrow(RangeError);
});
