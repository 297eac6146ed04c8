import type { Ticket } from "../wire.ts";

/** Whether the desk says that the reader can do this on the ticket now. */
export function isOpen({ proceedings }: Pick<Ticket, "proceedings">, act: string): boolean {
  return proceedings.acts.some((one) => one.act === act && one.isOpen);
}
