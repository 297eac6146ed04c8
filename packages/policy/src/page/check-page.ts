import { furtherClauses } from "../check/further.ts";
import { suggestion } from "../source/nearest.ts";
import type { Place, Report } from "../source/report.ts";
import type { Source } from "../source/source.ts";
import type { Policy } from "../types.ts";
import { expandDirective } from "./directives.ts";
import { type Piece, referencesIn } from "./read-page.ts";
import { resolveReference } from "./references.ts";

export type PageSection = {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly at: Place;
};

/** References and directives that stand for nothing. */
export function checkReferences(policy: Policy, pieces: readonly Piece[], report: Report): void {
  for (const piece of pieces) {
    if (piece.kind === "directive") {
      const expanded = expandDirective(policy, piece, { level: 2, at: policy.updatedAt });
      if (expanded.ok) continue;
      const isUnknown = expanded.code === "directive-unknown";
      const mend = isUnknown
        ? `Write one of the directives. ${expanded.mend}`
        : `Name something that \`policy.yaml\` defines. ${expanded.mend}`;
      report.add(expanded.code, piece.at, `Here ${expanded.why}.`, mend);
      continue;
    }
    for (const { path, at } of referencesIn(piece.text, textPlace(piece))) {
      const resolved = resolveReference(policy, path);
      if (resolved.ok) continue;
      report.add(
        "reference-broken",
        at,
        `\`{{ ${path} }}\` stands for nothing: ${resolved.why}.`,
        resolved.mend === ""
          ? "Name something that `policy.yaml` defines, e.g. `{{ plans.standard.name }}`."
          : `Name something that \`policy.yaml\` defines. ${resolved.mend}`,
      );
    }
  }
}

/** Where the text of a piece begins: behind the marks of a heading. */
export function textPlace(piece: Piece & { readonly kind: "heading" | "prose" }): Place {
  return piece.kind === "heading" ? { ...piece.at, column: piece.level + 2 } : piece.at;
}

/** Two sections with one anchor: a citation could mean either. */
export function checkSections(sections: readonly PageSection[], report: Report): void {
  const seen = new Map<string, Place>();
  for (const { id, at } of sections) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, at);
    else {
      report.add(
        "section-twice",
        at,
        `The section \`${id}\` already begins in line ${first.line}.`,
        "Give one of them an id of its own: `## Title {#another-id}`.",
      );
    }
  }
}

/** Clauses that facts cite and the page does not have. */
export function checkCited(source: Source, sections: readonly PageSection[], report: Report): void {
  const ids = sections.map((section) => section.id);
  const isWritten = source.page !== "";
  for (const { value, at } of citedClauses(source)) {
    if (value === "" || ids.includes(value)) continue;
    report.add(
      "clause-undefined",
      at,
      `${isWritten ? "`page.md`" : "The page made from the facts"} has no section \`${value}\`.`,
      `Write \`## Title {#${value}}\` in \`page.md\`, or cite one that exists. ${suggestion(value, ids)}`,
    );
  }
}

/** Clauses that facts cite, and sections that nothing stands behind. */
export function checkClauses(
  source: Source,
  sections: readonly PageSection[],
  pieces: readonly Piece[],
  report: Report,
): void {
  checkCited(source, sections, report);
  const cited = citedClauses(source);
  const names = new Set(cited.map((one) => one.value));
  for (const section of sections) {
    if (names.has(section.id) || isBacked(section, sections, pieces, names)) continue;
    report.add(
      "section-unbacked",
      section.at,
      `No fact stands behind the section “${section.title}”.`,
      `Refer to a fact in it, or cite it from \`policy.yaml\` (\`clause: ${section.id}\`).`,
    );
  }
}

function isBacked(
  section: PageSection,
  sections: readonly PageSection[],
  pieces: readonly Piece[],
  cited: ReadonlySet<string>,
): boolean {
  const end = sections.find((one) => one.at.line > section.at.line && one.level <= section.level);
  const isInside = (at: Place) => at.line >= section.at.line && (end === undefined || at.line < end.at.line);
  const inner = sections.some((one) => one !== section && isInside(one.at) && cited.has(one.id));
  return (
    inner ||
    pieces.some(
      (piece) =>
        isInside(piece.at) && (piece.kind === "directive" || referencesIn(piece.text, piece.at).length > 0),
    )
  );
}

function citedClauses(source: Source) {
  const { form } = source;
  const { at: _, ...roles } = form.clauses ?? { at: form.at };
  return [
    ...Object.values(roles),
    ...form.plans.map((plan) => plan.value.clause),
    ...form.categories.map((category) => category.value.clause),
    ...form.targets.map((target) => target.clause),
    ...(form.exclusions ?? []).map((exclusion) => exclusion.value.clause),
    ...(form.exceptions ?? []).map((exception) => exception.clause),
    ...furtherClauses(source),
  ].flatMap((clause) => clause ?? []);
}
