import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { oneAtATime } from "@/lib/platform/db/one-at-a-time";
import { closeProvince, openProvince, type Province } from "@/tests/support/builders/province";
import { Drawing } from "@/tests/support/clash/acts";
import { driveSql, type Tally, total } from "@/tests/support/clash/drive";
import { driveCommands } from "@/tests/support/clash/drive-commands";
import { deadlocks, expectNothingWrong, expectSoundCalendar, overlaps } from "@/tests/support/clash/judge";
import { oracleSql } from "@/tests/support/clash/oracle";
import { rush } from "@/tests/support/clash/rush";
import {
  withoutConstraint,
  withoutLocks,
  withoutOrder,
  withSlowWriting,
} from "@/tests/support/clash/sabotage";
import { loadWorld, type World } from "@/tests/support/clash/world";

// A command costs a process some twenty statements; its SQL alone is asked more often. `npm run test:deep` asks a million times.
const clients = 32;
const throughCommands = Number(process.env["CLASH_COMMANDS"] ?? 200);
const throughSql = Number(process.env["CLASH_SQL"] ?? 4_800);
const patience = { timeout: 1_800_000 };

// What a server's own housekeeping does every minute. Where databases come and go by the hundred it does not come by, and
// every search reads what was deleted long ago.
const keepTidy =
  "vacuum (analyze) access, displacements, meeting_leaders, meeting_offices, meetings, notices, resource_claims";

type Opened = { province: Province; world: World; app: pg.Pool };

async function open(): Promise<Opened> {
  const province = await openProvince();
  const superuser = province.pool("superuser");
  await superuser.query(oracleSql);
  const world = await loadWorld(superuser, province.phuTho.tenant.id, { leaders: 5, rooms: 3, days: 3 });
  const app = new pg.Pool({ connectionString: province.urls.app, max: clients });
  // A dropped database ends idle connections, which is no fault of a test.
  app.on("error", () => undefined);
  return { province, world, app };
}

/** Every act done, and refused for every reason it can be: fewer, and a count says little. */
const variety: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    [
      "create done",
      "create clash",
      "series done",
      "series clash",
      "approve done",
      "confirm done",
      "confirm clash",
      "confirm outranked",
      "confirm held",
      "change done",
      "edit done",
      "resettle done",
      "cancel done",
      "postpone done",
    ].map((outcome) => [outcome, new RegExp(`^${outcome}$`)]),
  ),
  "too near": / near$/,
  "of an older state": / (stale|state|not found)$/,
};

function unseen(tally: Tally): string[] {
  return Object.keys(variety).filter((outcome) => total(tally, variety[outcome] as RegExp) === 0);
}

