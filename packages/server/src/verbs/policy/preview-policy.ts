import type { CustomerRole, Intake } from "@troth/core";
import {
  compilePolicy,
  coverOf,
  type Finding,
  type Plan,
  type PolicyFiles,
  type RunnablePolicy,
  type Tier,
} from "@troth/policy";
import type { Subscription } from "../../ports/store.ts";
import { type Ctx, read } from "../context.ts";
import { accountOf } from "../directory/account-of.ts";
import { countUses } from "../directory/asker-of.ts";
import { missing } from "../fail.ts";
import { type PreviewQuestion, previewOf } from "../ticket/preview-ticket.ts";
import { draftFiles } from "./policy-drafts.ts";

export type PreviewInput = {
  readonly files?: PolicyFiles | undefined;
  readonly draft?: string | undefined;
  /** The vendor's id. */
  readonly organisation: string;
  readonly door: Intake;
  readonly role: CustomerRole;
  readonly category: string | null;
  readonly severity: string | null;
};

/** What one policy would give the organisation. */
export type PreviewSide = ReturnType<typeof previewOf> & {
  readonly plan: Plan | null;
  readonly tier: Tier | null;
};

export type PolicyPreview = {
  readonly findings: readonly Finding[];
  readonly organisation: { readonly externalId: string; readonly name: string };
  readonly subscription: Omit<Subscription, "at">;
  readonly now: PreviewSide;
  /** Null when errors keep the draft from running. */
  readonly draft: PreviewSide | null;
};

/** What an organisation would get from a draft, beside what it gets from the version in force. Nothing is stored. */
export function previewPolicy(ctx: Ctx, input: PreviewInput): Promise<PolicyPreview> {
  return read(ctx, "policy.publish", async (scene) => {
    const { tx, now: at } = scene;
    const { runnable, findings } = compilePolicy(await draftFiles(scene, input), at);
    const organisation = await tx.directory.organisation(input.organisation, "look");
    if (!organisation) throw missing(`Organisation ${input.organisation}`);
    const current = await tx.directory.subscriptionAt(organisation.id, at);
    const subscription = current ?? { pricing: null, tier: null, state: "none" as const };
    const account = accountOf({
      organisation: { externalId: input.organisation, facts: organisation.facts },
      subscription,
    });
    const sideOf = async (side: RunnablePolicy) => {
      const used = await countUses(scene, { organisation: organisation.id, account }, side.policy);
      return sideUnder(side, {
        asker: { account, requester: { role: input.role }, ...used },
        intake: input.door,
        category: input.category,
        severity: input.severity,
        at,
      });
    };
    return {
      findings,
      organisation: { externalId: input.organisation, name: organisation.name },
      subscription,
      now: await sideOf((await ctx.shelf.current(tx)).runnable),
      draft: runnable && (await sideOf(runnable)),
    };
  });
}

function sideUnder(runnable: RunnablePolicy, question: PreviewQuestion): PreviewSide {
  const cover = coverOf(runnable.policy, question.asker.account, question.at);
  return {
    ...previewOf(runnable, question),
    plan: cover?.ok ? cover.plan : null,
    tier: cover?.ok ? cover.tier : null,
  };
}
