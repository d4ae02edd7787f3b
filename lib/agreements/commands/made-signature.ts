import "server-only";
import { log } from "@/lib/platform/log";
import type { AskForStamp } from "../signing/sign-pdf";
import { askForTimeStamp, NoTimeStamp } from "../signing/time-stamp";
import { stampAuthority } from "../stamp-authority";

/** How often one signs anew because others signed while the stamp was asked for, before it goes without one. */
const most = 3;

/** A file with one signature more, made outside every transaction; good only on top of the very file it was made from. */
export class MadeSignature {
  constructor(
    readonly lastId: string,
    readonly bytes: Uint8Array,
    readonly stamped: boolean,
    readonly times: number,
  ) {}
}

type Make = (askForStamp?: AskForStamp) => Promise<Uint8Array>;
export type Signed = { bytes: Uint8Array; stamped: boolean | null };

/** What was made for this very file while nothing was locked. */
export function madeFor(answer: unknown, lastId: string): Signed | null {
  return answer instanceof MadeSignature && answer.lastId === lastId ? answer : null;
}

/**
 * Signs at once where no time stamps are configured. Where they are: first everything is let go, signature and stamp are made, and the
 * command runs again on what was made. No stamp is no reason not to sign: then the signature stands without, and that is recorded.
 */
export async function signOrAsk(
  answer: unknown,
  lastId: string,
  make: Make,
): Promise<Signed | { asks: () => Promise<MadeSignature> }> {
  const authority = stampAuthority();
  if (!authority) return { bytes: await make(), stamped: null };
  const times = answer instanceof MadeSignature ? answer.times : 0;
  if (times >= most) return { bytes: await make(), stamped: false };
  return {
    asks: async () => {
      try {
        const bytes = await make((digest) => askForTimeStamp(authority, digest));
        return new MadeSignature(lastId, bytes, true, times + 1);
      } catch (error) {
        if (!(error instanceof NoTimeStamp)) throw error;
        log.warn({ why: error.message }, "a signature goes without time stamp");
        return new MadeSignature(lastId, await make(), false, times + 1);
      }
    },
  };
}
