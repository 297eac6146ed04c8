import { type Ctx, memberOf, write } from "../context.ts";
import { missing } from "../fail.ts";

export type FollowInput = {
  readonly number: number;
  readonly locale: string;
  readonly zone: string | null;
};

/** A customer wants to be told of an incident: by mail once an update, and in the portal. Twice is once. */
export function followIncident(ctx: Ctx, input: FollowInput): Promise<{ isFollowed: boolean }> {
  return write(ctx, "incident.follow", async (scene) => {
    const incident = await scene.tx.incidents.find(input.number, "look");
    if (!incident) throw missing(`Incident ${input.number}`);
    const { locale, zone } = input;
    await scene.tx.incidents.follow(incident.id, { person: memberOf(scene).id, locale, zone }, scene.now);
    return { isFollowed: true };
  });
}

/** Ends that; asking twice is no error. */
export function unfollowIncident(ctx: Ctx, input: { number: number }): Promise<{ isFollowed: boolean }> {
  return write(ctx, "incident.follow", async (scene) => {
    const incident = await scene.tx.incidents.find(input.number, "look");
    if (!incident) throw missing(`Incident ${input.number}`);
    await scene.tx.incidents.unfollow(incident.id, memberOf(scene).id);
    return { isFollowed: false };
  });
}
