/** Queues of this module; the worker makes them at its start. */
export const releaseHoldsQueue = "meetings.release-holds";
export const remindExchangeQueue = "meetings.remind-exchange";
