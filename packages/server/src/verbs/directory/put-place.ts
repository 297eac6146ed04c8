import type { StoredBranch, StoredEndpoint, StoredProject } from "../../ports/store.ts";
import { type Ctx, write } from "../context.ts";
import { missing } from "../fail.ts";
import { appendToOrganisation, heldOrganisation } from "./organisation-events.ts";
import type { Written } from "./put-organisation.ts";

type Named<T> = { readonly organisation: string } & T;

export function putProject(
  ctx: Ctx,
  input: Named<{ project: Omit<StoredProject, "branches"> }>,
): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    await scene.tx.directory.saveProject(organisation.id, input.project);
    const body = { ...input.project };
    return {
      id: input.project.id,
      seq: await appendToOrganisation(ctx, scene, organisation, { kind: "project.put", body }),
    };
  });
}

export function putBranch(
  ctx: Ctx,
  input: Named<{ project: string; branch: Omit<StoredBranch, "endpoints"> }>,
): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const organisation = await heldOrganisation(scene, input.organisation);
    const saved = await scene.tx.directory.saveBranch(organisation.id, input.project, input.branch);
    if (!saved) throw missing(`Project ${input.project}`);
    const body = { project: input.project, ...input.branch };
    return {
      id: input.branch.id,
      seq: await appendToOrganisation(ctx, scene, organisation, { kind: "branch.put", body }),
    };
  });
}

export function putEndpoint(
  ctx: Ctx,
  input: Named<{ project: string; branch: string; endpoint: StoredEndpoint }>,
): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const { project, branch, endpoint } = input;
    const organisation = await heldOrganisation(scene, input.organisation);
    const saved = await scene.tx.directory.saveEndpoint(organisation.id, project, branch, endpoint);
    if (!saved) throw missing(`Branch ${branch} of project ${project}`);
    const body = { project, branch, ...endpoint };
    return {
      id: endpoint.id,
      seq: await appendToOrganisation(ctx, scene, organisation, { kind: "endpoint.put", body }),
    };
  });
}

/** Removes a project, a branch (`endpoint` null) or an endpoint, with all below it. */
export function removePlace(
  ctx: Ctx,
  input: Named<{ project: string; branch: string | null; endpoint: string | null }>,
): Promise<Written> {
  return write(ctx, "directory.write", async (scene) => {
    const { project, branch, endpoint } = input;
    const organisation = await heldOrganisation(scene, input.organisation);
    const id = endpoint ?? branch ?? project;
    if (!(await scene.tx.directory.remove(organisation.id, project, branch, endpoint))) throw missing(id);
    const kind =
      endpoint !== null ? "endpoint.removed" : branch !== null ? "branch.removed" : "project.removed";
    const seq = await appendToOrganisation(ctx, scene, organisation, {
      kind,
      body: { project, branch, endpoint },
    });
    return { id, seq };
  });
}
