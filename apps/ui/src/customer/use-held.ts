import { useState } from "react";
import type { Ticket } from "./wire.ts";

export type Held = {
  /** What the reader sees. Nothing in it moves until they ask, or act themselves. */
  readonly shown: Ticket | undefined;
  /** Others' news that waits: an answer, some other change, or nothing. */
  readonly news: "answer" | "change" | null;
  readonly show: (ticket?: Ticket) => void;
};

/** Holds a conversation still while others go on writing. */
export function useHeld(latest: Ticket | undefined): Held {
  const [held, setHeld] = useState<Ticket | undefined>(latest);
  const isSame = held !== undefined && held.number === latest?.number;
  const shown = isSame && newsIn(held, latest) !== null ? held : latest;
  if (shown !== held) setHeld(shown);
  return {
    shown,
    news: shown && latest ? newsIn(shown, latest) : null,
    show: (ticket) => setHeld(ticket ?? latest),
  };
}

/** What of a newer ticket would move the page under the reader. */
export function newsIn(held: Ticket, latest: Ticket): Held["news"] {
  if (latest.messages.length > held.messages.length) return "answer";
  return latest.timeline.length > held.timeline.length ? "change" : null;
}
