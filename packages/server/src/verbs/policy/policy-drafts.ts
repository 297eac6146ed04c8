import { bytesOf, DRAFT_LIMITS } from "@troth/contract";
import { compilePolicy, type Finding, type PolicyFiles } from "@troth/policy";
import type { StoredPolicyDraft } from "../../ports/policy-drafts.ts";
import type { Mode, StoredPerson } from "../../ports/store.ts";
import { type Ctx, read, type Scene, write } from "../context.ts";
import { Fail, missing } from "../fail.ts";
import { personName } from "../person/keys.ts";
import { authorOf, peopleBehind } from "./author.ts";

/** Drafts with the people who wrote them. */
export type Drafts = {
  readonly drafts: readonly StoredPolicyDraft[];
  readonly people: ReadonlyMap<string, StoredPerson>;
};

/** Every draft, the last changed first. */
export function listPolicyDrafts(ctx: Ctx): Promise<Drafts> {
  return read(ctx, "policy.publish", async (scene) => {
    const drafts = await scene.tx.policyDrafts.list(DRAFT_LIMITS.drafts);
    return { drafts, people: await writersOf(scene, drafts) };
  });
}

/** One draft with its files and what the compiler says of them now. */
export function readPolicyDraft(
  ctx: Ctx,
  input: { draft: string },
): Promise<Drafts & { readonly files: PolicyFiles; readonly findings: readonly Finding[] }> {
  return read(ctx, "policy.publish", async (scene) => {
    const draft = await draftOf(scene, input.draft, "look");
    const files = await scene.tx.policyDrafts.files(draft.id);
    const { findings } = compilePolicy(files, scene.now);
    return { drafts: [draft], people: await writersOf(scene, [draft]), files, findings };
  });
}

/** The same without its files. */
export function readDraftRow(ctx: Ctx, input: { draft: string }): Promise<Drafts> {
  return read(ctx, "policy.publish", async (scene) => {
    const draft = await draftOf(scene, input.draft, "look");
    return { drafts: [draft], people: await writersOf(scene, [draft]) };
  });
}

/** One draft, compiled, for the page it would have. */
export function readDraftCompiled(ctx: Ctx, input: { draft: string }) {
  return read(ctx, "policy.publish", async (scene) => {
    const draft = await draftOf(scene, input.draft, "look");
    const compiled = compilePolicy(await scene.tx.policyDrafts.files(draft.id), scene.now);
    return { drafts: [draft], ...compiled, at: scene.now };
  });
}

/** What a save answers: the draft as it is now, by id, so that a kept answer names nobody. */
export type DraftSaved = { readonly draft: string; readonly findings: readonly Finding[] };

/** Begins a draft with files of its own, or with those of a published version. */
export function createPolicyDraft(
  ctx: Ctx,
  input: { name: string; basedOn: string | null; files: PolicyFiles | null },
): Promise<DraftSaved> {
  return write(ctx, "policy.publish", async (scene) => {
    const { policies, policyDrafts } = scene.tx;
    if ((await policyDrafts.count()) >= DRAFT_LIMITS.drafts) {
      throw new Fail(
        "limit",
        `There are ${DRAFT_LIMITS.drafts} drafts already. Delete one, then try again.`,
        { reason: "too-many-drafts", facts: { most: String(DRAFT_LIMITS.drafts) } },
      );
    }
    const base = input.basedOn ?? (input.files ? null : ((await policies.current())?.version ?? null));
    if (base !== null && !(await policies.find(base))) throw missing(`Policy version ${base}`);
    if (base === null && input.files === null) {
      throw new Fail(
        "invalid",
        "No policy is published here yet to begin with. Send the files of the draft.",
        { reason: "nothing-to-begin-with" },
      );
    }
    const files = input.files ?? (await policies.files(base ?? ""));
    const by = authorOf(scene);
    const id = ctx.ids.uuid();
    await policyDrafts.add(
      {
        id,
        name: input.name,
        basedOn: base,
        revision: 1,
        bytes: bytesOf(files),
        createdAt: scene.now,
        createdBy: by,
        updatedAt: scene.now,
        updatedBy: by,
        publishedVersion: null,
        publishedAt: null,
      },
      files,
    );
    return { draft: id, findings: compilePolicy(files, scene.now).findings };
  });
}

/** Keeps what was written, whatever the compiler finds in it. Somebody else's save in between is a conflict. */
export function savePolicyDraft(
  ctx: Ctx,
  input: { draft: string; revision: number; name: string | null; files: PolicyFiles | null },
): Promise<DraftSaved> {
  return write(ctx, "policy.publish", async (scene) => {
    const draft = await draftAt(ctx, scene, input.draft, input.revision);
    if (draft.publishedVersion !== null) {
      throw new Fail(
        "conflict",
        `This draft was published as ${draft.publishedVersion}, and stays as it was. Begin a new one with that version.`,
        { reason: "draft-published", facts: { version: draft.publishedVersion } },
      );
    }
    const files = input.files ?? (await scene.tx.policyDrafts.files(draft.id));
    await scene.tx.policyDrafts.save({
      id: draft.id,
      expected: draft.revision,
      name: input.name ?? draft.name,
      files: input.files,
      bytes: bytesOf(files),
      at: scene.now,
      by: authorOf(scene),
    });
    return { draft: draft.id, findings: compilePolicy(files, scene.now).findings };
  });
}

/** Forgets a draft. What was published of it stays, as every published version does. */
export function deletePolicyDraft(ctx: Ctx, input: { draft: string; revision: number }): Promise<null> {
  return write(ctx, "policy.publish", async (scene) => {
    const draft = await draftAt(ctx, scene, input.draft, input.revision);
    await scene.tx.policyDrafts.remove(draft.id);
    return null;
  });
}

export async function draftOf({ tx }: Scene, id: string, mode: Mode): Promise<StoredPolicyDraft> {
  const draft = await tx.policyDrafts.find(id, mode);
  if (!draft) throw missing("This draft of the policy");
  return draft;
}

/** The draft, held, as it was read at this revision; else who was faster. */
export async function draftAt(
  ctx: Ctx,
  scene: Scene,
  id: string,
  revision: number,
): Promise<StoredPolicyDraft> {
  const draft = await draftOf(scene, id, "lock");
  if (draft.revision === revision) return draft;
  const writer = (await peopleBehind(scene, [draft.updatedBy])).get(draft.updatedBy);
  const who = writer ? personName(ctx.vault, writer) : "Somebody";
  throw new Fail(
    "conflict",
    `${who} saved this draft after you read it. Read it again, then keep theirs or save yours over it.`,
    { reason: "draft-changed", revision: draft.revision },
  );
}

/** The files of a question about a draft: sent along, or stored under its id. */
export async function draftFiles(
  scene: Scene,
  { files, draft }: { files?: PolicyFiles | undefined; draft?: string | undefined },
): Promise<PolicyFiles> {
  if ((files === undefined) === (draft === undefined))
    throw new Fail("invalid", "Send either the files of the draft, or the id of one that is stored.");
  if (files !== undefined) return files;
  const { id } = await draftOf(scene, draft ?? "", "look");
  return scene.tx.policyDrafts.files(id);
}

function writersOf(scene: Scene, drafts: readonly StoredPolicyDraft[]): Promise<Drafts["people"]> {
  return peopleBehind(
    scene,
    drafts.flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy]),
  );
}
