import { INTAKES } from "./grammar/words.ts";
import type { Channel, ChannelKind, Intake } from "./types.ts";

/** The doors behind which the desk opens tickets, by the kind of a channel that names none. */
const DOORS: Partial<Readonly<Record<ChannelKind, readonly Intake[]>>> = {
  ticket: INTAKES,
  email: ["email"],
  form: ["console", "portal"],
  api: ["api"],
};

/** The doors of a channel of this kind where the policy names none; empty where no door of ours leads there. */
export const doorsOfKind = (kind: ChannelKind): readonly Intake[] => DOORS[kind] ?? [];

/** Whether what comes this way becomes a ticket: by ticket, e-mail, form or API. Chat, calls and the rest do not. */
export const opensTickets = ({ kind }: Pick<Channel, "kind">): boolean => Object.hasOwn(DOORS, kind);
