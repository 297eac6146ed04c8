import type { Written } from "../../ports/conduct.ts";
import type { OutboxBody } from "../../ports/store.ts";
import type { Ctx, Scene } from "../context.ts";
import { openText } from "../person/keys.ts";
import { mailFor } from "./masks.ts";

type Words = { readonly subject: string; readonly text: string; readonly html: string };

/** A mail about a conduct case: that there is one, what was decided, or that support is back. */
export async function conductMail(
  ctx: Ctx,
  { tx }: Scene,
  { kind, body, name }: { readonly kind: string; readonly body: OutboxBody; readonly name: string },
): Promise<Words | null> {
  const known = await tx.conduct.find(Number(body["case"]), "look");
  if (!known) return null;
  const person = String(body["person"]);
  const preference = await tx.preferences.find(person);
  const locale = preference?.locale === "de" ? "de" : "en";
  const isAgent = (await tx.people.agents()).some(({ id }) => id === person);
  const about = {
    name,
    workspace: ctx.workspace.name,
    number: String(known.number),
    ticket: String(known.ticket),
    link: `${ctx.workspace.baseUrl}/${isAgent ? "desk" : "portal"}/conduct`,
  };
  const open = (text: Written | null) => (text === null ? null : openText(ctx.vault, text.by, text.sealed));
  const { decision, scope } = known;
  if (kind === "conduct-reported") return mailFor(locale, "conduct-reported", about);
  if (kind === "conduct-answer") {
    const text = open(known.answer);
    return text === null ? null : mailFor(locale, "conduct-answer", { ...about, text });
  }
  const text = open(kind === "conduct-reinstated" ? known.reinstatement : known.words);
  if (text === null || decision === null || decision === "no-action") return null;
  return kind === "conduct-reinstated"
    ? mailFor(locale, "conduct-reinstated", { ...about, text })
    : mailFor(locale, "conduct-decision", { ...about, text, decision, scope });
}
