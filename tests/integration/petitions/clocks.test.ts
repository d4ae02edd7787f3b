import { beforeAll, describe, expect, test } from "vitest";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import { clockJobs } from "@/lib/petitions/clocks/jobs";
import { keepClocks } from "@/lib/petitions/clocks/keep-clocks";
import { listDue } from "@/lib/petitions/clocks/queries/list-due";
import { recomputeClocks } from "@/lib/petitions/clocks/recompute";
import { remindDue, remindUntil } from "@/lib/petitions/clocks/remind-due";
import { loadLaw } from "@/lib/petitions/clocks/store";
import type { Milestone, PetitionTimeline } from "@/lib/petitions/clocks/timeline";
import { decideDay } from "@/lib/petitions/commands/decide-day";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { asSystem } from "@/lib/platform/db/tenant-transaction";
import queues from "@/lib/platform/outbox/queues.json";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { taken } from "@/tests/support/builders/petition-stages";
import { party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

let tenantId: string;
let officeId: string;

beforeAll(() => {
  tenantId = province().phuTho.tenant.id;
  officeId = province().phuTho.offices.get(party) ?? "";
});

const letter: PetitionTimeline = {
  kind: "letter",
  class: "complaint",
  channel: "post",
  forwarderKind: null,
  receivedOn: "2026-11-16",
  competent: null,
  outcome: null,
  milestones: [],
};

/** A letter in the register of which nothing bears on a date yet. */
async function unread(): Promise<string> {
  return (await taken(province(), { channel: "post", class: "", denounces: "unsure" })).petitionId;
}

async function keep(petitionId: string, milestones: readonly Milestone[]): Promise<void> {
  const timeline = { ...letter, milestones };
  await asSystem(tenantId, (tx) =>
    keepClocks(tx, { tenantId, petitionId, officeId, timeline, now: new Date() }),
  );
}

const clocksOfLetter = (petitionId: string) =>
  province().rows<{ said: string }>(
    `select step || ' ' || status || ' ' || coalesce(due_on::text, remaining || ' left') as said from petition_clocks
      where petition_id = $1 order by created_at, step, due_on`,
    [petitionId],
  );

const said = async (petitionId: string) => (await clocksOfLetter(petitionId)).map((row) => row.said);

test("a tenant begins with exactly the days, limits and switch of the default law", async () => {
  const { law, revision } = await asSystem(province().haGiang.tenant.id, (tx) =>
    loadLaw(tx, province().haGiang.tenant.id),
  );
  expect(law.rules).toEqual(defaultLaw.rules);
  const byDay = [...defaultLaw.days].sort((a, b) => a.day.localeCompare(b.day));
  expect(law.days).toEqual(byDay);
  expect(law.movesOffDay).toBe(true);
  expect(revision).toBe(1);
});

describe("the clocks of a letter", () => {
  test("open, are met, stand still and go on with what is on record; a changed date keeps the one before", async () => {
    const id = await unread();
    await keep(id, []);
    expect(await said(id)).toEqual(["complaint-accept running 2026-11-25"]);
    const accepted: Milestone[] = [{ kind: "accepted", on: "2026-11-20" }];
    await keep(id, accepted);
    await keep(id, accepted);
    expect(await said(id)).toEqual([
      "complaint-accept met 2026-11-25",
      "complaint-settle running 2026-12-21",
    ]);
    const suspended: Milestone[] = [...accepted, { kind: "suspended", on: "2026-12-01" }];
    await keep(id, suspended);
    expect((await said(id)).sort()).toEqual([
      "complaint-accept met 2026-11-25",
      "complaint-send-suspension running 2026-12-04",
      "complaint-settle replaced 2026-12-21",
      "complaint-settle stopped 20 left",
    ]);
    await keep(id, [
      ...suspended,
      { kind: "resumed", on: "2026-12-08" },
      { kind: "decided", on: "2026-12-15" },
    ]);
    expect((await said(id)).filter((line) => line.startsWith("complaint-settle"))).toEqual([
      "complaint-settle replaced 2026-12-21",
      "complaint-settle replaced 20 left",
      "complaint-settle met 2026-12-28",
    ]);
  });

  test("say which they replaced, and what was closed stays closed whoever writes", async () => {
    const id = await unread();
    await keep(id, []);
    await keep(id, [{ kind: "accepted", on: "2026-11-20" }]);
    await keep(id, [
      { kind: "accepted", on: "2026-11-20" },
      { kind: "facts", on: "2026-11-23", facts: { remote: true } },
    ]);
    const [replaced] = await province().rows<{ old: string; new: string }>(
      `select o.due_on::text as old, n.due_on::text as new from petition_clocks o
        join petition_clocks n on n.tenant_id = o.tenant_id and n.id = o.replaced_by_id where o.petition_id = $1`,
      [id],
    );
    expect(replaced).toEqual({ old: "2026-12-21", new: "2027-01-04" });
    const change = (set: string, status: string) =>
      asSystem(tenantId, (tx) =>
        tx.$executeRawUnsafe(
          `update petition_clocks set ${set} where petition_id = '${id}' and status = '${status}'`,
        ),
      );
    await expect(
      change("status = 'running', replaced_by_id = null, closed_at = null", "replaced"),
    ).rejects.toThrow(/wrong state: state/);
    await expect(change("due_on = due_on + 1", "running")).rejects.toThrow(/permission denied/);
  });
});

describe("a changed day", () => {
  test("moves the open dates it lies before, keeps the old ones, and leaves others", async () => {
    const [across, beside] = [await unread(), await unread()];
    await keep(across, []);
    await asSystem(tenantId, (tx) =>
      keepClocks(tx, {
        tenantId,
        petitionId: beside,
        officeId,
        timeline: { ...letter, receivedOn: "2026-10-05" },
        now: new Date(),
      }),
    );
    await executeCommand(decideDay, as(province().phuTho, party, "chief"), {
      day: "24/11/2026",
      kind: "holiday",
      name: "Ngày Văn hóa Việt Nam",
      source: "Nghị quyết của Quốc hội",
      active: "yes",
    });
    const { moved } = await recomputeClocks(tenantId);
    expect(moved).toBeGreaterThanOrEqual(1);
    expect(await said(across)).toEqual([
      "complaint-accept replaced 2026-11-25",
      "complaint-accept running 2026-11-26",
    ]);
    expect(await said(beside)).toEqual(["complaint-accept running 2026-10-14"]);
    expect(await recomputeClocks(tenantId)).toEqual({ reckoned: 0, moved: 0 });
  });

  test("its job, and that of reminders, are ones the worker knows, and harmless when there is nothing to do", async () => {
    for (const { queue, handle } of clockJobs) {
      expect(queues).toContain(queue);
      await handle({ tenantId });
      await handle({});
      await handle(null);
    }
  });
});

describe("reminders", () => {
  test("come on the last working day before, once, in the portal and by mail, without a name", async () => {
    const id = await unread();
    // Due on Wednesday 25 November 2026 at first; the day off decided above makes it the 26th.
    await keep(id, []);
    const at = (day: string) => new Date(`${day}T01:00:00Z`);
    const notices = () =>
      province().rows<{ kind: string; payload: object }>(
        "select kind, payload from notices where subject_id = $1",
        [id],
      );
    await remindDue(at("2026-11-23"));
    expect(await notices()).toEqual([]);
    await remindDue(at("2026-11-25"));
    await remindDue(at("2026-11-25"));
    const told = await notices();
    expect(told).toEqual([
      {
        kind: "petition-due",
        payload: { step: "complaint-accept", code: expect.any(String), dueOn: "2026-11-26" },
      },
    ]);
    const mails = await province().rows<{ text: string }>(
      "select c.text from mail_contents c where c.text like '%26/11/2026%'",
    );
    expect(mails.length).toBeGreaterThan(0);
    for (const { text } of mails) expect(text).not.toMatch(/Khổng Thị Mơ|0977/);
  });

  test("of what is due on Monday come on Friday", () => {
    expect(remindUntil("2026-11-20", defaultLaw)).toBe("2026-11-23");
    expect(remindUntil("2026-08-28", defaultLaw)).toBe("2026-09-03");
    expect(remindUntil("2026-11-23", defaultLaw)).toBe("2026-11-24");
  });
});

test("what an office owes is listed by its date, page by page", async () => {
  const { actor: _actor, view } = (await runQuery(listDue, as(province().phuTho, party, "chief"), {})) ?? {};
  const days = view?.items.map(({ dueOn }) => dueOn) ?? [];
  expect(days.length).toBeGreaterThan(2);
  expect([...days].sort()).toEqual(days);
  const [first] = view?.items ?? [];
  const rest = await runQuery(listDue, as(province().phuTho, party, "chief"), {
    after: `${first?.dueOn}.${first?.id}`,
  });
  expect(rest?.view.items.map(({ id }) => id)).toEqual(view?.items.slice(1).map(({ id }) => id));
});
