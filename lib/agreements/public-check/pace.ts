type Clock = {
  now: () => number;
  /** Processor time this thread has taken, in milliseconds: what a busy machine adds to a clock costs nobody. */
  spent: () => number;
  sleep: (ms: number) => Promise<void>;
};

const realClock: Clock = {
  now: () => performance.now(),
  spent: () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1_000;
  },
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

const slotMs = 100;
const mostWaitMs = 3_000;

/**
 * Work for whoever asks, without an account: it may take one part in `rest + 1` of a process's time, however much is asked for.
 * No address is looked at, nobody is shut out.
 */
export class Pace {
  private freeAt = 0;

  constructor(
    private readonly rest: number,
    private readonly clock: Clock = realClock,
  ) {}

  /** Does the work in its turn; where that is too far off, answers the seconds until it is worth asking again. */
  async run<T>(work: () => T): Promise<{ done: T } | { seconds: number }> {
    const { now, spent, sleep } = this.clock;
    const wait = Math.max(0, this.freeAt - now());
    if (wait > mostWaitMs) return { seconds: Math.ceil(wait / 1_000) };
    this.freeAt = now() + wait + slotMs;
    if (wait > 0) await sleep(wait);
    const begun = spent();
    try {
      return { done: work() };
    } finally {
      this.freeAt = Math.max(this.freeAt, now() + this.rest * (spent() - begun));
    }
  }
}
