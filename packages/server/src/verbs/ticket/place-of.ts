import type { NamedPlace, PlaceIds } from "@troth/core";
import type { Membership } from "../../ports/store.ts";
import type { Scene } from "../context.ts";
import { invalidField, missing } from "../fail.ts";

/** The place named must be the organisation's own; anything else is as if absent. */
export async function placeOf(
  scene: Scene,
  member: Membership,
  { project, branch, endpoint }: NamedPlace,
): Promise<PlaceIds> {
  if (project === null) {
    if (branch !== null || endpoint !== null) {
      throw invalidField("project", {
        reason: "place-without-project",
        message: "A branch or endpoint needs its project. Name the project too.",
      });
    }
    return { project, branch, endpoint, region: null };
  }
  const found = await scene.tx.directory.place(member.organisation.id, { project, branch, endpoint });
  if (!found) throw missing(`Project ${project}`);
  if (branch !== null && !found.hasBranch) throw missing(`Branch ${branch}`);
  if (endpoint !== null && !found.hasEndpoint) throw missing(`Endpoint ${endpoint}`);
  return { project, branch, endpoint, region: found.region };
}
