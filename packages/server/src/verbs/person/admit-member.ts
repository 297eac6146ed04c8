import { CUSTOMER_ROLES, type CustomerRole } from "@troth/core";
import { assertInTime, type Claims, type Ctx, write } from "../context.ts";
import { accountOf } from "../directory/account-of.ts";
import { appendToOrganisation, newOrganisation } from "../directory/organisation-events.ts";
import { addSubscription, assertKnown } from "../directory/put-subscription.ts";
import { type PersonFacts, savePerson } from "./save-person.ts";

/**
 * Somebody whom the vendor signed for and whom its directory has not told us of yet. The token fills in what is
 * absent and never overrides what was pushed; a member who was removed stays out, and a plan that the policy does not
 * know is refused by its name.
 */
export function admitMember(ctx: Ctx, claims: Claims): Promise<boolean> {
  return write(
    { ...ctx, credential: { kind: "system", job: "admit-member" } },
    "clock.watch",
    async (scene) => {
      const { directory, people } = scene.tx;
      assertInTime(claims, scene.now);
      const known = await directory.organisation(claims.org, "lock");
      if (await people.member(claims.iss, claims.sub, claims.org, scene.now)) return true;
      const person = await people.findBySubject(claims.iss, claims.sub);
      if (known && person && (await directory.wasMember(known.id, person.id))) return false;
      const id = person?.id ?? (await savePerson(ctx, scene, factsOf(claims), null));
      let organisation = known
        ? { ...known, externalId: claims.org }
        : newOrganisation(ctx, claims.org, claims.org);
      const seq = await appendToOrganisation(ctx, scene, organisation, {
        kind: "member.admitted",
        body: { person: id, role: roleOf(claims) },
      });
      await directory.saveMember(organisation.id, id, roleOf(claims), {});
      if (known) return true;
      const row = await directory.organisation(claims.org, "lock");
      organisation = row ? { ...row, externalId: claims.org } : { ...organisation, version: seq };
      if (claims.plan === null) return true;
      const { policy } = (await ctx.shelf.current(scene.tx)).runnable;
      const entry = {
        pricing: claims.plan,
        tier: claims.tier,
        state: "active" as const,
        at: scene.now,
        facts: {},
      };
      assertKnown(policy, accountOf({ organisation, subscription: entry }), scene.now);
      await addSubscription(ctx, scene, organisation, entry);
      return true;
    },
  );
}

function factsOf({ iss: issuer, sub: subject, name, email }: Claims): PersonFacts {
  return { kind: "customer", issuer, subject, name, email, agentRole: null };
}

function roleOf({ role }: Claims): CustomerRole {
  return CUSTOMER_ROLES.find((known) => known === role) ?? "member";
}
