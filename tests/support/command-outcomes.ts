import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Command } from "@/lib/platform/commands/define-command";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { databaseCause } from "@/lib/platform/db/database-error";
import { DomainError, type DomainErrorCode, type RefusalReason } from "@/lib/platform/errors/domain-error";
import { announceQueue } from "@/lib/platform/live/queues";
import type { Role } from "@/lib/platform/policy/rule-table";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { as, postOf } from "@/prisma/seed/caller";
import { type Province, stranger } from "@/tests/support/builders/province";
import { changedTables, readWholeDatabase } from "@/tests/support/whole-database";

export type Person = readonly [office: string, role: Role];
type Input = Record<string, unknown>;
type Change<Stage> = Input | ((stage: Stage) => Input | Promise<Input>);

/** Where a refusal must say the act is given to somebody: article key and clause, or the portal's own rule. */
type Source = readonly [articleKey: string, clause: number] | "portal";

type Answer = { code: DomainErrorCode; message: string };
type Refused = { by?: Person; reason: string; source: Source; offices?: readonly string[] };

/**
 * What one command promises. Each entry becomes tests under the outcome's heading; the sentences of the file are the
 * keys. `Stage` is what the subject was prepared into.
 */
export type Promises<Stage, Result> = {
  province: () => Province;
  /** A fresh subject on which `by` may act with `input`. */
  ready: () => Promise<Stage>;
  by: Person;
  input: (stage: Stage) => Input | Promise<Input>;
  /** Id of the item whose history names the event and the refusal; null where there is no item yet. */
  subjectId: (stage: Stage) => string | null;
  does: Record<string, (done: { stage: Stage; result: Result; province: Province }) => Promise<void>>;
  /** Names of the events of one success, in order, and how many jobs it puts. */
  events: readonly string[];
  jobs?: number;
  /** `trace`: the tables in which such an attempt is written down all the same. */
  wrongInput: Record<string, { change: Change<Stage>; field?: string; trace?: readonly string[] }>;
  /** Null where everybody of the office may: then nobody who finds the subject is refused. */
  notAllowed: Record<string, Refused & { change?: Change<Stage> }> | null;
  /** Not found for the other tenant and for an office without part, unless said otherwise. */
  otherTenant?: { code: DomainErrorCode } | "on its own";
  otherOffice?: Refused | { answer: Answer } | "may";
  /** What the agreement or the data forbids beyond the rules: answered, not refused. */
  conflicts?: Record<string, { change: Change<Stage>; answer: Answer }>;
  /** Another state of the subject: refused with a clause, or answered with a code and message. */
  wrongState: Record<string, { stage: () => Promise<Stage> } & (Refused | Answer)>;
  /** Input of somebody who saw an older state; null where there is nothing to have seen. */
  stale: { change: Change<Stage>; message: string } | null;
  /** Two acts in the same moment; the same twice, unless `second` is given. */
  atOnce: {
    second?: { by: Person; input: (stage: Stage) => Input | Promise<Input> };
    /** "both", or what the one that came later is told. */
    answer: "both" | { code: DomainErrorCode; reason?: string };
  };
};

type Attempt<Result> = { result: Result } | { error: unknown };

export async function attempt<S extends z.ZodType, Subject, Result>(
  command: Command<S, Subject, Result>,
  caller: Caller,
  input: unknown,
): Promise<Attempt<Result>> {
  try {
    return { result: await executeCommand(command, caller, input) };
  } catch (error) {
    return { error };
  }
}

/** What a person would be told; a fault stays what it is, so that no test takes it for an answer. */
export function answerOf(attempted: Attempt<unknown>): Record<string, unknown> | "done" | { fault: unknown } {
  if ("result" in attempted) return "done";
  const { error } = attempted;
  if (!(error instanceof DomainError)) return { fault: error };
  const { code, messageKey, details } = error;
  return { code, message: messageKey, ...details };
}

export function refusalOf(attempted: Attempt<unknown>): RefusalReason {
  const refusal =
    "error" in attempted && attempted.error instanceof DomainError
      ? attempted.error.details.refusal
      : undefined;
  if (!refusal) throw new Error(`not refused: ${JSON.stringify(answerOf(attempted))}`);
  return refusal;
}

