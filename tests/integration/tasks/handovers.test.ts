import { beforeAll, describe, expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { acceptHandover } from "@/lib/tasks/commands/accept-handover";
import { acceptRequest } from "@/lib/tasks/commands/accept-request";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { declineHandover } from "@/lib/tasks/commands/decline-handover";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { keepTask } from "@/lib/tasks/commands/keep-task";
import { takeOverContribution } from "@/lib/tasks/commands/take-over-contribution";
import { getHandovers } from "@/lib/tasks/queries/get-handovers";
import { getTaskPage } from "@/lib/tasks/queries/get-task-page";
import { as } from "@/prisma/seed/caller";
import { outcomeOf, trying } from "@/tests/integration/platform/support/session";
import { drafted, signed, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { amendmentOf, fromDay, giveLead, signWhole } from "@/tests/support/builders/amendments";
import { moveWeekly, offered, reason, taskUnder, word } from "@/tests/support/builders/handovers";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { inDays, officeId, partOf } from "@/tests/support/builders/task-stages";

const province = useProvince();

const weekly = { [committee]: "CT", [party]: "PH", [council]: "B" };

async function listOf(office: string, { agreementId }: VersionStage) {
  const answer = await runQuery(getHandovers, as(province().phuTho, office, "chief"), { agreementId });
  const lines = (side: "giving" | "taking") =>
    answer?.view[side].map(({ taskId, lead, next, readable }) => [taskId, lead.code, next.code, readable]);
  return answer && { giving: lines("giving"), taking: lines("taking"), rule: answer.view.rule };
}

const nothing = { giving: [], taking: [] };

describe("the list of open tasks when a duty's lead moves", () => {
  test("is shown to the old lead and the new one from the day the amendment is in force, and to nobody else", async () => {
    const base = await signed(province());
    const moved = await taskUnder(province(), base, "weekly-schedule", "Lịch tuần 50");
    await taskUnder(province(), base, "party-meetings", "Chuẩn bị họp Thường trực");
    const closed = await taskUnder(province(), base, "weekly-schedule", "Lịch tuần 49");
    await executeCommand(closeTask, as(province().phuTho, party, "chief"), {
      taskId: closed,
      revision: 1,
      result: "Đã ban hành lịch tuần 49.",
    });
    expect(await listOf(party, base)).toMatchObject(nothing);

    await moveWeekly(province(), base);

    const line = [moved, party, committee, true];
    expect(await listOf(party, base)).toMatchObject({ giving: [line], taking: [] });
    expect(await listOf(committee, base)).toMatchObject({ giving: [], taking: [line] });
    expect(await listOf(council, base)).toMatchObject(nothing);
    expect(await listOf(stranger, base)).toMatchObject(nothing);
    const list = await listOf(party, base);
    expect(list?.rule.source).toMatch(
      /^Điều 14 khoản 4, Quy chế số \d+\/QCPH-\S+, sửa đổi bởi số \d+\/QCPH-\S+$/,
    );
    const [task] = await province().rows("select version_id as version, revision from tasks where id = $1", [
      moved,
    ]);
    expect(task).toEqual({ version: base.versionId, revision: 1 });
  });

  test("is empty while the amendment is yet to come", async () => {
    const base = await signed(province());
    await taskUnder(province(), base, "weekly-schedule", "Lịch tuần 51");
    const version = await amendmentOf(province(), base);
    await giveLead(province(), version, "weekly-schedule", weekly);
    await fromDay(province(), version, plusDays(dayAt(new Date()), 60));
    await signWhole(province(), version);
    expect(await listOf(party, base)).toMatchObject(nothing);
  });

  test("is not there for an office that may not read the agreement, nor for a session without a post", async () => {
    expect(await listOf(stranger, await drafted(province()))).toBeNull();
    const { tenant, offices } = province().phuTho;
    const settings = { tenantId: tenant.id, officeId: offices.get(party) ?? "" };
    const all = await trying(province().pool("app"), settings, (client) =>
      client.query(
        "select h.* from agreements a, tasks_to_hand_over(a.id, null) h where a.tenant_id = current_tenant()",
      ),
    );
    expect(all.rows).toEqual([]);
  });
});

const chief = (office: string) => as(province().phuTho, office, "chief");

async function pageOf(office: string, taskId: string) {
  return (await runQuery(getTaskPage, chief(office), { taskId }))?.view ?? null;
}

async function readersOf(taskId: string) {
  const rows = await province().rows<{ code: string; level: string }>(
    `select o.code, a.level from access a join offices o on o.tenant_id = a.tenant_id and o.id = a.office_id
      where a.kind = 'task' and a.subject_id = $1`,
    [taskId],
  );
  return Object.fromEntries(rows.map(({ code, level }) => [code, level]));
}

async function waitingOf(office: string, { agreementId }: VersionStage) {
  const answer = await runQuery(getDesk, chief(office), {});
  return answer?.view.agreements
    .filter((row) => row.agreementId === agreementId)
    .map(({ act, count }) => [act, count]);
}

describe("a task that is handed over", () => {
  test("goes on with what was asked of it, under the new lead, and the desk tells each side its turn", async () => {
    const base = await signed(province());
    const taskId = await taskUnder(province(), base, "weekly-schedule", "Lịch tuần 52");
    for (const office of [council, committee]) {
      await executeCommand(askContribution, as(province().phuTho, party, "specialist"), {
        taskId,
        officeId: officeId(province(), office),
        request: "Lịch của lãnh đạo cơ quan.",
        dueOn: inDays(4),
      });
    }
    await executeCommand(acceptRequest, chief(council), { taskId });
    await executeCommand(giveContribution, chief(committee), { taskId, contribution: "Ba cuộc họp." });
    await moveWeekly(province(), base);
    expect([await waitingOf(party, base), await waitingOf(committee, base)]).toEqual([[["handOver", 1]], []]);

    await offered(province(), { taskId });
    expect([await waitingOf(party, base), await waitingOf(committee, base)]).toEqual([
      [],
      [["answerHandover", 1]],
    ]);
    await executeCommand(acceptHandover, chief(committee), { taskId });
    expect([await waitingOf(party, base), await waitingOf(committee, base)]).toEqual([[], []]);

    expect(await readersOf(taskId)).toEqual({ [committee]: "lead", [party]: "assist", [council]: "assist" });
    expect(await partOf(province(), { taskId }, council)).toMatchObject({
      state: "accepted",
      request: "Lịch của lãnh đạo cơ quan.",
    });
    expect(await partOf(province(), { taskId }, committee)).toMatchObject({
      state: "taken-over",
      contribution: "Ba cuộc họp.",
    });
    expect((await partOf(province(), { taskId }, party)).state).toBe("named");
    const page = await pageOf(party, taskId);
    expect(page?.why.handed).toEqual({ from: party, on: dayAt(new Date()) });
    expect(page?.duty.versionNumber).toBe(2);

    await executeCommand(giveContribution, chief(council), { taskId, contribution: "Một phiên họp." });
    const who = as(province().phuTho, committee, "specialist");
    await executeCommand(takeOverContribution, who, { taskId, officeId: officeId(province(), council) });
    const closing = { taskId, revision: 2, result: "Đã ban hành lịch tuần 52." };
    await executeCommand(closeTask, chief(committee), closing);
    expect((await pageOf(party, taskId))?.state).toBe("closed");
  });

  test("is read by who is offered it until it has answered, and by an office without part never", async () => {
    const base = await signed(province());
    const without = await amendmentOf(province(), base);
    await giveLead(province(), without, "weekly-schedule", { [party]: "CT", [council]: "PH" });
    await signWhole(province(), without);
    const taskId = await taskUnder(province(), without, "weekly-schedule", "Lịch tuần 53");
    await moveWeekly(province(), without);
    expect(await pageOf(committee, taskId)).toBeNull();
    expect(await listOf(committee, base)).toMatchObject({ taking: [[taskId, party, committee, false]] });

    await offered(province(), { taskId });
    expect((await pageOf(committee, taskId))?.part).toBe("informed");
    expect(await pageOf(stranger, taskId)).toBeNull();
    await executeCommand(declineHandover, chief(committee), { taskId, reason });
    expect(await pageOf(committee, taskId)).toBeNull();
    const list = await runQuery(getHandovers, chief(committee), { agreementId: base.agreementId });
    expect(list?.view.taking).toMatchObject([{ taskId, state: "declined", word, reason }]);
    expect(await waitingOf(party, base)).toEqual([["handOver", 1]]);

    await offered(province(), { taskId });
    await executeCommand(closeTask, chief(party), { taskId, revision: 1, result: "Đã ban hành lịch." });
    expect(await pageOf(committee, taskId)).toBeNull();
    expect(await waitingOf(committee, base)).toEqual([]);
  });
});

describe("a task of which nothing came", () => {
  let base: VersionStage;
  let first: VersionStage;
  let untouched: string;
  let stale: string;

  beforeAll(async () => {
    base = await signed(province());
    untouched = await taskUnder(province(), base, "weekly-schedule", "Lịch tuần 55");
    stale = await taskUnder(province(), base, "weekly-schedule", "Lịch tuần 54");
    first = await moveWeekly(province(), base);
  });

  test("no statement of the application moves a lead that was not offered and accepted", async () => {
    const { tenant, posts } = province().phuTho;
    const move = async (office: string, sql: string) => {
      const post = posts.find((each) => each.officeCode === office && each.role === "chief");
      const settings = {
        tenantId: tenant.id,
        officeId: post?.officeId ?? "",
        accountId: post?.accountId ?? "",
      };
      return outcomeOf(province().pool("app"), settings, sql, [untouched]);
    };
    const steal = `update tasks t set lead_office_id = current_office(), version_id = d.version_id, duty_id = d.id
      from coordination_duties was, coordination_duties d
      where t.id = $1 and was.id = t.duty_id and d.duty_key = was.duty_key and d.version_id = version_on(t.tenant_id,
        (select agreement_id from agreement_versions where id = t.version_id), portal_today())`;
    expect(await move(committee, steal)).toBe("PH002 frozen");
    expect(await move(party, steal)).toBe("PH002 frozen");
    await offered(province(), { taskId: untouched });
    expect(await move(committee, steal)).toBe("PH002 frozen");
    expect(
      await move(
        party,
        "update task_handovers set state = 'accepted', answered_at = now(), answered_by = current_account() where task_id = $1",
      ),
    ).toBe("PH001 part");
    expect(await move(committee, "delete from task_handovers where task_id = $1")).toBe("42501");
  });

  test("is not moved by an answer to an offer under a text that is in force no more", async () => {
    const taskId = stale;
    await offered(province(), { taskId });
    const second = await amendmentOf(province(), first);
    const third = { [council]: "CT", [party]: "PH", [committee]: "PH" };
    await giveLead(province(), second, "weekly-schedule", third);
    await signWhole(province(), second);
    // The offer stands on a text that is over: the list knows of none.
    await expect(executeCommand(acceptHandover, chief(committee), { taskId })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await listOf(council, base)).toMatchObject({
      taking: expect.arrayContaining([[taskId, party, council, true]]),
    });
    await executeCommand(keepTask, chief(party), { taskId, reason });
    expect(await waitingOf(party, base)).toEqual([["handOver", 1]]);
    const [row] = await province().rows("select version_id as version from tasks where id = $1", [taskId]);
    expect(row).toEqual({ version: base.versionId });
  });
});
