import type { StoredPerson } from "../../ports/store.ts";
import type { Scene } from "../context.ts";

/** Who wrote or published a policy, as it is kept: the kind of actor with its id. */
export function authorOf({ actor }: Pick<Scene, "actor">): string {
  switch (actor.kind) {
    case "agent":
      return `agent:${actor.person}`;
    case "key":
      return `key:${actor.key}`;
    case "system":
      return actor.job;
    case "customer":
    case "visitor":
      return actor.kind;
  }
}

/** The people behind these authors, by author; keys and jobs are nobody. */
export async function peopleBehind(
  { tx }: Pick<Scene, "tx">,
  authors: Iterable<string>,
): Promise<ReadonlyMap<string, StoredPerson>> {
  const people = new Map<string, StoredPerson>();
  for (const author of new Set(authors)) {
    const [kind, id] = author.split(":");
    const person = kind === "agent" && id !== undefined ? await tx.people.find(id) : null;
    if (person) people.set(author, person);
  }
  return people;
}
