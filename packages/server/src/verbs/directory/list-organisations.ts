import type { ListedOrganisation } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { Fail } from "../fail.ts";

const PAGE_ROWS = 50;

export type OrganisationPage = {
  readonly organisations: readonly ListedOrganisation[];
  readonly nextCursor: string | null;
};

/** Organisations of the vendor's directory by name, those whose name or id has the words in it. */
export function listOrganisations(
  ctx: Ctx,
  input: { search: string; cursor: string | null },
): Promise<OrganisationPage> {
  return read(ctx, "directory.read", async ({ tx, now }) => {
    const after = input.cursor === null ? null : placeIn(input.cursor);
    const rows = await tx.directory.organisations(input.search, now, { after, most: PAGE_ROWS + 1 });
    const organisations = rows.slice(0, PAGE_ROWS);
    const last = organisations.at(-1);
    const isMore = rows.length > PAGE_ROWS && last !== undefined;
    return { organisations, nextCursor: isMore ? cursorOf([last.name, last.externalId]) : null };
  });
}

function cursorOf(place: readonly [name: string, externalId: string]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function placeIn(cursor: string): [name: string, externalId: string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(place) && typeof place[0] === "string" && typeof place[1] === "string")
      return [place[0], place[1]];
  } catch {
    // Not one of ours: refused below.
  }
  throw new Fail("invalid", "This cursor is not one of ours. Begin again without it.");
}
