import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";

export type Invitation = {
  /** The name the feeds give the meeting too, so that a calendar that has both shows it once. */
  uid: string;
  sequence: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string;
  link: string;
  organizer: { name: string; address: string };
  attendee: { name: string; address: string; optional: boolean };
};

/** Whether one is invited, or no longer because the meeting is off or goes on without them. */
export type InvitationMethod = "request" | "cancel-all" | "cancel-one";

/**
 * An invitation, its update or its withdrawal as RFC 5546 has them (3.2.2, 3.2.5), to be mailed by RFC 6047. One attendee: who is
 * invited besides is nobody's business. RSVP is false, for no answer is read from a mail. Times are UTC: with a zone the library
 * writes the clock of the process under the zone's name.
 */
export function writeInvitation(invitation: Invitation, method: InvitationMethod, now: Date): string {
  const { organizer, attendee, place } = invitation;
  const calendar = ical({
    prodId: { company: "cong-phoi-hop", product: "lich", language: "VI" },
    method: method === "request" ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL,
  });
  calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: now,
    start: invitation.startsAt,
    end: invitation.endsAt,
    summary: invitation.title,
    ...(place === "" ? {} : { location: place }),
    url: invitation.link,
    // Withdrawn from one attendee alone it must not say that the meeting is off (RFC 5546 3.2.5).
    ...(method === "cancel-one"
      ? {}
      : { status: method === "request" ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED }),
    organizer: { name: organizer.name, email: organizer.address },
    attendees: [
      {
        name: attendee.name,
        email: attendee.address,
        type: ICalAttendeeType.INDIVIDUAL,
        role: attendee.optional ? ICalAttendeeRole.OPT : ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  return calendar.toString();
}
