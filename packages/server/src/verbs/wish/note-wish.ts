import { invalidWish, stateRefusal, wishEnded, wishTitleOf } from "@troth/core";
import type { StoredWish } from "../../ports/wishes.ts";
import { agentOf, type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidFields, missing } from "../fail.ts";
import { changed, type TicketChanged } from "../ticket/assign-ticket.ts";
import { loadTicket, loadTicketById } from "../ticket/load-ticket.ts";
import { saveTicket } from "../ticket/save-ticket.ts";
import { appendToWish } from "./wish-events.ts";
import { wishesOn } from "./wishes-on.ts";

export type NoteWishInput = {
  readonly number: number;
  /** One there is; null for a new one. */
  readonly wish: string | null;
  readonly title: string;
  readonly text: string;
};

export type WishNoted = TicketChanged & { readonly wish: string };

/** Notes on a ticket that its customer asks for a wish, one there is or a new one; a ticket asks for one at most. */
export function noteWish(ctx: Ctx, input: NoteWishInput): Promise<WishNoted> {
  return write(ctx, "wish.write", async (scene) => {
    const loaded = await loadTicket(scene, input.number);
    const refused = stateRefusal("wish", loaded.stored);
    if (refused) throw new Fail("conflict", refused.message, refused);
    const [before] = await wishesOn(scene, loaded);
    if (before) {
      const message = `Ticket ${input.number} is noted as «${before.title}» already. Take it off first.`;
      throw new Fail("conflict", message, {
        reason: "wish-noted-already",
        facts: { number: String(input.number), title: before.title },
        revision: loaded.stored.version,
      });
    }
    const wish = input.wish === null ? await openWish(ctx, scene, input) : await openOne(scene, input.wish);
    const { id, title, state, releaseName: release } = wish;
    const actor = { kind: "agent", id: agentOf(scene).id };
    const event = { kind: "wish.noted", wish: id, title, state, release } as const;
    const { ticket } = await saveTicket(ctx, scene, loaded, [{ actor, event }]);
    return { ...changed(ticket), wish: id };
  });
}

/** Takes a ticket off a wish; where the wish came with a ticket that was merged into it, that one. */
export function leaveWish(ctx: Ctx, input: { number: number; wish: string }): Promise<TicketChanged> {
  return write(ctx, "wish.write", async (scene) => {
    const loaded = await loadTicket(scene, input.number);
    if (!(await scene.tx.wishes.find(input.wish, "look"))) throw missing("This wish");
    const held = (await wishesOn(scene, loaded)).filter(({ id }) => id === input.wish);
    if (held.length === 0) {
      const message = `Ticket ${input.number} is not noted as this wish any more. Read it again.`;
      throw new Fail("conflict", message, {
        reason: "wish-left-already",
        facts: { number: String(input.number) },
        revision: loaded.stored.version,
      });
    }
    const actor = { kind: "agent", id: agentOf(scene).id };
    for (const { ticket, title } of held) {
      const holder = ticket === loaded.id ? loaded : await loadTicketById(scene, ticket);
      const event = { kind: "wish.left", wish: input.wish, title } as const;
      if (holder) await saveTicket(ctx, scene, holder, [{ actor, event }]);
    }
    return changed((await loadTicket(scene, input.number)).stored);
  });
}

async function openOne(scene: Scene, id: string): Promise<StoredWish> {
  const wish = await scene.tx.wishes.find(id, "keep");
  if (!wish) throw missing("This wish");
  const ended = wishEnded(wish);
  if (ended !== null) {
    throw new Fail("conflict", ended.message, { ...ended, revision: wish.version });
  }
  return wish;
}

async function openWish(ctx: Ctx, scene: Scene, words: NoteWishInput): Promise<StoredWish> {
  const fields = invalidWish(words);
  if (fields.length > 0) throw invalidFields(fields);
  const title = wishTitleOf(words.title);
  if (await scene.tx.wishes.titled(title)) {
    const message = `There is a wish «${title}» already. Choose it, or another title.`;
    throw new Fail("conflict", message, { reason: "wish-titled-so", facts: { title } });
  }
  return appendToWish(ctx, scene, null, { kind: "wish.opened", title, text: words.text.trim() });
}
