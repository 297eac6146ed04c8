/** A meeting as a guest's calendar is told of it. */
export type Invitation = {
  /** The same for all that is told of one meeting. */
  readonly id: string;
  /** Grows with each change, so that a calendar takes the newest. */
  readonly revision: number;
  readonly isCancelled: boolean;
  readonly title: string;
  readonly startsAt: number;
  readonly minutes: number;
  readonly room: string | null;
  /** The ticket it was asked for on. */
  readonly link: string;
  readonly host: string;
  readonly guest: { readonly name: string; readonly email: string };
  /** When this was said of it: granted, moved or cancelled. */
  readonly at: number;
};

export interface Invitations {
  /** The invitation as an iCalendar file (RFC 5545), in UTC. */
  fileOf(invitation: Invitation): string;
}

export interface Meetings {
  /** Whether a provider is set up, so that rooms come by themselves. */
  readonly areOwn: boolean;
  /** Where a video chat of a ticket is held; null when no provider is set up. `secret` makes it unguessable. */
  roomFor(number: number, secret: string): string | null;
}
