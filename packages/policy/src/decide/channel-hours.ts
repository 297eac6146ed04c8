import { limitsOn } from "../narrowing.ts";
import type { Channel, Instant, Plan, RunnablePolicy } from "../types.ts";

/** The opening hours of a channel on a plan, and whether it is open at an instant. */
export type ChannelHours = {
  /** The calendar; null where the channel has no hours of its own. */
  readonly calendar: string | null;
  /** Null where the calendar leaves something to the customer and cannot be run. */
  readonly isOpen: boolean | null;
};

/** The hours of a channel: those of the plan, else its own. A channel without hours is always open. */
export function channelHoursOf(
  { policy, calendars }: RunnablePolicy,
  { channel, plan }: { readonly channel: Channel; readonly plan: Plan },
  at: Instant,
): ChannelHours {
  const hours = limitsOn({ channel, plan }).findLast((limits) => limits.hours !== undefined)?.hours;
  if (hours === undefined) return { calendar: null, isOpen: true };
  const calendar = policy.calendars[hours] === undefined ? undefined : calendars.get(hours);
  return { calendar: hours, isOpen: calendar?.isOpen(at) ?? null };
}
