import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { DomainEvent } from "@/lib/platform/events/event";
import { recordEvents } from "@/lib/platform/events/record-events";
import { newId } from "@/lib/platform/ids";
import { as } from "@/prisma/seed/caller";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
});

afterAll(() => database.close());

/** Names of the events of what is asked about, and how many transactions are open in the database while it is asked. */
async function left(subjectId: string): Promise<{ events: string[]; open: number }> {
  const superuser = database.pool("superuser");
  const events = await superuser.query<{ name: string }>(
    "select name from audit_events where subject_id = $1 order by seq",
    [subjectId],
  );
  const open = await superuser.query<{ open: number }>(
    `select count(*)::integer as open from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  );
  return { events: events.rows.map(({ name }) => name), open: open.rows[0]?.open ?? -1 };
}

test("a command that asks first leaves nothing of that run, and holds nothing while it waits", async () => {
  const subjectId = newId();
  const event = (name: DomainEvent["name"]): DomainEvent => ({
    name,
    subjectKind: "task",
    subjectId,
    payload: {},
  });
  const whileAsked: unknown[] = [];
  const command = defineCommand({
    name: "tests.ask",
    input: z.object({}),
    subject: () => Promise.resolve({}),
    allow: () => ({ allowed: true }),
    run: async ({ tx, answer }) => {
      await recordEvents(tx, [event("tests.tried")], []);
      if (answer === 2) return { result: answer, events: [event("tests.done")] };
      return {
        asks: async () => {
          whileAsked.push(await left(subjectId));
          return answer === undefined ? 1 : 2;
        },
      };
    },
  });
  const result = await executeCommand(command, as(database.phuTho, "VPTU", "chief"), {});

  expect(result).toBe(2);
  expect(whileAsked).toEqual([
    { events: [], open: 0 },
    { events: [], open: 0 },
  ]);
  expect((await left(subjectId)).events).toEqual(["tests.tried", "tests.done"]);
});
