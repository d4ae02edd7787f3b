/** Queue of this module; the worker makes it at its start. */
export const announceQueue = "platform.announce";
