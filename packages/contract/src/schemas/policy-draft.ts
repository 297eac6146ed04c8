import { CUSTOMER_ROLES, INTAKES, SUBSCRIPTION_STATES } from "@troth/core";
import { z } from "zod";
import { demanded, Instant, Named, Slug } from "./common.ts";
import { ChannelAccess, Entitlement, Finding } from "./policy.ts";
import { PromiseOfReply, Receipt } from "./promise.ts";

/** Most that one draft holds; a request as a whole stays under 1 MiB. */
export const DRAFT_LIMITS = { files: 200, bytes: 900_000, drafts: 100 } as const;

const FILE_NAME = /^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?!.*\/\/)[\w.\-/]{1,200}(?<!\/)$/;

/** A policy folder as text: path to content. */
export const PolicyFolder = z
  .record(
    z.string().regex(FILE_NAME, {
      message:
        "Write the path of a file as letters, digits, «.», «-», «_» and «/», such as holidays/us-federal.yaml.",
    }),
    z.string(),
  )
  .refine((files) => Object.keys(files).length <= DRAFT_LIMITS.files, {
    message: `A policy has at most ${DRAFT_LIMITS.files} files. Leave out those that it does not use.`,
  })
  .refine((files) => bytesOf(files) <= DRAFT_LIMITS.bytes, {
    message: `The files are larger than ${DRAFT_LIMITS.bytes.toLocaleString("en")} bytes together. Shorten them.`,
  })
  .meta({ id: "PolicyFolder", description: "A policy folder: path to text." });

/** Size of a folder in UTF-8, names not counted. */
export function bytesOf(files: Readonly<Record<string, string>>): number {
  const encoder = new TextEncoder();
  return Object.values(files).reduce((sum, text) => sum + encoder.encode(text).byteLength, 0);
}

const DraftName = demanded()
  .max(100)
  .refine((name) => !/\p{Cc}/u.test(name), { message: "A name has no control characters." });
const Revision = z.number().int().positive().meta({ description: "The one that was read." });

export const PolicyDraft = z
  .object({
    id: z.string(),
    name: z.string(),
    basedOn: z.string().nullable().meta({ description: "The published version it was begun with." }),
    revision: z.number().int(),
    bytes: z.number().int(),
    createdAt: Instant,
    createdBy: z.string(),
    updatedAt: Instant,
    updatedBy: z.string(),
    published: z.object({ version: z.string(), publishedAt: Instant }).nullable(),
  })
  .meta({ id: "PolicyDraft", description: "A policy that an administrator is writing." });

export const PolicyDraftList = z.object({ drafts: z.array(PolicyDraft) }).meta({ id: "PolicyDraftList" });

export const CreatePolicyDraft = z
  .object({
    name: DraftName,
    basedOn: Slug.optional().meta({ description: "A published version; the one in force when left out." }),
    files: PolicyFolder.optional().meta({ description: "Those of the version when left out." }),
  })
  .meta({ id: "CreatePolicyDraft" });

export const SavePolicyDraft = z
  .object({ revision: Revision, name: DraftName.optional(), files: PolicyFolder.optional() })
  .meta({ id: "SavePolicyDraft" });

export const PolicyDraftSaved = z
  .object({ draft: PolicyDraft, findings: z.array(Finding) })
  .meta({ id: "PolicyDraftSaved" });

export const PolicyDraftRead = z
  .object({ draft: PolicyDraft, files: z.record(z.string(), z.string()), findings: z.array(Finding) })
  .meta({ id: "PolicyDraftRead" });

/** Where the files of a question about a draft come from: sent along, or stored. */
export const draftSource = {
  files: PolicyFolder.optional(),
  draft: z.uuid().optional().meta({ description: "A stored draft, in place of files." }),
};

export const PreviewPolicy = z
  .object({
    ...draftSource,
    organisation: Slug,
    door: z.enum(INTAKES).default("console"),
    role: z.enum(CUSTOMER_ROLES).default("owner"),
    category: Slug.nullable().default(null),
    severity: Slug.nullable().default(null),
  })
  .meta({ id: "PreviewPolicy" });

export const PreviewSide = z
  .object({
    policyVersion: z.string(),
    plan: Named.nullable(),
    tier: Named.nullable(),
    entitlement: Entitlement,
    channels: z.array(ChannelAccess),
    promise: PromiseOfReply.nullable().meta({ description: "The first answer, were it asked for now." }),
    rows: Receipt.shape.rows,
    warnings: z.array(z.string()),
    invalid: z.array(z.string()).meta({ description: "What of the request this policy does not know." }),
  })
  .meta({ id: "PreviewSide" });

const SubscribedTo = z.object({
  pricing: z.string().nullable(),
  tier: z.string().nullable(),
  state: z.enum(SUBSCRIPTION_STATES),
});

export const OrganisationList = z
  .object({
    organisations: z.array(z.object({ id: z.string(), name: z.string(), subscription: SubscribedTo })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "OrganisationList" });

export const PolicyPreview = z
  .object({
    isRunnable: z.boolean(),
    findings: z.array(Finding),
    organisation: Named,
    subscription: SubscribedTo,
    now: PreviewSide,
    draft: PreviewSide.nullable().meta({ description: "Null when errors keep it from running." }),
  })
  .meta({
    id: "PolicyPreview",
    description: "What an organisation would get, under a draft beside the version in force.",
  });
