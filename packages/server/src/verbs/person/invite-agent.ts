import type { AgentRole } from "@troth/core";
import type { Accounts } from "../../ports/accounts.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, invalidField } from "../fail.ts";
import { savePerson } from "./save-person.ts";

const HOUR_MS = 3_600_000;

/** An administrator invites an agent; the link goes by mail, works once and for one hour. */
export function inviteAgent(
  ctx: Ctx,
  input: { email: string; role: AgentRole },
): Promise<{ expiresAt: number }> {
  return write(ctx, "agent.invite", async (scene) => {
    await scene.tx.outbox.add({
      id: ctx.ids.uuid(),
      kind: "invite",
      effectKey: `invite:${ctx.ids.uuid()}`,
      body: { email: ctx.vault.sealOwn(input.email), role: input.role },
      at: scene.now,
    });
    return { expiresAt: scene.now + HOUR_MS };
  });
}

/** Makes the secret of an invitation and keeps its hash with whom it is for. */
export async function newInvite(
  ctx: Ctx,
  scene: Scene,
  email: string | null,
  role: AgentRole,
): Promise<string> {
  const secret = ctx.ids.secret();
  await scene.tx.sessions.addLink({
    hash: ctx.vault.secretHash(secret),
    purpose: "invite",
    person: null,
    organisation: null,
    email: email === null ? null : ctx.vault.sealOwn(email),
    role,
    expiresAt: scene.now + HOUR_MS,
  });
  return secret;
}

/** The first invitation of an installation, printed where it was started; it names nobody. Null once there are agents. */
export function firstInvite(ctx: Ctx): Promise<string | null> {
  return write(ctx, "clock.watch", async (scene) =>
    (await scene.tx.people.countAgents()) > 0 ? null : newInvite(ctx, scene, null, "admin"),
  );
}

/** Becomes an agent with an invitation and a password of one's own. */
export function acceptInvite(
  ctx: Ctx & { readonly accounts: Accounts },
  input: { token: string; name: string; password: string; email?: string | undefined; source: string },
): Promise<{ email: string }> {
  return write(ctx, "session.start", async (scene) => {
    const link = await scene.tx.sessions.useLink(ctx.vault.secretHash(input.token), "invite", scene.now);
    if (!link?.role) {
      throw new Fail(
        "unauthenticated",
        "This invitation was used already, or is older than an hour. Ask for a new one.",
        { reason: "invite-used" },
      );
    }
    const email = link.email === null ? input.email : ctx.vault.openOwn(link.email);
    if (email === undefined)
      throw invalidField("email", {
        reason: "email-missing",
        message: "Write your e-mail address: you sign in with it.",
      });
    const account = await ctx.accounts.create({ email, password: input.password, source: input.source });
    if (account === "exists") {
      throw new Fail("conflict", "There is an account with this address already. Sign in with it.", {
        reason: "account-exists",
      });
    }
    // Somebody who is an agent already takes on the role of the new invitation.
    const known = await scene.tx.people.findBySubject("desk", account.id);
    await savePerson(
      ctx,
      scene,
      { kind: "agent", issuer: "desk", subject: account.id, name: input.name, email, agentRole: link.role },
      known,
    );
    return { email };
  });
}
