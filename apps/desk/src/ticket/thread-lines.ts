import type { DeskMessage, DeskTicket } from "../wire.ts";

type Entry = DeskTicket["timeline"][number];

/** One line of the thread: a message, or what happened between two. */
export type ThreadLine =
  | { readonly kind: "message"; readonly at: string; readonly message: DeskMessage }
  | { readonly kind: "event"; readonly at: string; readonly entry: Entry };

/** Events that the messages themselves or the due already tell; the timeline has them all. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["ticket.opened", "message.written", "clock.warned"]);

/** Messages and what happened between them, oldest first. */
export function linesOf(ticket: Pick<DeskTicket, "messages" | "timeline">): readonly ThreadLine[] {
  const messages = ticket.messages.map(
    (message): ThreadLine => ({ kind: "message", at: message.at, message }),
  );
  const events = ticket.timeline
    .filter((entry) => !TOLD_ELSEWHERE.has(entry.kind))
    .map((entry): ThreadLine => ({ kind: "event", at: entry.at, entry }));
  return [...messages, ...events].toSorted((a, b) => a.at.localeCompare(b.at));
}
