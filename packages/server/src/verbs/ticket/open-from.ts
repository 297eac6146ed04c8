import { standingOf, subjectOf } from "@troth/core";
import type { Membership } from "../../ports/store.ts";
import { filesIn, type HeldFiles, takeFiles } from "../attachment/take-files.ts";
import type { Ctx, Scene } from "../context.ts";
import { accountOf } from "../directory/account-of.ts";
import { Fail } from "../fail.ts";
import { keyOf, openUnmasked } from "../person/keys.ts";
import type { LoadedTicket } from "./load-ticket.ts";
import type { TicketOpened } from "./open-ticket.ts";
import { type NewEvent, type Saved, saveTicket, toldOf } from "./save-ticket.ts";

export type OpenFrom = {
  readonly from: LoadedTicket;
  readonly member: Membership;
  readonly actor: NewEvent["actor"];
  readonly text: string;
  /** Uploads that came with it. */
  readonly files?: HeldFiles;
  /** The message whose files they are until now; absent for uploads that no message has taken. */
  readonly filesOf?: string;
  readonly intake: "console" | "portal" | "email" | "api" | "agent";
  readonly category: string;
  /** When the message came that it starts with, where that was before now. */
  readonly startedAt: number | null;
  readonly relation: "follow-up-of" | "split-from";
};

export type OpenedFrom = {
  readonly opened: TicketOpened;
  readonly saved: Saved;
  /** Its first message. */
  readonly message: string;
};

/**
 * Opens a ticket from a message on another one: a follow-up, or a message split off. Both tell of each other. Whether
 * its writer may open one is asked before; what an agent splits off was taken when it came, whatever the plan is now.
 */
export async function openFrom(ctx: Ctx, scene: Scene, opening: OpenFrom): Promise<OpenedFrom> {
  const { from, member, actor, text, category, intake, startedAt, relation, files = [] } = opening;
  const { runnable, published } = await ctx.shelf.current(scene.tx);
  const stand = standingOf(runnable.policy, accountOf(member), scene.now);
  const known = runnable.policy.categories.find((one) => one.id === category);
  if (!stand || !known) {
    throw new Fail(
      "refused",
      "This organisation has no plan that takes a new ticket. Write on the old one.",
      { reason: "no-plan-for-new" },
    );
  }
  const key = keyOf(ctx.vault, member);
  const requester = await scene.tx.people.find(from.stored.requester);
  const subject =
    relation === "follow-up-of" ? openUnmasked(ctx.vault, requester, from.stored.subject) : null;
  const texts = {
    subject: ctx.vault.seal(key, subject ?? subjectOf(text)),
    businessImpact: null,
    facts: null,
    locale: from.stored.locale,
    zone: from.stored.zone,
  };
  const number = await scene.tx.tickets.nextNumber();
  const link = { kind: "ticket.linked", isInside: true } as const;
  const [id, message] = [ctx.ids.uuid(), ctx.ids.uuid()];
  const saved = await saveTicket(
    ctx,
    scene,
    { id, stored: null, log: [] },
    [
      {
        actor,
        author: member.id,
        event: {
          kind: "ticket.opened",
          number,
          organisation: member.organisation.id,
          requester: member.id,
          category,
          route: known.route,
          intake,
          severityChosen: null,
          ...stand,
          policyVersion: published.version,
          place: from.stored.place,
          isBusinessImpactUnknown: false,
          flags: [],
          message,
          text: ctx.vault.seal(key, text),
          ...texts,
          ...(known.asksForCause === true ? { asksForCause: true } : {}),
          ...(startedAt === null ? {} : { startedAt }),
          ...filesIn(files),
        },
      },
      { actor, event: { ...link, to: from.stored.number, relation } },
      ...takingPart(from, member).map(
        (person): NewEvent => ({
          actor,
          event: { kind: "follower.added", person, side: "customer" },
        }),
      ),
      ...(from.stored.proceedings.isRestricted
        ? [{ actor, event: { kind: "ticket.restricted", isRestricted: true, why: "asked" } } as const]
        : []),
    ],
    texts,
  );
  const there = { ticket: id, message };
  if (opening.filesOf === undefined) await takeFiles(scene, files, there);
  else await scene.tx.attachments.move(opening.filesOf, there);
  const opened = {
    number,
    policyVersion: published.version,
    commitment: toldOf(saved.commitments),
    route: known.route,
    isFlagged: false,
    warnings: [],
  };
  return { opened, saved, message };
}

/** Whoever took part in the old ticket takes part in the new one; its writer opens it. */
function takingPart({ stored }: LoadedTicket, { id: writer }: Membership): string[] {
  const people = new Set([stored.requester, ...stored.proceedings.followers]);
  return [...people].filter((person) => person !== writer);
}
