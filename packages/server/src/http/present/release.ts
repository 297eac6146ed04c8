import type { DeskRelease, WholeRelease as WholeReleaseWire } from "@troth/contract";
import { masked } from "@troth/secrets";
import type { z } from "zod";
import type { Vault } from "../../ports/vault.ts";
import { ERASED, openText } from "../../verbs/person/keys.ts";
import type { ListedRelease, WholeRelease } from "../../verbs/release/read-releases.ts";
import { wireInstant } from "./instant.ts";

export function presentRelease(release: ListedRelease): z.infer<typeof DeskRelease> {
  const { id, state, outAt, version, figures } = release;
  return {
    id,
    name: masked(release.name),
    state,
    note: masked(release.note),
    plannedAt: wireInstant(release.plannedAt),
    outAt: outAt === null ? null : wireInstant(outAt),
    version,
    waiting: { ...figures },
  };
}

/** With the tickets that wait, and the mail they would get: the words that are sent, without the note. */
export function presentWholeRelease(
  vault: Vault,
  { release, waiting, wishes, mail }: WholeRelease,
): z.infer<typeof WholeReleaseWire> {
  return {
    ...presentRelease(release),
    tickets: waiting.map(({ number, subject, state, requester, organisationName: organisation }) => ({
      number,
      subject: openText(vault, requester, subject) ?? ERASED,
      state,
      organisation,
    })),
    wishes: wishes.map(({ id, title, figures }) => ({ id, title: masked(title), asking: { ...figures } })),
    mail: { en: [...mail.en], de: [...mail.de] },
  };
}
