import type { Actor } from "@troth/core";
import type { Instant } from "@troth/policy";
import type { Ctx, Scene } from "../context.ts";

const PURPOSE = "attachment link";
const STEP_MS = 300_000;

/** A link to a file on a ticket for one viewer: who else follows it, or follows it later, finds nothing. */
export type FileLink = { readonly ticket: number; readonly until: Instant; readonly seal: string };

/** Who looks, down to the session: the same person elsewhere is another viewer. */
function viewerOf({ credential }: Ctx, { actor }: Pick<Scene, "actor">): string {
  return [...personOf(actor), ...sessionOf(credential)].join(" ");
}

function personOf(actor: Actor): readonly string[] {
  if (actor.kind === "customer") return ["customer", actor.person, actor.organisation];
  return actor.kind === "agent" ? ["agent", actor.person] : [actor.kind];
}

/** A signed token is fetched anew every few minutes and has no session: there the person is the viewer. */
function sessionOf(credential: Ctx["credential"]): readonly string[] {
  if (credential.kind === "portal") return ["session", credential.hash.toString("hex")];
  return credential.kind === "agent" ? ["session", credential.session] : [];
}

/**
 * Makes the links of what is read now. They end five to ten minutes from now, at full five minutes, so that reading
 * again soon gives the same ones.
 */
export function fileLinks(ctx: Ctx, scene: Scene, ticket: number): (file: string) => FileLink {
  const until = (Math.floor(scene.now / STEP_MS) + 2) * STEP_MS;
  const viewer = viewerOf(ctx, scene);
  return (file) => ({
    ticket,
    until,
    seal: ctx.vault.sign(PURPOSE, textOf(ctx, viewer, { file, ticket, until })),
  });
}

/** Whether the link is one that was made for this viewer and has not ended. */
export function isOwnLink(ctx: Ctx, scene: Scene, link: FileLink & { readonly file: string }): boolean {
  if (link.until <= scene.now) return false;
  return ctx.vault.isSigned(PURPOSE, textOf(ctx, viewerOf(ctx, scene), link), link.seal);
}

type Named = Pick<FileLink, "ticket" | "until"> & { readonly file: string };

function textOf({ workspace }: Ctx, viewer: string, { file, ticket, until }: Named): string {
  return [workspace.id, file, ticket, until, viewer].join(" ");
}