describe(`${clients} clients on a few leaders and rooms`, () => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await open();
    // Several web processes have as many connections together; one alone would queue its people before the database does.
    const kept = globalThis as typeof globalThis & { portalClients?: { app?: unknown } };
    if (!kept.portalClients) throw new Error("the product keeps its clients elsewhere");
    kept.portalClients.app = new PrismaClient({
      adapter: oneAtATime(new PrismaPg({ connectionString: opened.province.urls.app, max: clients })),
    });
  });

  afterAll(async () => {
    await opened.app.end();
    await disconnect();
    await closeProvince(opened.province);
  });

  test(`${throughCommands} attempts through the commands`, patience, async () => {
    const { province, world } = opened;
    // Every leader and room, on fewer days: a command holds its locks for some twenty statements, and who waits for three
    // seconds is told that the portal is busy.
    const wide = await loadWorld(province.pool("superuser"), world.tenantId, {
      leaders: 20,
      rooms: 6,
      days: 2,
    });
    const wanted = [/^(create|approve|confirm) done$/, /^series done$/, / clash$/];
    const { tally, wrong } = await driveCommands(province, wide, {
      // Which clients meet is chance: it goes on, within bounds, until each came.
      attempts: 10 * throughCommands,
      enough: (sofar) =>
        total(sofar, /./) >= throughCommands && wanted.every((outcome) => total(sofar, outcome) > 0),
      clients,
      drawing: new Drawing(20_261_126, wide, 60),
    });
    expect(wrong.slice(0, 3), "outcomes that were not right at that moment").toEqual([]);
    await expectSoundCalendar(province.pool("superuser"));
    for (const outcome of wanted) expect(total(tally, outcome), String(outcome)).toBeGreaterThan(0);
  });

  test(`${throughSql} attempts as portal_app, through triggers and place_claims`, patience, async () => {
    const { province, world, app } = opened;
    const superuser = province.pool("superuser");
    const kept: Promise<unknown>[] = [];
    let answers = 0;
    const tally = await driveSql(app, world, {
      // Which clients meet is chance: it goes on, within bounds, until every outcome came.
      attempts: 10 * throughSql,
      enough: (sofar) => total(sofar, /./) >= throughSql && unseen(sofar).length === 0,
      clients,
      drawing: new Drawing(7, world, 60),
      answered: () => {
        answers += 1;
        if (answers % 500 === 0) kept.push(superuser.query(keepTidy));
      },
    });
    await Promise.all(kept);
    await expectNothingWrong(superuser);
    await expectSoundCalendar(superuser);
    expect(total(tally, /deadlock/)).toBe(0);
    expect(await deadlocks(superuser)).toBe(0);
    expect(unseen(tally), "outcomes that never came").toEqual([]);
  });

  test(
    `${clients} confirmed meetings moved to one free time at once: one has it, the others are told of the clash`,
    patience,
    async () => {
      const tally = await rushAt(opened, 1_200);
      expect(Object.fromEntries(tally)).toEqual({ "change done": 1, "change clash": clients - 1 });
      await expectSoundCalendar(opened.province.pool("superuser"));
      await expectNothingWrong(opened.province.pool("superuser"));
    },
  );
});

/** In the evening, when nobody else wishes for anything. */
async function rushAt({ app, province, world }: Opened, fromMinute: number): Promise<Tally> {
  const evenings = { leaders: 1, rooms: 1, days: clients + 1 };
  const wide = await loadWorld(province.pool("superuser"), world.tenantId, evenings);
  return rush(app, wide, clients, fromMinute);
}

// What protects the calendar is taken away: the same clients and the same questions must find it out.
describe("sabotaged", () => {
  let opened: Opened;

  const drive = async (attempts: number, seed: number, enough: (tally: Tally) => boolean = () => false) => {
    const { app, world } = opened;
    return driveSql(app, world, { attempts, clients, drawing: new Drawing(seed, world, 40), enough });
  };
  beforeAll(async () => {
    opened = await open();
  });

  afterAll(async () => {
    await opened.app.end();
    await opened.province.close();
  });

  test("a lock order of one's own gives deadlocks, and still no overlap", patience, async () => {
    const superuser = opened.province.pool("superuser");
    await superuser.query(withoutOrder);
    const tally = await drive(1_000, 1, (sofar) => total(sofar, /deadlock/) > 0);
    expect(total(tally, /deadlock/)).toBeGreaterThan(0);
    await expectSoundCalendar(superuser);
  });

  test(
    "without the locks the constraint alone still lets one have the place, and no other",
    patience,
    async () => {
      const superuser = opened.province.pool("superuser");
      await superuser.query(`${withoutLocks}; ${withSlowWriting}`);
      const tally = await rushAt(opened, 1_200);
      expect(total(tally, / done$/)).toBe(1);
      expect(await overlaps(superuser)).toBe(0);
    },
  );

  test(
    "without locks and constraint many have it, and the final comparison finds them",
    patience,
    async () => {
      const superuser = opened.province.pool("superuser");
      await superuser.query(withoutConstraint);
      const tally = await rushAt(opened, 1_320);
      expect(total(tally, / done$/)).toBeGreaterThan(1);
      expect(await overlaps(superuser)).toBeGreaterThan(0);
      await expect(expectSoundCalendar(superuser)).rejects.toThrow(/overlapping confirmed claims/);
    },
  );
});
