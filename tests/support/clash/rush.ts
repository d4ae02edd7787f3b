import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Act, Attempt } from "./acts";
import { driveSql, type Tally } from "./drive";
import type { World } from "./world";

function listed(attempts: readonly Attempt[]) {
  let next = 0;
  return {
    draw(): Attempt {
      const attempt = attempts[next];
      next += 1;
      if (!attempt) throw new Error("every attempt of the list is made once");
      return attempt;
    },
    done: () => undefined,
  };
}

/**
 * As many confirmed meetings of one leader as there are clients, each on a day of its own; then all are moved to one free
 * time in the same moment. Answers how the moves ended. The world has a day more than there are clients.
 */
export async function rush(app: pg.Pool, world: World, clients: number, fromMinute: number): Promise<Tally> {
  const [chief, chair, kindKey, last] = [
    world.chiefs[0],
    world.leaders[0],
    world.kinds[0],
    world.days.at(-1),
  ];
  if (!chief || !chair || !kindKey || !last || world.days.length <= clients)
    throw new Error("a world too small");
  const meetings = world.days.slice(0, clients).map((day) => ({ day, meetingId: randomUUID() }));
  const drive = (act: Act, dayOf: (day: string) => string) => {
    const attempts = meetings.map(
      ({ day, meetingId }): Attempt => ({
        act,
        meetingId,
        later: [],
        following: false,
        officeId: chief.officeId,
        accountId: chief.accountId,
        chief: 0,
        duty: null,
        kindKey,
        day: dayOf(day),
        fromMinute,
        minutes: 60,
        chair,
        required: [],
        optional: [],
        roomId: null,
        displaces: false,
        overrides: true,
      }),
    );
    return driveSql(app, world, { attempts: clients, clients, drawing: listed(attempts) });
  };
  for (const act of ["create", "approve", "confirm"] as const) await drive(act, (day) => day);
  return drive("change", () => last);
}
