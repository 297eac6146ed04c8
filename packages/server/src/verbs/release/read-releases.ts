import { masked } from "@troth/secrets";
import { newsDe } from "../../catalogue/news-de.ts";
import { newsEn } from "../../catalogue/news-en.ts";
import type { StoredRelease, WaitingFigures, WaitingTicket } from "../../ports/releases.ts";
import type { StoredWish } from "../../ports/wishes.ts";
import { type Ctx, read } from "../context.ts";
import { missing } from "../fail.ts";

export type ListedRelease = StoredRelease & { readonly figures: WaitingFigures };

const MOST_LISTED = 200;

/** Releases to come first, then those that are out; each with how many wait for it. */
export function listReleases(ctx: Ctx): Promise<readonly ListedRelease[]> {
  return read(ctx, "release.read", ({ tx }) => tx.releases.list(MOST_LISTED));
}

export type WholeRelease = {
  readonly release: ListedRelease;
  readonly waiting: readonly WaitingTicket[];
  /** What was planned for it, and is out with it. */
  readonly wishes: ReadonlyArray<StoredWish & { readonly figures: WaitingFigures }>;
  /** The words that are sent once it is out, without the note. */
  readonly mail: { readonly en: readonly string[]; readonly de: readonly string[] };
};

const MOST_SHOWN = 200;

/** One release with the tickets that wait for it. */
export function readRelease(ctx: Ctx, input: { release: string }): Promise<WholeRelease> {
  return read(ctx, "release.read", async ({ tx }) => {
    const release = await tx.releases.find(input.release, "look");
    if (!release) throw missing("This release");
    const planned = await tx.wishes.plannedFor(release.id, "look");
    const wishes: Array<WholeRelease["wishes"][number]> = [];
    for (const wish of planned) wishes.push({ ...wish, figures: await tx.wishes.figures(wish.id) });
    const news = { what: "release-out", name: masked(release.name), note: null } as const;
    return {
      release: { ...release, figures: await tx.releases.figures(release.id) },
      waiting: await tx.releases.waiting(release.id, MOST_SHOWN),
      wishes,
      mail: { en: newsEn(news, "ticket …").paragraphs, de: newsDe(news, "Ticket …").paragraphs },
    };
  });
}