async function withChange<Stage>(stage: Stage, input: Input, change: Change<Stage>): Promise<Input> {
  return { ...input, ...(typeof change === "function" ? await change(stage) : change) };
}

/** From here to the end of `work` no transaction that records an event can commit: the last moment a change can fail. */
async function withoutCommit<T>(province: Province, work: () => Promise<T>): Promise<T> {
  await province.rows(`create function fail_at_commit() returns trigger language plpgsql
    as $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$`);
  await province.rows(`create constraint trigger fail_at_commit after insert on audit_events
    deferrable initially deferred for each row execute function fail_at_commit()`);
  try {
    return await work();
  } finally {
    await province.rows("drop function fail_at_commit() cascade");
  }
}

/** The person held every post until yesterday, as long as `work` runs. */
async function withoutPosts<T>(province: Province, personId: string, work: () => Promise<T>): Promise<T> {
  const until = (day: string) =>
    province.rows(`update post_holdings set until_date = ${day} where person_id = $1`, [personId]);
  await until("portal_today() - 1");
  try {
    return await work();
  } finally {
    await until("null");
  }
}

const recordOfRefusal = ["audit_events", "audit_heads", "refusals"];

/** Declares the tests of one command: by outcome, on real rows, each negative one with "and nothing is changed". */
export function describeCommand<S extends z.ZodType, Subject, Result, Stage>(
  command: Command<S, Subject, Result>,
  promises: Promises<Stage, Result>,
): void {
  const province = () => promises.province();
  const caller = ([office, role]: Person) => as(province().phuTho, office, role);
  const run = async (by: Caller, input: Input) => {
    const before = await readWholeDatabase(province().pool("superuser"));
    const attempted = await attempt(command, by, input);
    return {
      attempted,
      changed: changedTables(before, await readWholeDatabase(province().pool("superuser"))),
    };
  };
  // What is refused leaves its subject as it was, so all of these share one.
  let shared: Stage;

  const expectRefusal = async (
    stage: Stage,
    by: Person,
    input: Input,
    { reason, source, offices }: Refused,
  ) => {
    const { attempted, changed } = await run(caller(by), input);
    expect(answerOf(attempted)).toMatchObject({ code: "forbidden", refusal: { reason } });
    const refusal = refusalOf(attempted);
    expect(refusal.quote?.text).not.toBe("");
    if (source === "portal") expect(refusal.quote?.source).not.toBe("");
    else {
      expect([refusal.articleKey, refusal.clause]).toEqual(source);
      expect(refusal.quote?.source).toMatch(new RegExp(`^Điều \\d+ khoản ${source[1]}, .*Quy chế`));
    }
    if (offices) expect(refusal.offices).toEqual(offices);
    const subjectId = promises.subjectId(stage);
    expect(changed).toEqual(subjectId === null ? ["refusals"] : recordOfRefusal);
    const [kept] = await province().rows(
      `select act, subject_id as "subjectId", account_id as "accountId", office_id as "officeId",
        reason ->> 'reason' as reason from refusals order by id desc limit 1`,
    );
    const post = postOf(province().phuTho, ...by);
    expect(kept).toEqual({
      act: command.name,
      subjectId,
      accountId: post.accountId,
      officeId: post.officeId,
      reason,
    });
    if (subjectId === null) return;
    const [event] = await province().rows(
      `select name, subject_id as "subjectId", account_id as "accountId", payload ->> 'reason' as reason
        from audit_events order by tenant_id = $1 desc, seq desc limit 1`,
      [province().phuTho.tenant.id],
    );
    expect(event).toEqual({
      name: `${command.name.split(".")[0]}.refused`,
      subjectId,
      accountId: post.accountId,
      reason,
    });
  };

  describe(command.name, () => {
    beforeAll(async () => {
      shared = await promises.ready();
    });

    describe("does it", () => {
      let done: { stage: Stage; result: Result; province: Province };
      let events: { name: string; accountId: string; officeId: string }[];
      let jobs: number;
      let told: number;
      let onCalendar: boolean;

      beforeAll(async () => {
        const stage = await promises.ready();
        const input = await promises.input(stage);
        const at = async () => {
          const [found] = await province().rows<{ seq: string; jobs: number; told: number }>(
            `select (select seq from audit_heads where tenant_id = $1) as seq,
              (select count(*)::integer from pgboss.job where name <> $2) as jobs,
              (select count(*)::integer from pgboss.job where name = $2 and data = jsonb_build_object('tenantId', $1)) as told`,
            [province().phuTho.tenant.id, announceQueue],
          );
          if (!found) throw new Error("a count answers a row");
          return found;
        };
        const before = await at();
        const result = await executeCommand(command, caller(promises.by), input);
        const after = await at();
        [jobs, told] = [after.jobs - before.jobs, after.told - before.told];
        events = await province().rows(
          `select name, account_id as "accountId", office_id as "officeId" from audit_events
            where tenant_id = $1 and seq > $2 order by seq`,
          [province().phuTho.tenant.id, before.seq],
        );
        const [{ on } = { on: false }] = await province().rows<{ on: boolean }>(
          `select coalesce(bool_or(subject_kind in ('meeting', 'week-sheet')), false) as on from audit_events
            where tenant_id = $1 and seq > $2`,
          [province().phuTho.tenant.id, before.seq],
        );
        onCalendar = on;
        done = { stage, result, province: province() };
      });

      test.each(Object.entries(promises.does))("%s", (_sentence, check) => check(done));

      test(`records ${promises.events.join(", ")} by the person for the office`, () => {
        const { accountId, officeId } = postOf(province().phuTho, ...promises.by);
        expect(events).toEqual(promises.events.map((name) => ({ name, accountId, officeId })));
      });

      test(`puts ${promises.jobs ?? 0} jobs`, () => {
        expect(jobs).toBe(promises.jobs ?? 0);
      });

      test("tells open pages once of what the calendar shows, and of nothing else", () => {
        expect(told).toBe(onCalendar ? 1 : 0);
      });
    });

    describe("wrong input is said at its field and changes nothing", () => {
      test.each(Object.entries(promises.wrongInput))(
        "%s",
        async (_sentence, { change, field, trace = [] }) => {
          const input = await withChange(shared, await promises.input(shared), change);
          const { attempted, changed } = await run(caller(promises.by), input);
          expect(answerOf(attempted)).toMatchObject({ code: "invalid" });
          expect(changed).toEqual(trace);
          if (field === undefined) return;
          const parsed = command.input.safeParse(input);
          const bySchema = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
          const byCommand = Object.keys((answerOf(attempted) as { fields?: object }).fields ?? {});
          expect([...bySchema, ...byCommand]).toContain(field);
        },
      );
    });

    if (promises.notAllowed) {
      describe("not allowed: the clause is named, the refusal kept, nothing else changed", () => {
        test.each(Object.entries(promises.notAllowed ?? {}))(
          "%s",
          async (_sentence, { change = {}, ...refused }) => {
            const input = await withChange(shared, await promises.input(shared), change);
            await expectRefusal(shared, refused.by ?? promises.by, input, refused);
          },
        );
      });
    }

    describe("strangers", () => {
      const { otherTenant = { code: "not-found" } } = promises;
      const neighbour = () => as(province().haGiang, "VPTU", "chief");
      if (otherTenant === "on its own") {
        test("the other tenant does it to what is its own, and nothing comes on record here", async () => {
          const here = province().phuTho.tenant.id;
          const head = () => province().rows("select seq from audit_heads where tenant_id = $1", [here]);
          const before = await head();
          expect(answerOf(await attempt(command, neighbour(), await promises.input(shared)))).toBe("done");
          expect(await head()).toEqual(before);
        });
      } else {
        test("the other tenant finds nothing", async () => {
          const { attempted, changed } = await run(neighbour(), await promises.input(shared));
          expect(answerOf(attempted)).toMatchObject({ code: otherTenant.code });
          // What every tenant has one of, a stranger is refused in the own: that is kept there.
          const kept = promises.subjectId(shared) === null ? ["refusals"] : recordOfRefusal;
          expect(changed).toEqual(otherTenant.code === "forbidden" ? kept : []);
        });
      }

      const { otherOffice } = promises;
      if (otherOffice === "may") {
        test("an office without part may as well, for itself", async () => {
          expect(
            answerOf(await attempt(command, caller([stranger, "chief"]), await promises.input(shared))),
          ).toBe("done");
        });
      } else if (otherOffice && "reason" in otherOffice) {
        test("an office without part is refused", async () => {
          await expectRefusal(shared, [stranger, "chief"], await promises.input(shared), otherOffice);
        });
      } else {
        test(`an office without part ${otherOffice ? "cannot" : "finds nothing"}`, async () => {
          const { attempted, changed } = await run(caller([stranger, "chief"]), await promises.input(shared));
          expect(answerOf(attempted)).toMatchObject(
            otherOffice ? otherOffice.answer : { code: "not-found", message: "notFound" },
          );
          expect(changed).toEqual([]);
        });
      }

      test("a person whose post ended yesterday finds nothing", async () => {
        const input = await promises.input(shared);
        const { personId } = postOf(province().phuTho, ...promises.by);
        const { attempted, changed } = await withoutPosts(province(), personId, () =>
          run(caller(promises.by), input),
        );
        expect(answerOf(attempted)).toEqual({ code: "not-found", message: "notFound" });
        expect(changed).toEqual([]);
      });
    });

    if (promises.conflicts) {
      test.each(Object.entries(promises.conflicts))(
        "%s: answered, nothing changed",
        async (_sentence, conflict) => {
          const input = await withChange(shared, await promises.input(shared), conflict.change);
          const { attempted, changed } = await run(caller(promises.by), input);
          expect(answerOf(attempted)).toMatchObject(conflict.answer);
          expect(changed).toEqual([]);
        },
      );
    }

    if (Object.keys(promises.wrongState).length > 0) {
      describe("in another state it is answered and changes nothing", () => {
        test.each(Object.entries(promises.wrongState))(
          "%s",
          async (_sentence, { stage: build, ...answer }) => {
            const stage = await build();
            const input = await promises.input(stage);
            if ("reason" in answer) {
              await expectRefusal(stage, answer.by ?? promises.by, input, answer);
              return;
            }
            const { attempted, changed } = await run(caller(promises.by), input);
            expect(answerOf(attempted)).toMatchObject(answer);
            expect(changed).toEqual([]);
          },
        );
      });
    }

    const { stale } = promises;
    if (stale) {
      test("who saw an older state is told so, and nothing is changed", async () => {
        const input = await withChange(shared, await promises.input(shared), stale.change);
        const { attempted, changed } = await run(caller(promises.by), input);
        expect(answerOf(attempted)).toMatchObject({ code: "stale", message: stale.message });
        expect(changed).toEqual([]);
      });
    }

    test("a failure at the last moment leaves no row, event or job", async () => {
      const input = await promises.input(shared);
      const { attempted, changed } = await withoutCommit(province(), async () => {
        const before = await readWholeDatabase(province().pool("superuser"));
        const attempted = await attempt(command, caller(promises.by), input);
        return {
          attempted,
          changed: changedTables(before, await readWholeDatabase(province().pool("superuser"))),
        };
      });
      // It went all the way to the commit, where this very fault stopped it.
      expect("error" in attempted && databaseCause(attempted.error)?.originalCode).toBe("53100");
      expect(changed).toEqual([]);
    });

    const { answer, second } = promises.atOnce;
    test(
      answer === "both" ? "two at once both stand, one after the other" : "of two at once one stands",
      async () => {
        const first = { by: promises.by, input: promises.input };
        const acts = await Promise.all(
          [first, second ?? first].map(async ({ by, input }) => ({
            by: caller(by),
            input: await input(shared),
          })),
        );
        const before = await countEvents(province(), promises.events);
        const answers = (await Promise.all(acts.map(({ by, input }) => attempt(command, by, input)))).map(
          answerOf,
        );
        const later = answers.filter((given) => given !== "done");
        const told = answer === "both" ? [] : [answer.code];
        expect(later).toHaveLength(told.length);
        if (answer !== "both") {
          expect(later).toMatchObject([
            { code: answer.code, ...(answer.reason ? { refusal: { reason: answer.reason } } : {}) },
          ]);
        }
        expect((await countEvents(province(), promises.events)) - before).toBe(
          (answers.length - later.length) * promises.events.length,
        );
      },
    );
  });
}

async function countEvents(province: Province, names: readonly string[]): Promise<number> {
  const [counted] = await province.rows<{ count: number }>(
    "select count(*)::integer as count from audit_events where name = any($1)",
    [[...names]],
  );
  return counted?.count ?? 0;
}
