import {
  decideOpening,
  type FactAnswers,
  type FormAnswers,
  type FormFiles,
  saysSomething,
  subjectOf,
  wordsIn,
} from "@troth/core";
import { isNamedZone } from "@troth/policy";
import { masked } from "@troth/secrets";
import type { Membership, StoredCommitment } from "../../ports/store.ts";
import { filesIn, holdFiles, takeFiles } from "../attachment/take-files.ts";
import { type Ctx, memberOf, write } from "../context.ts";
import { askerOf } from "../directory/asker-of.ts";
import { forgetDraft } from "../draft/keep-draft.ts";
import { Fail, invalidFields } from "../fail.ts";
import { assertColleagues } from "../follower/follow-ticket.ts";
import { assertOpenIncident } from "../incident/link-ticket.ts";
import { keyOf } from "../person/keys.ts";
import { noteUse } from "../policy/acceptance.ts";
import { placeOf } from "./place-of.ts";
import { factsAtOpening } from "./propose-severity.ts";
import { type NewEvent, saveTicket, toldOf } from "./save-ticket.ts";

export type OpenTicketInput = {
  readonly category: string;
  readonly description: string;
  readonly severity: string | null;
  readonly businessImpact: string | null;
  readonly isBusinessImpactUnknown: boolean;
  readonly project: string | null;
  readonly branch: string | null;
  readonly endpoint: string | null;
  readonly product: string | null;
  /** Answers to the policy's own fields, by id. */
  readonly answers: FormAnswers;
  readonly confirmed: readonly string[];
  /** Answers to the facts that a severity is proposed from. */
  readonly severityFacts: FactAnswers;
  /** Number of the open incident that it is part of. */
  readonly incident: number | null;
  /** Uploads for the form's fields of files, by id. */
  readonly files: FormFiles;
  /** Uploads to send along. */
  readonly attachments: readonly string[];
  readonly facts: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  /** Colleagues who are on it from the beginning. */
  readonly followers: readonly string[];
  readonly locale: string;
  readonly zone: string | null;
};

export type TicketOpened = {
  readonly number: number;
  readonly policyVersion: string;
  readonly commitment: StoredCommitment | null;
  readonly route: string;
  readonly isFlagged: boolean;
  readonly warnings: readonly string[];
};

/** A customer opens a ticket: the policy decides whether, as what, and until when we owe an answer. */
export function openTicket(ctx: Ctx, input: OpenTicketInput): Promise<TicketOpened> {
  return write(ctx, "ticket.open", async (scene) => {
    const member = memberOf(scene);
    const intake = scene.actor.kind === "customer" ? scene.actor.intake : "api";
    const { runnable, published } = await ctx.shelf.current(scene.tx);
    const opening = decideOpening(
      runnable.policy,
      await askerOf(scene, member, runnable.policy),
      { ...input, intake },
      scene.now,
    );
    if (!opening.ok) throw refusalOf(opening);
    const place = await placeOf(scene, member, input);
    const severityFacts = await factsAtOpening(scene, member, runnable.policy, input);
    if (input.incident !== null) await assertOpenIncident(scene, input.incident);
    const key = keyOf(ctx.vault, member);
    const asked = opening.answeredFiles;
    const ids = [...asked.flatMap((field) => field.files), ...input.attachments];
    const files = await holdFiles(scene, member.id, { policy: runnable.policy, ids });
    const [ticket, message] = [ctx.ids.uuid(), ctx.ids.uuid()];
    await assertColleagues(scene, member, input.followers);
    const number = await scene.tx.tickets.nextNumber();
    await noteUse(ctx, scene, { member, act: "ticket.opened", ticket: number });
    const product = runnable.policy.products?.find(({ id }) => id === input.product);
    const about = product ? [{ name: "Product", value: product.name }] : [];
    const nameOf = (id: string) => ctx.vault.open(key, files.find((file) => file.id === id)?.name ?? "");
    const sent = asked.map((field) => ({ name: field.name, value: field.files.map(nameOf).join(", ") }));
    const facts = [...about, ...opening.answered, ...sent, ...input.facts];
    const texts = {
      // Masked before it is cut: half a secret would not be recognised any more.
      subject: ctx.vault.seal(key, subjectOf(masked(wordsIn(input.answers["subject"]) || input.description))),
      businessImpact: isBlank(input.businessImpact) ? null : ctx.vault.seal(key, input.businessImpact ?? ""),
      facts: facts.length === 0 ? null : ctx.vault.seal(key, JSON.stringify(facts)),
      locale: input.locale,
      // What a browser calls its zone may be anything.
      zone: input.zone !== null && isNamedZone(input.zone) ? input.zone : null,
    };
    const { commitments } = await saveTicket(
      ctx,
      scene,
      { id: ticket, stored: null, log: [] },
      [
        {
          actor: { kind: "customer", id: member.id },
          author: member.id,
          event: {
            kind: "ticket.opened",
            number,
            organisation: member.organisation.id,
            requester: member.id,
            category: input.category,
            route: opening.route,
            intake,
            severityChosen: input.severity,
            ...opening.stand,
            policyVersion: published.version,
            place,
            isBusinessImpactUnknown: input.isBusinessImpactUnknown,
            flags: opening.flags,
            message,
            text: ctx.vault.seal(key, input.description),
            ...texts,
            ...(opening.asksForCause ? { asksForCause: true } : {}),
            ...(severityFacts === null ? {} : { severityFacts }),
            ...filesIn(files),
          },
        },
        ...incidentEvents(member, input),
        ...aroundOpening(member, input.followers, severityFacts?.marks ?? []),
      ],
      texts,
    );
    await takeFiles(scene, files, { ticket, message });
    await forgetDraft(scene, "new");
    return {
      number,
      policyVersion: published.version,
      commitment: toldOf(commitments),
      route: opening.route,
      isFlagged: opening.flags.length > 0,
      warnings: opening.warnings,
    };
  });
}

/** A ticket that its writer says is about an incident begins as part of it. */
function incidentEvents({ id }: Membership, { incident }: OpenTicketInput): NewEvent[] {
  if (incident === null) return [];
  return [{ actor: { kind: "customer", id }, event: { kind: "incident.linked", incident } }];
}

/** What stands around a ticket from its beginning: colleagues, and few readers where it is about security (P088). */
function aroundOpening(
  { id }: Membership,
  followers: readonly string[],
  marks: readonly string[],
): NewEvent[] {
  const actor = { kind: "customer", id };
  const people = [...new Set(followers)].filter((person) => person !== id);
  const added = people.map(
    (person): NewEvent => ({
      actor,
      event: { kind: "follower.added", person, side: "customer" },
    }),
  );
  const restricted: NewEvent = {
    actor: { kind: "system", id: null },
    event: { kind: "ticket.restricted", isRestricted: true, why: "ground" },
  };
  return marks.includes("security") ? [...added, restricted] : added;
}

/** The refusal of an opening, with the clause and the door that is open instead. */
export function refusalOf(opening: Exclude<ReturnType<typeof decideOpening>, { ok: true }>): Fail {
  if ("refusal" in opening) {
    const { message, reason, clause, next } = opening.refusal;
    return new Fail("refused", message, { reason, clause, next });
  }
  return invalidFields(opening.invalid);
}

function isBlank(text: string | null): boolean {
  return text === null || !saysSomething(text);
}
