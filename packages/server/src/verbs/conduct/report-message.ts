import { type CaseParty, reachOf } from "@troth/core";
import type { StoredMessage, StoredTicket } from "../../ports/store.ts";
import { type Ctx, type Scene, write } from "../context.ts";
import { Fail, missing, missingTicket } from "../fail.ts";
import { keyOf } from "../person/keys.ts";
import { appendToCase } from "./case-events.ts";
import { tellOf } from "./tell.ts";

export type ReportInput = { readonly ticket: number; readonly message: string; readonly reason: string };

/**
 * Anybody reports words that somebody else wrote, customer or agent, in a message or a note (P123). It is a report and
 * nothing else: no list of words and no machine decides (P124). The same message reported again is the same case.
 */
export function reportMessage(ctx: Ctx, input: ReportInput): Promise<{ number: number }> {
  return write(ctx, "conduct.report", async (scene) => {
    const writer = scene.agent ?? scene.member;
    if (!writer) throw new Fail("forbidden", "Only people report and decide.");
    const ticket = await scene.tx.tickets.find(input.ticket, reachOf(scene.actor), "look");
    if (!ticket) throw missingTicket(input.ticket);
    const messages = await scene.tx.tickets.messages(ticket.id, scene.agent !== null);
    const message = messages.find(({ id }) => id === input.message);
    if (!message) throw missing("This message");
    const concerned = concernedOf(message, ticket);
    if (concerned.person === writer.id)
      throw new Fail("invalid", "These are your own words. Write another message if you want to mend them.", {
        reason: "own-words",
      });
    const before = await scene.tx.conduct.reportedBy(writer.id, message.id);
    if (before !== null) return { number: before };
    const number = await scene.tx.conduct.nextNumber();
    const { id } = await appendToCase(ctx, scene, null, {
      kind: "conduct.reported",
      number,
      channel: message.isNote ? "note" : "ticket",
      ticket: ticket.number,
      message: message.id,
      reporter: reporterOf(scene),
      concerned,
      reason: ctx.vault.seal(keyOf(ctx.vault, writer), input.reason),
    });
    const agents = await scene.tx.people.agents();
    const judges = agents.filter(({ id: one, role }) => role !== "agent" && one !== concerned.person);
    const tell = tellOf(ctx, scene, { id, number, version: 1 });
    await scene.tx.outbox.addMany(judges.map((judge) => tell("conduct-reported", judge.id)));
    return { number };
  });
}

function reporterOf({ agent, member }: Scene): CaseParty {
  return agent
    ? { kind: "agent", person: agent.id, organisation: null }
    : { kind: "customer", person: member?.id ?? "", organisation: member?.organisation.id ?? null };
}

/** Who wrote it. What a machine wrote has nobody behind it to be judged. */
function concernedOf({ author, authorKind }: StoredMessage, ticket: StoredTicket): CaseParty {
  if (author === null || (authorKind !== "customer" && authorKind !== "agent")) {
    throw new Fail(
      "invalid",
      "No person wrote this. Tell the support team on the ticket what is wrong with it.",
      { reason: "nobody-wrote-it" },
    );
  }
  return authorKind === "agent"
    ? { kind: "agent", person: author.id, organisation: null }
    : { kind: "customer", person: author.id, organisation: ticket.organisation };
}
