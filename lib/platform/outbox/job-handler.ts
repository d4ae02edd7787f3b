/**
 * Does the jobs of one queue. A job may come twice: after a kill, after a lost answer, or put twice. Doing it again must
 * change nothing. A throw puts it back; `data` is not trusted and is parsed by the handler.
 */
export type JobHandler = {
  queue: string;
  /** When it also runs by itself: a cron expression, read in Viet Nam's time. */
  cron?: string;
  /** Runs once whenever a worker starts, for what was missed while none ran. */
  atStart?: boolean;
  /** Looks for jobs every second instead of being woken: so the change that puts one need not notify. */
  everySecond?: boolean;
  /** One job of the queue at a time, and one that waits, however many were put and workers there are. Made so once: a queue stays as it is. */
  alone?: boolean;
  handle: (data: unknown) => Promise<void>;
};
