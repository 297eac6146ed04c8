import type { At, Place, Report } from "../source/report.ts";
import type { Tree } from "../source/tree.ts";
import type { FactMark, FactSource, Term } from "../types.ts";
import { choice, described, fields, many, may, named, need, type Read, type Shape, scalar } from "./shape.ts";
import { text } from "./words.ts";

/** `production`, `not workaround`. */
const term: Shape<At<Term>> = described(
  scalar<Term>(
    "a fact such as `production` or `not workaround`",
    (words) => {
      const found = /^(not )?([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})$/u.exec(words.trim());
      return found?.[2] === undefined ? null : { fact: found[2], holds: found[1] === undefined };
    },
    { fact: "", holds: true },
  ),
  { kind: "scalar", refersTo: ["fact"], words: [] },
);

export const terms = many(term);

/** An item of `any-of`: one fact, or a list of facts that hold together. */
const groups: Shape<readonly (readonly At<Term>[])[]> = {
  wanted: "a list of facts, or of lists of facts that hold together",
  describes: { kind: "list", item: terms, mayStandAlone: true },
  empty: () => [],
  read: (tree, report) =>
    tree.kind === "list" ? tree.items.map((one) => terms.read(one, report)) : [terms.read(tree, report)],
};

const block = fields({
  allOf: may(terms, "facts that all hold"),
  anyOf: may(groups, "facts of which one holds; a list within the list holds together"),
});
export type ConditionForm = Read<typeof block>;

/** Facts that all hold, or a block of `all-of:` and `any-of:`. */
export const condition: Shape<ConditionForm> = {
  wanted: "facts that all hold, or a block of `all-of:` and `any-of:`",
  describes: { kind: "either", shapes: [terms, block] },
  empty: (at: Place) => block.empty(at),
  read(tree: Tree, report: Report) {
    if (tree.kind === "map" || tree.kind === "empty") return block.read(tree, report);
    return { at: tree.at, allOf: terms.read(tree, report), anyOf: undefined };
  },
};

const SOURCES = [
  "project.production",
  "endpoint.at-rest",
  "endpoint.one-of-many",
  "organisation.several-projects",
  "region.incident",
] as const satisfies readonly FactSource[];

/** `category.question`; the category is checked with the others. */
export const factSource = scalar<FactSource>(
  `one of ${SOURCES.map((word) => `\`${word}\``).join(", ")}, or a kind of request such as \`category.question\``,
  (words) => {
    const known = SOURCES.find((one) => one === words.trim());
    const category = /^category\.([\p{L}\p{N}][\p{L}\p{N}._-]{0,63})$/u.exec(words.trim())?.[1];
    return known ?? (category === undefined ? null : `category.${category}`);
  },
  "region.incident",
);

const marks = may(
  choice<FactMark>(new Map([["security", "security"]] as const), "security"),
  "`security` where it makes the ticket one that few may read",
);

const factChoice = fields({ text: need(text, "the answer in words"), marks }, "text");

/** What can hold or not, in the author's words; conditions are made of these. */
export const facts = named(
  fields(
    {
      text: need(text, "what holds, e.g. `It happens in production`"),
      asks: may(text, "the question that the form asks; left out, it does not ask"),
      choices: may(
        named(factChoice),
        "the answers where yes and no are too few; a condition names one as `fact.choice`",
      ),
      from: may(factSource, "what the desk knows it from, e.g. `project.production`"),
      askedWhen: may(condition, "the facts that have to hold for the form to ask"),
      marks,
    },
    "text",
  ),
  { defines: "fact" },
);
export type FactsForm = Read<typeof facts>;
