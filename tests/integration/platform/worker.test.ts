import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agreementJobs } from "@/lib/agreements/jobs";
import { checkDocument } from "@/lib/agreements/jobs/check-document";
import { lapseRounds } from "@/lib/agreements/jobs/lapse-rounds";
import { checkDocumentQueue } from "@/lib/agreements/queues";
import { appClient, disconnect } from "@/lib/platform/db/client";
import { asSystem, inTenant } from "@/lib/platform/db/tenant-transaction";
import { closeQueue, putJob, wakeQueue } from "@/lib/platform/outbox/queue";
import { runWorker } from "@/lib/platform/outbox/run-worker";
import { postOf } from "@/prisma/seed/caller";
import { sign } from "@/prisma/seed/scenarios/agreements";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

let database: SeededDatabase;
let tenantId: string;

beforeAll(async () => {
  database = await seededDatabase();
  tenantId = database.phuTho.tenant.id;
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

async function rowsOf<T>(sql: string, ...values: unknown[]): Promise<T[]> {
  return (await database.pool("superuser").query(sql, values)).rows as T[];
}

/** Does what no role of the portal may, with every trigger off. */
async function tamper(sql: string, ...values: unknown[]): Promise<void> {
  const client = await database.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(sql, values);
    await client.query("commit");
  } finally {
    client.release();
  }
}

type Document = { id: string; seq: number };

const documents = () =>
  rowsOf<Document>(
    "select id, seq from issued_documents where tenant_id = $1 order by created_at, seq",
    tenantId,
  );
const checksOf = (documentId: string) =>
  rowsOf<{ ok: boolean; problems: unknown }>(
    "select ok, problems from document_checks where document_id = $1",
    documentId,
  );
const eventsNamed = (name: string, part: object) =>
  rowsOf<{ payload: object; account_id: string | null; office_id: string | null }>(
    "select payload, account_id, office_id from audit_events where tenant_id = $1 and name = $2 and payload @> $3::jsonb",
    tenantId,
    name,
    JSON.stringify(part),
  );

describe("the check of a stored file", () => {
  test("finds every seeded file sound, once, and says so as the system", async () => {
    for (const { id: documentId } of await documents()) {
      await checkDocument({ tenantId, documentId });
      expect(await checksOf(documentId)).toMatchObject([{ ok: true }]);
      expect(await eventsNamed("agreements.documentChecked", { documentId })).toMatchObject([
        { payload: { ok: true }, account_id: null, office_id: null },
      ]);
    }
  });

  test("adds nothing when it is done again, also twice at once", async () => {
    const [document] = await documents();
    const documentId = document?.id ?? "";
    await Promise.all([1, 2, 3].map(() => checkDocument({ tenantId, documentId })));
    expect(await checksOf(documentId)).toHaveLength(1);
    expect(await eventsNamed("agreements.documentChecked", { documentId })).toHaveLength(1);
  });

  test("leaves alone what is not there, and what belongs to another tenant", async () => {
    const [document] = await documents();
    const otherId = database.haGiang.tenant.id;
    await checkDocument({ tenantId: otherId, documentId: document?.id });
    expect(await rowsOf("select 1 from document_checks where tenant_id = $1", otherId)).toHaveLength(0);
    await expect(checkDocument({ tenantId: "x" })).rejects.toThrow(/documentId/);
  });

  test("finds one changed byte, and a file that was cut back to fewer signatures", async () => {
    const signed = (await documents()).filter((document) => document.seq > 0);
    const [first, second] = signed;
    if (!first || !second) throw new Error("two signed files are seeded");
    await tamper("delete from document_checks where document_id = any($1)", [first.id, second.id]);
    const flipped = "set_byte(bytes, 4000, get_byte(bytes, 4000) # 1)";
    await tamper(
      `update issued_documents set bytes = ${flipped}, sha256 = encode(sha256(${flipped}), 'hex') where id = $1`,
      first.id,
    );
    await tamper(
      `update issued_documents d set (bytes, sha256) = (select b.bytes, b.sha256 from issued_documents b
         where b.tenant_id = d.tenant_id and b.round_id = d.round_id and b.seq = 0) where id = $1`,
      second.id,
    );
    for (const { id } of [first, second]) {
      await checkDocument({ tenantId, documentId: id });
      expect(await checksOf(id)).toMatchObject([{ ok: false }]);
      expect(await eventsNamed("agreements.documentChecked", { documentId: id, ok: false })).toHaveLength(1);
    }
  });
});

type Round = { id: string; state: string; end_reason: string | null; version_id: string; number: number };

async function openRound(): Promise<Round> {
  const [round] = await rowsOf<Round>(
    "select * from signing_rounds where tenant_id = $1 and state = 'open'",
    tenantId,
  );
  if (!round) throw new Error("one round is seeded open");
  return round;
}

async function standing(roundId: string) {
  const [row] = await rowsOf<Record<string, string>>(
    `select r.state as round, r.end_reason, e.state as entry, e.reason, v.state as version
     from signing_rounds r join register_entries e on e.tenant_id = r.tenant_id and e.round_id = r.id
     join agreement_versions v on v.tenant_id = r.tenant_id and v.id = r.version_id where r.id = $1`,
    roundId,
  );
  return row;
}

/** Takes back what the round's end changed, so that the next case begins from the same open round. */
async function reopen(round: Round): Promise<void> {
  await tamper(
    "update signing_rounds set state = 'open', ended_at = null, end_reason = null where id = $1",
    round.id,
  );
  await tamper("update register_entries set state = 'used', reason = null where round_id = $1", round.id);
  await tamper("update agreement_versions set state = 'awaiting-signatures' where id = $1", round.version_id);
}

const setUntil = (office: string, until: string | null) =>
  tamper(
    "update post_holdings set until_date = $3::date where tenant_id = $1 and post_id = $2",
    tenantId,
    postOf(database.phuTho, office, "chief").postId,
    until,
  );

describe("rounds that lapse", () => {
  test("a round of this year with its signers in office stays", async () => {
    const round = await openRound();
    await lapseRounds();
    expect(await standing(round.id)).toMatchObject({
      round: "open",
      entry: "used",
      version: "awaiting-signatures",
    });
  });

  test("a signer who has already signed may leave", async () => {
    const round = await openRound();
    await setUntil("VP UBND", "2026-01-02");
    await lapseRounds();
    expect(await standing(round.id)).toMatchObject({ round: "open" });
    await setUntil("VP UBND", null);
  });

  test("a round lapses when who should sign has left, once, with its number void", async () => {
    const round = await openRound();
    await setUntil("VPTU", "2026-01-02");
    await Promise.all([lapseRounds(), lapseRounds()]);
    await lapseRounds();
    const reason = "Người giữ chức vụ ký đã thôi giữ chức vụ trước khi ký.";
    expect(await standing(round.id)).toEqual({
      round: "lapsed",
      end_reason: reason,
      entry: "void",
      reason,
      version: "withdrawn",
    });
    expect(await eventsNamed("agreements.roundLapsed", { roundId: round.id })).toMatchObject([
      { payload: { cause: "signer-changed", number: round.number }, account_id: null },
    ]);
    await setUntil("VPTU", null);
    await reopen(round);
  });

  test("a round of a past year lapses", async () => {
    const round = await openRound();
    await tamper("update signing_rounds set year = year - 1 where id = $1", round.id);
    await lapseRounds();
    expect(await standing(round.id)).toMatchObject({
      round: "lapsed",
      reason: "Chưa đủ chữ ký đến hết ngày 31 tháng 12 của năm lấy số.",
    });
    await tamper("update signing_rounds set year = year + 1 where id = $1", round.id);
    await reopen(round);
  });
});

const jobStates = (queue: string) =>
  rowsOf<{ state: string; retry_count: number }>(
    "select state, retry_count from pgboss.job_common where name = $1 order by created_on",
    queue,
  );

describe("the worker", () => {
  test("checks a file soon after it was signed and beats", async () => {
    const worker = await runWorker(agreementJobs);
    try {
      const round = await openRound();
      await sign(database.phuTho, round.version_id, "VPTU", database.password);
      const newest = (await documents()).at(-1);
      await expect.poll(() => checksOf(newest?.id ?? ""), { timeout: 60_000 }).toMatchObject([{ ok: true }]);
      expect(
        await rowsOf("select 1 from worker_heartbeats where at > now() - interval '15 seconds'"),
      ).toHaveLength(1);
      expect(await rowsOf("select cron, timezone from pgboss.schedule order by name")).toEqual(
        ["5 0 * * *", "30 6 * * *"].map((cron) => ({ cron, timezone: "Asia/Ho_Chi_Minh" })),
      );
      // Those the seed put while no worker ran are done as well.
      await expect
        .poll(async () => (await jobStates(checkDocumentQueue)).every((job) => job.state === "completed"), {
          timeout: 60_000,
        })
        .toBe(true);
    } finally {
      await worker.stop();
    }
  });

  test("puts back a job that failed, does the others of its batch, and lets a running one end", async () => {
    const queue = "tests.sometimes";
    const done: string[] = [];
    let failures = 0;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const worker = await runWorker([
      {
        queue,
        handle: async (data) => {
          const { name } = data as { name: string };
          if (name === "bad" && failures++ === 0) throw new Error("once");
          if (name === "slow") await held;
          done.push(name);
        },
      },
    ]);
    const put = (name: string) =>
      inTenant({ tenantId, accountId: postOf(database.phuTho, "VPTU", "chief").accountId }, (tx) =>
        putJob(tx, { queue, data: { name } }),
      );
    await put("bad");
    await put("good");
    await expect.poll(() => [...done].sort(), { timeout: 60_000 }).toEqual(["bad", "good"]);
    expect(failures).toBe(2);
    expect((await jobStates(queue)).map((job) => job.retry_count).toSorted((a, b) => a - b)).toEqual([0, 1]);
    await put("slow");
    await expect.poll(async () => (await jobStates(queue)).at(-1)?.state, { timeout: 60_000 }).toBe("active");
    const stopped = worker.stop();
    release();
    await stopped;
    expect(done).toContain("slow");
    expect((await jobStates(queue)).every((job) => job.state === "completed")).toBe(true);
  });

  test("does one job at a time of a queue that is alone, with two workers, and lets one wait", async () => {
    const queue = "tests.alone";
    let [running, most, done] = [0, 0, 0];
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handle = async () => {
      running += 1;
      most = Math.max(most, running);
      await held;
      running -= 1;
      done += 1;
    };
    const workers = [
      await runWorker([{ queue, alone: true, handle }]),
      await runWorker([{ queue, alone: true, handle }]),
    ];
    await wakeQueue(queue, {});
    await expect.poll(() => running, { timeout: 60_000 }).toBe(1);
    for (let n = 0; n < 3; n += 1) await wakeQueue(queue, {});
    expect((await jobStates(queue)).map((job) => job.state).toSorted()).toEqual(["active", "created"]);
    release();
    await expect.poll(() => done, { timeout: 60_000 }).toBe(2);
    for (const worker of workers) await worker.stop();
    expect([most, (await jobStates(queue)).length]).toEqual([1, 2]);
  });

  test("a queue that goes round no more by itself is asked for no more", async () => {
    const queue = "tests.once-a-minute";
    const schedules = () => rowsOf("select 1 from pgboss.schedule where name = $1", queue);
    for (const cron of ["0 0 1 1 *", undefined]) {
      const worker = await runWorker([{ queue, ...(cron ? { cron } : {}), handle: async () => {} }]);
      expect(await schedules()).toHaveLength(cron ? 1 : 0);
      await worker.stop();
    }
  });

  test("a job of a change that was rolled back does not exist", async () => {
    const before = await jobStates(checkDocumentQueue);
    const scope = { tenantId, accountId: postOf(database.phuTho, "VPTU", "chief").accountId };
    await expect(
      inTenant(scope, async (tx) => {
        await putJob(tx, { queue: checkDocumentQueue, data: { tenantId, documentId: tenantId } });
        throw new Error("rolled back");
      }),
    ).rejects.toThrow("rolled back");
    expect(await jobStates(checkDocumentQueue)).toEqual(before);
  });

  test("the system sees one tenant at a time and none without", async () => {
    const count = (id: string) => asSystem(id, (tx) => tx.agreement.count());
    expect(await count(tenantId)).toBeGreaterThan(0);
    expect(await count("00000000-0000-7000-8000-000000000000")).toBe(0);
    expect(await appClient().agreement.count()).toBe(0);
  });
});
