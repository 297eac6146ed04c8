import { releaseNameOf, type WishState } from "@troth/core";
import { masked } from "@troth/secrets";
import { newsDe } from "../../catalogue/news-de.ts";
import { newsEn } from "../../catalogue/news-en.ts";
import type { WaitingFigures, WaitingTicket } from "../../ports/releases.ts";
import type { StoredPerson } from "../../ports/store.ts";
import type { StoredWish, WishStepTaken } from "../../ports/wishes.ts";
import { type Ctx, read, type Scene } from "../context.ts";
import { missing } from "../fail.ts";

export type ListedWish = StoredWish & { readonly figures: WaitingFigures };

const MOST_LISTED = 200;

/** The most asked for first, by organisations and then by tickets. */
export function listWishes(
  ctx: Ctx,
  input: { state: WishState | null; find: string },
): Promise<readonly ListedWish[]> {
  return read(ctx, "wish.read", ({ tx }) =>
    tx.wishes.list({ state: input.state, find: input.find.trim(), most: MOST_LISTED }),
  );
}

export type WholeWish = {
  readonly wish: ListedWish;
  readonly asking: readonly WaitingTicket[];
  readonly steps: readonly WishStepTaken[];
  /** Who made the steps, by id. */
  readonly people: ReadonlyMap<string, StoredPerson>;
};

const MOST_SHOWN = 200;

/** One wish with the tickets that ask for it and all that became of it. */
export function readWish(ctx: Ctx, input: { wish: string }): Promise<WholeWish> {
  return read(ctx, "wish.read", async (scene) => {
    const wish = await found(scene, input.wish);
    const steps = await scene.tx.wishes.log(wish.id);
    const people = new Map<string, StoredPerson>();
    for (const id of new Set(steps.flatMap(({ actor }) => actor.id ?? []))) {
      const person = await scene.tx.people.find(id);
      if (person) people.set(id, person);
    }
    return { wish, asking: await scene.tx.wishes.asking(wish.id, MOST_SHOWN), steps, people };
  });
}

export type WishEffect = {
  readonly figures: WaitingFigures;
  /** The words that are sent, without a reason. */
  readonly mail: { readonly en: readonly string[]; readonly de: readonly string[] };
};

/** Who would be told of a step, and in which words; changes nothing. */
export function previewWish(
  ctx: Ctx,
  input: { wish: string; to: WishState; release: string },
): Promise<WishEffect> {
  return read(ctx, "wish.read", async (scene) => {
    const { title, figures } = await found(scene, input.wish);
    const name = releaseNameOf(input.release);
    const known = name === "" ? null : await scene.tx.releases.named(name, "look");
    const release = input.to === "planned" ? masked(known?.name ?? (name === "" ? "…" : name)) : null;
    const news = { what: "wish", state: input.to, title: masked(title), release, reason: null } as const;
    return {
      figures,
      mail: { en: newsEn(news, "ticket …").paragraphs, de: newsDe(news, "Ticket …").paragraphs },
    };
  });
}

async function found({ tx }: Scene, id: string): Promise<ListedWish> {
  const wish = await tx.wishes.find(id, "look");
  if (!wish) throw missing("This wish");
  return { ...wish, figures: await tx.wishes.figures(id) };
}
