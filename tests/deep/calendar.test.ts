import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attempt, Drawing, madeBy } from "@/tests/support/clash/acts";
import { count, driveSql, type Tally, total } from "@/tests/support/clash/drive";
import { expectNothingWrong, expectSoundCalendar } from "@/tests/support/clash/judge";
import { oracleSql } from "@/tests/support/clash/oracle";
import { type OwnServer, startOwnServer } from "@/tests/support/clash/own-server";
import { circlesOf, loadWorld, type World } from "@/tests/support/clash/world";

// Who wants the same people waits for them, and a server that writes to disk waits for the disk: circles keep the processors busy.
const clients = 200;
const circlesOfPeople = 4;
// Either so many attempts, or as many as are made in so many minutes.
const minutes = Number(process.env["DEEP_CLASH_MINUTES"] ?? Number.POSITIVE_INFINITY);
const attempts = Number(
  process.env["DEEP_CLASH"] ?? (minutes < Number.POSITIVE_INFINITY ? 100_000_000 : 1_000_000),
);
const asked = minutes < Number.POSITIVE_INFINITY ? `${minutes} minutes of attempts` : `${attempts} attempts`;
// Another number, other attempts.
const seed = Number(process.env["DEEP_SEED"] ?? 20_261_126);

let server: OwnServer;
let superuser: pg.Pool;
let app: pg.Pool;
let world: World;

function poolOf(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  // Idle connections break too when the server is killed.
  pool.on("error", () => undefined);
  return pool;
}

beforeAll(async () => {
  server = await startOwnServer();
  superuser = poolOf(server.superuserUrl, 4);
  app = poolOf(server.appUrl, clients);
  await superuser.query(oracleSql);
  world = await loadWorld(superuser, server.seeded.tenant.id, { leaders: 12, rooms: 8, days: 5 });
}, 600_000);

afterAll(async () => {
  await app.end();
  await superuser.end();
  await server.stop();
});

type Found = { id: string; filing: string; lead: string; state: string; revision: number };

function standing(): Promise<Found[]> {
  return superuser
    .query<Found>(
      `select id, filing_office_id as filing, lead_office_id as lead, state, revision from meetings
        where tenant_id = $1 and title = 'Cuộc họp'`,
      [world.tenantId],
    )
    .then(({ rows }) => rows);
}

test(`${asked} by ${clients} clients, the server killed in the middle`, {
  timeout: 6 * 3_600_000,
}, async () => {
  const circles = circlesOf(world, circlesOfPeople).map((circle, nth) => ({
    circle,
    drawing: new Drawing(seed + nth, circle, 100),
    /** Meetings that are this circle's. */
    own: new Set<string>(),
  }));
  // The last thing each meeting was acknowledged to be: creation is revision 1, every act one more.
  const acknowledged = new Map<string, number>();
  const tally: Tally = new Map();
  const middle = Math.floor(attempts / 2);
  const begun = performance.now();
  const minutesGone = () => (performance.now() - begun) / 60_000;
  let answers = 0;
  let back: Promise<void> | undefined;
  const bringBack = async () => {
    await server.killAndRestart();
    const meetings = await standing();
    const revisions = new Map(meetings.map((meeting) => [meeting.id, meeting.revision]));
    const lost = [...acknowledged].filter(([id, revision]) => (revisions.get(id) ?? 0) < revision);
    expect(lost, "acknowledged, and gone after the server was killed").toEqual([]);
    await expectSoundCalendar(superuser);
    for (const { drawing, own } of circles) {
      drawing.learn(meetings.filter(({ id, state }) => state !== "cancelled" && own.has(id)));
    }
  };
  const answered = (own: Set<string>) => (attempt: Attempt, outcome: string) => {
    count(tally, outcome);
    if (outcome === "done") {
      for (const id of madeBy(attempt)) {
        own.add(id);
        acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1);
      }
    }
    answers += 1;
    if (answers % 50_000 === 0)
      process.stderr.write(`${answers} attempts in ${minutesGone().toFixed(1)} min\n`);
    if (answers === middle || minutesGone() >= minutes / 2) back ??= bringBack();
  };
  await Promise.all(
    circles.map(({ circle, drawing, own }) =>
      driveSql(app, circle, {
        attempts: attempts / circles.length,
        clients: clients / circles.length,
        drawing,
        enough: () => minutesGone() >= minutes,
        answered: answered(own),
        whenBroken: async () => back,
      }),
    ),
  );
  await back;

  expect(total(tally, /broken/), "attempts cut off by the kill").toBeGreaterThan(0);
  expect(total(tally, /done/)).toBeGreaterThan(answers / 10);
  await expectNothingWrong(superuser);
  await expectSoundCalendar(superuser);
  expect(total(tally, /deadlock/)).toBe(0);
  expect(server.deadlocksLogged()).toBe(0);
  const made = { answers, minutes: minutesGone(), ...Object.fromEntries(tally) };
  process.stderr.write(`${JSON.stringify(made)}\n`);
});
