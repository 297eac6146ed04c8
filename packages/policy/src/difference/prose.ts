import { TOP } from "../lower/clauses.ts";
import { readPage } from "../page/read-page.ts";
import { anchorOf, plainText } from "../page.ts";
import type { Policy } from "../types.ts";
import { asWritten, type Change, changeAt, type Spot, said } from "./change.ts";
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

/** Sections of the page that are new, gone or worded anew. */
export function proseChanges(before: Policy, after: Policy): Change[] {
  if (before.page === after.page) return [];
  return paired(sectionsOf(before), sectionsOf(after)).flatMap(
    ({ id, before: old, after: now }): Change[] => {
      if (old?.text === now?.text) return [];
      const spot: Spot = {
        id: `page/${id}`,
        topic: "page",
        plan: null,
        subject: { kind: "section", id },
        label: said("Section of the page", "Abschnitt der Seite"),
      };
      const title = (section: Section | null) => (section === null ? null : asWritten(section.title));
      const sentence = said(
        `The section “${now?.title ?? ""}” is worded anew`,
        `Der Abschnitt „${now?.title ?? ""}“ ist neu gefasst`,
      );
      return [changeAt(spot, title(old), title(now), old === null || now === null ? {} : { sentence })];
    },
  );
}
