import type { Sections } from "@troth/core";
import { masked, secretsIn } from "@troth/secrets";
import type { NamedPerson, StoredPerson } from "../../ports/store.ts";
import type { PersonKey, Vault } from "../../ports/vault.ts";
import { Fail } from "../fail.ts";

/** What a person is called once their key is erased. */
export const ERASED = "(erased)";

/** The key to seal what this person writes. */
export function keyOf(vault: Vault, person: StoredPerson): PersonKey {
  const key = vault.unwrap(person.id, person.wrapped);
  if (!key)
    throw new Fail("forbidden", "This person was erased and can no longer write.", {
      reason: "person-erased",
    });
  return key;
}

/** A sealed text of this person as all may read it, its secrets masked; null once the key is erased. */
export function openText(vault: Vault, person: NamedPerson | null, sealed: string | null): string | null {
  const text = openUnmasked(vault, person, sealed);
  return text === null ? null : masked(text);
}

/** A message as all may read it, and how many secrets are masked in it. */
export function openMessage(
  vault: Vault,
  person: NamedPerson | null,
  sealed: string,
): { readonly text: string; readonly secrets: number } | null {
  const text = openUnmasked(vault, person, sealed);
  if (text === null) return null;
  const found = secretsIn(text);
  return { text: masked(text, found), secrets: found.length };
}

/** Names and values that were sent along, sealed as one; each masked by itself, so that the whole stays readable. */
export function openFacts(
  vault: Vault,
  person: NamedPerson | null,
  sealed: string | null,
): { name: string; value: string }[] {
  const text = openUnmasked(vault, person, sealed);
  const facts: { name: string; value: string }[] = text === null ? [] : JSON.parse(text);
  return facts.map(({ name, value }) => ({ name, value: masked(value) }));
}

/** The parts of a document, each masked by itself; as they were written for the author of a draft. */
export function openSections(
  vault: Vault,
  person: NamedPerson | null,
  sealed: string,
  { isOwn = false }: { readonly isOwn?: boolean } = {},
): Sections | null {
  const text = openUnmasked(vault, person, sealed);
  if (text === null) return null;
  const { happened, impact, cause, changed }: Sections = JSON.parse(text);
  const shown = isOwn ? (part: string) => part : masked;
  return { happened: shown(happened), impact: shown(impact), cause: shown(cause), changed: shown(changed) };
}

/** A sealed text as it was written: for its author's own drafts, addresses, and a look that goes on record. */
export function openUnmasked(vault: Vault, person: NamedPerson | null, sealed: string | null): string | null {
  if (sealed === null || person === null) return null;
  const key = vault.unwrap(person.id, person.wrapped);
  return key && vault.open(key, sealed);
}

const names = new WeakMap<PersonKey, { readonly sealed: string; readonly name: string }>();

/** What a person is called. A name once opened is kept as long as the key that opens it, for lists say it often. */
export function personName(vault: Vault, person: NamedPerson): string {
  const key = vault.unwrap(person.id, person.wrapped);
  if (!key) return ERASED;
  const before = names.get(key);
  if (before?.sealed === person.name) return before.name;
  const name = vault.open(key, person.name);
  names.set(key, { sealed: person.name, name });
  return name;
}

/** Name and address of a person, readable. */
export function readable(vault: Vault, person: StoredPerson): { id: string; name: string; email: string } {
  return {
    id: person.id,
    name: personName(vault, person),
    email: openUnmasked(vault, person, person.email) ?? ERASED,
  };
}
