import { type Refused, reachOf } from "@troth/core";
import type { Scene } from "../context.ts";
import { type Fail, invalidField } from "../fail.ts";
import type { LoadedTicket } from "./load-ticket.ts";

const NUMBER = /^\s*#?(\d{1,10})\s*$/;
const LARGEST = 2_147_483_647;

/**
 * The ticket that an outcome names as the same one, held for this transaction: another one of the same customer, and not
 * one that goes on elsewhere. Whose number it is otherwise is nobody's to know, least of all the customer's who reads it.
 */
export async function sameAs(
  scene: Scene,
  { stored }: LoadedTicket,
  detail: string | null,
): Promise<LoadedTicket> {
  const number = Number(NUMBER.exec(detail ?? "")?.[1] ?? 0);
  const facts = { number: String(number) };
  if (number === 0 || number > LARGEST)
    throw unfit({ reason: "no-number", message: "Write the number of the other ticket." });
  if (number === stored.number) {
    const message = "That is this ticket. Write the number of the other one.";
    throw unfit({ reason: "one-and-the-same", message });
  }
  const other = await scene.tx.tickets.find(number, reachOf(scene.actor), "lock");
  if (other?.organisation !== stored.organisation) {
    const message = `This customer has no ticket ${number}. Look the number up among their tickets.`;
    throw unfit({ reason: "ticket-not-theirs", message, facts });
  }
  if (other.state === "merged") {
    const message = `Ticket ${number} was merged. Write the number of the ticket it goes on in.`;
    throw unfit({ reason: "that-one-is-merged", message, facts });
  }
  if (other.proceedings.isRestricted && !stored.proceedings.isRestricted) {
    const message = `Ticket ${number} is shown to few, and whoever reads this one would learn of it. Merge the two instead.`;
    throw unfit({ reason: "that-one-is-restricted", message, facts });
  }
  return { id: other.id, stored: other, log: await scene.tx.tickets.log(other.id) };
}

const unfit = (refused: Refused): Fail => invalidField("detail", refused);
