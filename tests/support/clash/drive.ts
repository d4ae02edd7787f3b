import type pg from "pg";
import { instantOf } from "@/lib/platform/dates/times";
import type { Attempt, Drawing } from "./acts";
import type { World } from "./world";

/** How often each act ended how: `confirm done`, `confirm clash`, … */
export type Tally = Map<string, number>;

export function count(tally: Tally, key: string): void {
  tally.set(key, (tally.get(key) ?? 0) + 1);
}

export function total(tally: Tally, matching: RegExp): number {
  return [...tally].reduce((sum, [key, times]) => sum + (matching.test(key) ? times : 0), 0);
}

export function timesOf({ day, fromMinute, minutes }: Attempt): {
  from: string;
  until: string;
  startsAt: Date;
  endsAt: Date;
} {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const [from, until] = [clock(fromMinute), clock(fromMinute + minutes)];
  return { from, until, startsAt: instantOf(day, from), endsAt: instantOf(day, until) };
}

/** What `clash.attempt` is handed. */
function parametersOf(world: World, attempt: Attempt): string {
  const { startsAt, endsAt } = timesOf(attempt);
  const { chair, required, optional } = attempt;
  const part = (name: string) => (leader: World["leaders"][number]) => ({
    person: leader.personId,
    post: leader.postId,
    part: name,
  });
  return JSON.stringify({
    tenant: world.tenantId,
    account: attempt.accountId,
    office: attempt.officeId,
    act: attempt.act,
    meeting: attempt.meetingId,
    meetings: [attempt, ...attempt.later].map(({ meetingId, day }) => {
      const times = timesOf({ ...attempt, day });
      return { id: meetingId, from: times.startsAt, until: times.endsAt };
    }),
    version: attempt.duty?.versionId ?? null,
    duty: attempt.duty?.dutyId ?? null,
    lead: attempt.duty?.leadOfficeId ?? attempt.officeId,
    kind: attempt.kindKey,
    from: startsAt,
    until: endsAt,
    chair: chair.postId,
    takes: [chair, ...required].map((leader) => leader.personId),
    leaders: [part("chair")(chair), ...required.map(part("required")), ...optional.map(part("optional"))],
    room: attempt.roomId,
    displaces: attempt.displaces,
    overrides: attempt.overrides,
  });
}

function codeOf(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? "";
}

/** PostgreSQL's codes of a wait that was cut short: nothing was written, the person is told to try again. */
const cutShort: Readonly<Record<string, string>> = { "40P01": "deadlock", "55P03": "busy" };

type Options = {
  attempts: number;
  clients: number;
  drawing: Pick<Drawing, "draw" | "done">;
  /** Where a connection broke: settles when it is worth trying again. Without it a broken connection is a fault. */
  whenBroken?: () => Promise<void>;
  /** Ends before all attempts are made. */
  enough?: (tally: Tally) => boolean;
  /** Told of every attempt that was answered. */
  answered?: (attempt: Attempt, outcome: string) => void;
};

/** Many clients, each one attempt after another, through statements of portal_app: triggers, locks and place_claims. */
export async function driveSql(app: pg.Pool, world: World, options: Options): Promise<Tally> {
  const { drawing, whenBroken, enough, answered } = options;
  const tally: Tally = new Map();
  let left = options.attempts;
  const one = async (attempt: Attempt): Promise<string> => {
    try {
      const { rows } = await app.query<{ answer: { outcome: string } }>({
        name: attempt.act === "series" ? "series" : "attempt",
        text: `select clash.${attempt.act === "series" ? "attempt_series" : "attempt"}($1::jsonb) as answer`,
        values: [parametersOf(world, attempt)],
      });
      return rows[0]?.answer.outcome ?? "nothing";
    } catch (error) {
      const short = cutShort[codeOf(error)];
      if (short) return short;
      if (!whenBroken || isAnswer(error)) throw error;
      await whenBroken();
      return "broken";
    }
  };
  const client = async () => {
    while (left-- > 0) {
      if (enough?.(tally)) return;
      const attempt = drawing.draw();
      const outcome = await one(attempt);
      count(tally, `${attempt.act} ${outcome}`);
      if (outcome === "done") drawing.done(attempt, attempt.duty?.leadOfficeId ?? attempt.officeId);
      answered?.(attempt, outcome);
    }
  };
  await Promise.all(Array.from({ length: options.clients }, client));
  return tally;
}

/** An error PostgreSQL answered, other than that it is going down or coming up. */
function isAnswer(error: unknown): boolean {
  const code = codeOf(error);
  return /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("57P") && !code.startsWith("08");
}
