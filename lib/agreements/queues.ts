/** Queues of this module; the worker makes them at its start. */
export const checkDocumentQueue = "agreements.check-document";
export const lapseRoundsQueue = "agreements.lapse-rounds";
/** Tells the parties in the morning that an agreement is about to end. */
export const remindExpiryQueue = "agreements.remind-expiry";
/** Tells the parties what was said of ending an agreement. */
export const tellEndingQueue = "agreements.tell-ending";
