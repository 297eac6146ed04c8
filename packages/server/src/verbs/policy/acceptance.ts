import type { ActOfUse, ListedAcceptance } from "../../ports/acceptances.ts";
import type { Membership, PublishedPolicy } from "../../ports/store.ts";
import { type Ctx, read, type Scene } from "../context.ts";
import { appendToOrganisation, heldOrganisation } from "../directory/organisation-events.ts";
import { Fail, missing } from "../fail.ts";

/**
 * Notes that a member uses support under the version in force: continued use after a change is acceptance (P131). The
 * organisation's first use is recorded once, in its log and in a table. Asked before the ticket is held, for whoever
 * tells of an organisation holds its tickets after it.
 */
export async function noteUse(
  ctx: Ctx,
  scene: Scene,
  use: { readonly member: Membership; readonly act: ActOfUse; readonly ticket: number },
): Promise<void> {
  const { tx, now: at } = scene;
  const { member, act, ticket } = use;
  const { id: organisation, externalId } = member.organisation;
  const { version, hash } = (await ctx.shelf.current(tx)).published;
  const known = [tx.workspace, organisation, member.id, version].join(" ");
  if (ctx.uses.has(known)) return;
  if (await tx.acceptances.hasUsed(organisation, member.id, version)) return ctx.uses.add(known);
  if (!(await tx.acceptances.isAccepted(organisation, version))) {
    // Held before anything is added: a row that names the organisation shares it, and two who share cannot both hold.
    const held = await heldOrganisation(scene, externalId);
    if (!(await tx.acceptances.isAccepted(organisation, version))) {
      const body = { version, hash, person: member.id, act, ticket };
      const seq = await appendToOrganisation(ctx, scene, held, { kind: "policy.accepted", body });
      await tx.acceptances.add({ organisation, version, at, person: member.id, act, ticket, seq });
    }
  }
  await tx.acceptances.addUse(organisation, member.id, version, at);
}

/** A change of the policy that a person has not used support under yet. */
export type PolicyChange = { readonly to: PublishedPolicy; readonly from: string };

/**
 * What to tell a member of: the version in force, where they knew another before it and have asked for nothing since.
 * `from` is the one they used last, else the one in force when the desk came to know them.
 */
export async function policyChangeFor(
  { tx }: Scene,
  member: Membership,
  to: PublishedPolicy,
): Promise<PolicyChange | null> {
  const versions = await tx.policies.list();
  if (versions.length < 2) return null;
  const { version, knownSince } = await tx.acceptances.lastUse(member.organisation.id, member.id);
  const known = versions.find(({ publishedAt }) => publishedAt <= knownSince) ?? versions.at(-1);
  const from = version ?? known?.version ?? to.version;
  return from === to.version ? null : { to, from };
}

const PAGE_ROWS = 50;
const CURSOR = /^(\d{1,15})\.([0-9a-f-]{36})$/;

export type AcceptancePage = {
  readonly version: string;
  readonly accepted: number;
  readonly organisations: number;
  readonly rows: readonly ListedAcceptance[];
  readonly nextCursor: string | null;
};

/** Which organisations have accepted a version by using support, the first one first. */
export function listAcceptances(
  ctx: Ctx,
  input: { version: string; cursor: string | null },
): Promise<AcceptancePage> {
  return read(ctx, "policy.acceptances", async ({ tx }) => {
    const { version } = input;
    if (!(await tx.policies.find(version))) throw missing(`Policy version ${version}`);
    const after = input.cursor === null ? null : placeIn(input.cursor);
    const found = await tx.acceptances.list(version, { after, most: PAGE_ROWS + 1 });
    const rows = found.slice(0, PAGE_ROWS);
    const last = rows.at(-1);
    const nextCursor = found.length > PAGE_ROWS && last ? `${last.at}.${last.organisation.id}` : null;
    return { version, ...(await tx.acceptances.count(version)), rows, nextCursor };
  });
}

function placeIn(cursor: string): [at: number, organisation: string] {
  const [, at, organisation] = CURSOR.exec(cursor) ?? [];
  if (at === undefined || organisation === undefined)
    throw new Fail("invalid", "This cursor is not one of ours. Begin again without it.");
  return [Number(at), organisation];
}
