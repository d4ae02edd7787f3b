/** Queues of this module; the worker makes them at its start. */
export const releaseHoldsQueue = "meetings.release-holds";
export const remindExchangeQueue = "meetings.remind-exchange";
/** After an event of the calendar: `subjectId` names the meeting whose invitations may have changed. */
export const writeMailQueue = "meetings.write-mail";
