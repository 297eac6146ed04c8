import { TOP } from "../lower/clauses.ts";
import { readPage } from "../page/read-page.ts";
import { anchorOf, plainText } from "../page.ts";
import type { Policy } from "../types.ts";
import { type Change, changeAt, compose, joined, type Said, type Spot, said } from "./change.ts";
import { paired } from "./values.ts";

type Section = { readonly id: string; readonly title: string; readonly text: string };

/** The page cut at its headings; the words as written, so that a figure that changed does not count twice. */
function sectionsOf(policy: Policy): Section[] {
  const sections: { id: string; title: string; text: string }[] = [
    { id: TOP, title: policy.title, text: "" },
  ];
  for (const piece of readPage("page.md", policy.page)) {
    if (piece.kind === "heading" && piece.level > 1) {
      sections.push({ id: anchorOf(policy, piece), title: plainText(policy, piece.text), text: piece.text });
    }
    const section = sections.at(-1);
    if (section === undefined || piece.kind === "heading") continue;
    const given =
      piece.kind === "directive" ? `::${piece.name}${JSON.stringify([...piece.given])}` : piece.text.trim();
    section.text += `\n${given}`;
  }
  return sections;
}

/** Sections of the page that are new, gone or worded anew: each as one list, because a page is read as a whole. */
export function proseChanges(before: Policy, after: Policy): Change[] {
  if (before.page === after.page) return [];
  const pairs = paired(sectionsOf(before), sectionsOf(after));
  const titles = (of: (pair: (typeof pairs)[number]) => Section | null): Said | null => {
    const list = pairs.flatMap((pair) => of(pair)?.title ?? []);
    return list.length === 0 ? null : compose((locale) => joined(list, locale));
  };
  const fresh = titles(({ before: old, after: now }) => (old === null ? now : null));
  const gone = titles(({ before: old, after: now }) => (now === null ? old : null));
  const isReworded = ({ before: old, after: now }: (typeof pairs)[number]) =>
    old !== null && now !== null && old.text !== now.text;
  const was = titles((pair) => (isReworded(pair) ? pair.before : null));
  const is = titles((pair) => (isReworded(pair) ? pair.after : null));
  const spotOf = (id: string): Spot => ({
    id: `page/${id}`,
    topic: "page",
    plan: null,
    subject: { kind: "section", id },
    label: said("Sections of the page", "Abschnitte der Seite"),
  });
  const sentence = compose(
    (locale) => `${locale === "de" ? "Neu gefasst" : "Worded anew"}: ${is?.[locale] ?? ""}`,
  );
  return [
    ...(fresh === null ? [] : [changeAt(spotOf("new"), null, fresh)]),
    ...(gone === null ? [] : [changeAt(spotOf("gone"), gone, null)]),
    ...(was === null || is === null ? [] : [changeAt(spotOf("wording"), was, is, { sentence })]),
  ];
}
