import type { PolicyForm } from "../grammar/policy-file.ts";
import type { Clause, ClauseRole } from "../types.ts";

/** A section of the page that can be cited: its anchor and its heading. */
export type Section = { readonly id: string; readonly title: string };

export type ClauseLookup = {
  /** The section a fact names, else its role's as stated or of the role's own name, else the page as a whole. */
  at(id: string | undefined, role: ClauseRole): Clause;
};

/** The anchor of the page's own title. */
export const TOP = "top";

/** The section id the author gave to a role in `clauses:`. */
export function roleClause(form: PolicyForm, role: ClauseRole): string | undefined {
  const stated = form.clauses;
  return role === "response-times" ? stated?.responseTimes?.value : stated?.[role]?.value;
}

export function clauseLookup(form: PolicyForm, title: string, sections: readonly Section[]): ClauseLookup {
  const titles = new Map(sections.map((section) => [section.id, section.title]));
  return {
    at(id, role) {
      const wanted = id ?? roleClause(form, role) ?? (titles.has(role) ? role : TOP);
      return { id: wanted, title: titles.get(wanted) ?? title, policyVersion: form.version.value };
    },
  };
}
