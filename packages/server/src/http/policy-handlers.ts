import type { PublishPolicy } from "@troth/contract";
import type { z } from "zod";
import type { Ctx } from "../verbs/context.ts";
import { Fail } from "../verbs/fail.ts";
import { listAcceptances } from "../verbs/policy/acceptance.ts";
import { readPolicyChanges } from "../verbs/policy/policy-changes.ts";
import {
  createPolicyDraft,
  type DraftSaved,
  deletePolicyDraft,
  listPolicyDrafts,
  readDraftCompiled,
  readDraftRow,
  readPolicyDraft,
  savePolicyDraft,
} from "../verbs/policy/policy-drafts.ts";
import { previewPolicy } from "../verbs/policy/preview-policy.ts";
import { listPolicies, publishPolicy } from "../verbs/policy/publish-policy.ts";
import { readPolicySource } from "../verbs/policy/read-calendar.ts";
import { replayPlace, replayPolicy } from "../verbs/policy/replay-policy.ts";
import { tryPolicy } from "../verbs/policy/try-policy.ts";
import type { Handlers } from "./bind.ts";
import { draftPage } from "./pages/draft.ts";
import { copy } from "./present/copy.ts";
import { wireInstant } from "./present/instant.ts";
import { presentVersion } from "./present/policy.ts";
import { presentAcceptances, presentChanges } from "./present/policy-change.ts";
import { presentPolicyDraft, presentPreview } from "./present/policy-draft.ts";
import { presentReplay } from "./present/replay.ts";

/** The routes of the policy itself: its versions, its drafts, and what they would do. */
export function policyHandlers() {
  return {
    listPolicies: async (ctx) => {
      const versions = await listPolicies(ctx);
      const current = versions[0]?.version ?? "";
      return { versions: versions.map((version) => presentVersion(version, current)) };
    },
    tryPolicy: async (ctx, { body }) => {
      const { findings, moved, ...trial } = await tryPolicy(ctx, { files: body.files });
      return {
        ...trial,
        findings: copy(findings),
        moved: moved.map(({ dueFrom, dueTo, ...one }) => ({
          ...one,
          dueFrom: dueFrom === null ? null : wireInstant(dueFrom),
          dueTo: dueTo === null ? null : wireInstant(dueTo),
        })),
      };
    },
    readPolicySource: async (ctx) => {
      const { version, files, current } = await readPolicySource(ctx, { version: null });
      return { version: presentVersion(version, current), files: { ...files } };
    },
    listPolicyDrafts: async (ctx) => {
      const { drafts, people } = await listPolicyDrafts(ctx);
      return { drafts: drafts.map((draft) => presentPolicyDraft(ctx.vault, draft, people)) };
    },
    createPolicyDraft: async (ctx, { body }) => {
      const { name, basedOn = null, files = null } = body;
      return presentSaved(ctx, await createPolicyDraft(ctx, { name, basedOn, files }));
    },
    readPolicyDraft: async (ctx, { params }) => {
      const { drafts, people, files, findings } = await readPolicyDraft(ctx, params);
      return {
        draft: presentPolicyDraft(ctx.vault, onlyOf(drafts), people),
        files: { ...files },
        findings: copy(findings),
      };
    },
    savePolicyDraft: async (ctx, { params, body }) => {
      const { revision, name = null, files = null } = body;
      return presentSaved(ctx, await savePolicyDraft(ctx, { ...params, revision, name, files }));
    },
    deletePolicyDraft: async (ctx, { params, query }) => {
      await deletePolicyDraft(ctx, { ...params, ...query });
      return {};
    },
    readDraftPage: async (ctx, { params, query }) => {
      const { drafts, ...compiled } = await readDraftCompiled(ctx, params);
      const text = draftPage({ name: onlyOf(drafts).name, ...compiled }, query.format);
      return { type: query.format === "md" ? "text/markdown" : "text/html", text };
    },
    previewPolicy: async (ctx, { body }) => presentPreview(await previewPolicy(ctx, body)),
    replayPolicy: async (ctx, { body, reply }) => {
      const { cursor = null, ...asked } = body;
      const isGone = () => reply.raw.destroyed;
      return presentReplay(await replayPolicy(ctx, { ...asked, after: replayPlace(cursor) }, isGone));
    },
    readPolicyVersion: async (ctx, { params }) => {
      const { version, files, current } = await readPolicySource(ctx, params);
      return { version: presentVersion(version, current), files: { ...files } };
    },
    publishPolicy: async (ctx, { body }) => {
      const { published, findings } = await publishPolicy(ctx, {
        note: body.note ?? null,
        ...sourceOf(body),
      });
      const [current] = await listPolicies(ctx);
      return {
        published: published && presentVersion(published, current?.version ?? published.version),
        findings: copy(findings),
      };
    },
    readPolicyChanges: async (ctx, { params, query }) =>
      presentChanges(await readPolicyChanges(ctx, { ...params, from: query.from ?? null })),
    listAcceptances: async (ctx, { params, query }) => {
      const page = await listAcceptances(ctx, { ...params, cursor: query.cursor ?? null });
      return presentAcceptances(ctx.vault, page);
    },
  } satisfies Partial<Handlers>;
}

/** The draft as it is by now: a retry is answered with that, too. */
async function presentSaved(ctx: Ctx, { draft, findings }: DraftSaved) {
  const { drafts, people } = await readDraftRow(ctx, { draft });
  return { draft: presentPolicyDraft(ctx.vault, onlyOf(drafts), people), findings: copy(findings) };
}

function onlyOf<T>([only]: readonly T[]): T {
  if (only === undefined) throw new Error("There is none.");
  return only;
}

/** What is to be published: one of the two, and not both. */
function sourceOf({ files, draft }: z.output<typeof PublishPolicy>) {
  if (files !== undefined && draft === undefined) return { files };
  if (draft !== undefined && files === undefined) return { draft };
  throw new Fail("invalid", "Send either the files of the policy, or the draft that is to be published.");
}
