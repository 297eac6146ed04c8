import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Invitations, Meetings } from "../../ports/invitations.ts";

/** Invitations from the desk's own address. Instants are written in UTC, which every calendar reads alike. */
export function icalInvitations(organizer: { readonly name: string; readonly address: string }): Invitations {
  return {
    fileOf({ id, revision, isCancelled, title, startsAt, minutes, room, link, host, guest, at }) {
      const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
      const calendar = ical({ prodId: { company: "Troth", product: "Desk" }, method });
      const event = calendar.createEvent({
        id,
        sequence: revision,
        stamp: new Date(at),
        start: new Date(startsAt),
        end: new Date(startsAt + minutes * 60_000),
        summary: title,
        description: [host, room, link].filter((line) => line !== null).join("\n"),
        url: link,
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        organizer: { name: organizer.name, email: organizer.address },
        ...(room === null ? {} : { location: room }),
      });
      event.createAttendee({ name: guest.name, email: guest.email, ...(isCancelled ? {} : { rsvp: true }) });
      // Each line ends with a break, the last one too (RFC 5545, 3.1).
      return `${calendar.toString()}\r\n`;
    },
  };
}

/** Rooms by the provider's address, in which `{ticket}` and `{room}` are filled in. */
export function meetingsAt(template: string | null): Meetings {
  return {
    areOwn: template !== null,
    roomFor: (number, secret) =>
      template === null
        ? null
        : template.replaceAll("{ticket}", String(number)).replaceAll("{room}", encodeURIComponent(secret)),
  };
}
