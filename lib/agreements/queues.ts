/** Queues of this module; the worker makes them at its start. */
export const checkDocumentQueue = "agreements.check-document";
export const lapseRoundsQueue = "agreements.lapse-rounds";
