import type { CustomerRole } from "@troth/core";
import type { MemberFacts, Told } from "../../ports/directory-facts.ts";
import { type Ctx, write } from "../context.ts";
import { missing } from "../fail.ts";
import { savePerson } from "../person/save-person.ts";
import { saidOf } from "./facts.ts";
import { appendToOrganisation, heldOrganisation } from "./organisation-events.ts";
import type { Written } from "./put-organisation.ts";

export type PutMemberInput = {
  readonly organisation: string;
  /** The vendor's own id of the person: `sub` of its tokens. */
  readonly member: string;
  readonly issuer: string;
  readonly email: string;
  readonly name: string;
  readonly role: CustomerRole;
  readonly facts: Told<MemberFacts>;
};

/** The vendor tells of a member. A person is (issuer, subject); the address never links two. */
export function putMember(ctx: Ctx, input: PutMemberInput): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    const { issuer, member: subject, name, email, role } = input;
    const known = await scene.tx.people.findBySubject(issuer, subject);
    const person = await savePerson(
      ctx,
      scene,
      { kind: "customer", issuer, subject, name, email, agentRole: null },
      known,
    );
    await scene.tx.directory.saveMember(organisation.id, person, role, input.facts);
    const body = { person, role, ...saidOf(input.facts) };
    const seq = await appendToOrganisation(ctx, scene, organisation, { kind: "member.put", body });
    return { id: subject, seq };
  });
}

/** A member leaves: no door is open to them from now on; what they wrote stays. */
export function removeMember(
  ctx: Ctx,
  input: { organisation: string; member: string; issuer: string },
): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    const person = await scene.tx.people.findBySubject(input.issuer, input.member);
    const removed = person && (await scene.tx.directory.removeMember(organisation.id, person.id, scene.now));
    if (!removed) throw missing(`Member ${input.member}`);
    const body = { person: person.id };
    const seq = await appendToOrganisation(ctx, scene, organisation, { kind: "member.removed", body });
    return { id: input.member, seq };
  });
}
