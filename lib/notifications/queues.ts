/** Queues of this module; the worker makes them at its start. The queue of a single mail is the platform's. */
export const requeueMailQueue = "notifications.requeue-mail";
