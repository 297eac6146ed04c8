import { assertInTime, type Claims, type Ctx, write } from "../context.ts";
import { Fail } from "../fail.ts";

const HOUR_MS = 3_600_000;
/** A portal session lasts a working day; look.md asks for at least 20 hours. */
export const PORTAL_SESSION_MS = 24 * HOUR_MS;
/** A sign-in link works once, for this long. */
const LINK_MS = HOUR_MS;

/** The secret of a new session; only its hash is kept. */
export type SessionStarted = { readonly secret: string; readonly expiresAt: number };

/** Exchanges a token that the vendor signed for a portal session, once a token (`jti`). */
export function startPortal(ctx: Ctx, claims: Claims): Promise<SessionStarted> {
  return write(ctx, "session.start", async (scene) => {
    const { sessions, people } = scene.tx;
    assertInTime(claims, scene.now);
    if (claims.jti === null) throw unusable("The token has no jti, so it could be used twice.");
    if (!(await sessions.useToken(claims.iss, claims.jti, claims.expiresAt)))
      throw unusable("This link was used already.");
    const member = await people.member(claims.iss, claims.sub, claims.org, scene.now);
    if (!member) throw unusable("You are no longer a member of this organisation.");
    return begin(ctx, scene, member.id, member.organisation.id, "console");
  });
}

/**
 * Mails a sign-in link to everybody known by this address. The answer is the same for a stranger's address, and the
 * link leads one person, (issuer, subject), to one organisation: an address links nobody to anybody.
 */
export function requestPortalLink(ctx: Ctx, input: { email: string }): Promise<null> {
  return write(ctx, "session.start", async (scene) => {
    const members = await scene.tx.people.membersByAddress(ctx.vault.addressIndex(input.email), scene.now);
    for (const member of members.slice(0, 10)) {
      // The job makes the secret when it sends: it is never at rest in the clear.
      await scene.tx.outbox.add({
        id: ctx.ids.uuid(),
        kind: "portal-link",
        effectKey: `portal-link:${member.id}:${member.organisation.id}:${Math.floor(scene.now / 60_000)}`,
        body: { person: member.id, organisation: member.organisation.id },
        at: scene.now,
      });
    }
    return null;
  });
}

/** Makes the secret of a sign-in link and keeps its hash. */
export async function newPortalLink(
  ctx: Ctx,
  scene: Parameters<typeof begin>[1],
  person: string,
  organisation: string,
): Promise<string> {
  const secret = ctx.ids.secret();
  await scene.tx.sessions.addLink({
    hash: ctx.vault.secretHash(secret),
    purpose: "portal",
    person,
    organisation,
    email: null,
    role: null,
    expiresAt: scene.now + LINK_MS,
  });
  return secret;
}

/** A sign-in link for one member, made by the desk itself. Null when there is no such member. */
export function portalLinkFor(
  ctx: Ctx,
  who: { readonly issuer: string; readonly member: string; readonly organisation: string },
): Promise<string | null> {
  return write(ctx, "clock.watch", async (scene) => {
    const member = await scene.tx.people.member(who.issuer, who.member, who.organisation, scene.now);
    return member && newPortalLink(ctx, scene, member.id, member.organisation.id);
  });
}

/** Signs in with a link, once. */
export function redeemPortalLink(ctx: Ctx, input: { token: string }): Promise<SessionStarted> {
  return write(ctx, "session.start", async (scene) => {
    const link = await scene.tx.sessions.useLink(ctx.vault.secretHash(input.token), "portal", scene.now);
    if (!link?.person || !link.organisation) {
      throw unusable("This link was used already, or is older than an hour.");
    }
    return begin(ctx, scene, link.person, link.organisation, "portal");
  });
}

/** Ends the session; asking twice is no error. */
export function endPortal(ctx: Ctx): Promise<null> {
  return write(ctx, "session.end", async (scene) => {
    if (ctx.credential.kind === "portal") await scene.tx.sessions.endPortal(ctx.credential.hash);
    return null;
  });
}

async function begin(
  ctx: Ctx,
  scene: Parameters<Parameters<typeof write>[2]>[0],
  person: string,
  organisation: string,
  intake: "console" | "portal",
): Promise<SessionStarted> {
  const secret = ctx.ids.secret();
  const expiresAt = scene.now + PORTAL_SESSION_MS;
  await scene.tx.sessions.startPortal({
    hash: ctx.vault.secretHash(secret),
    person,
    organisation,
    intake,
    at: scene.now,
    expiresAt,
  });
  return { secret, expiresAt };
}

function unusable(why: string): Fail {
  return new Fail("unauthenticated", `${why} Ask for a new link, or come in through your console.`, {
    reason: "link-unusable",
  });
}
