import { describe, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { createTask } from "@/lib/tasks/commands/create-task";
import { getHandovers } from "@/lib/tasks/queries/get-handovers";
import { as } from "@/prisma/seed/caller";
import { trying } from "@/tests/integration/platform/support/session";
import { drafted, signed, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { amendmentOf, fromDay, giveLead, signWhole } from "@/tests/support/builders/amendments";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

const weekly = { [committee]: "CT", [party]: "PH", [council]: "B" };

async function taskUnder({ versionId }: VersionStage, dutyKey: string, title: string): Promise<string> {
  const [duty] = await province().rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [versionId, dutyKey],
  );
  const by = as(province().phuTho, council, "records-clerk");
  const task = { dutyId: duty?.id, title, description: "", dueOn: "31/12/2099" };
  return (await executeCommand(createTask, by, task)).taskId;
}

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
    const moved = await taskUnder(base, "weekly-schedule", "Lịch tuần 50");
    await taskUnder(base, "party-meetings", "Chuẩn bị họp Thường trực");
    const closed = await taskUnder(base, "weekly-schedule", "Lịch tuần 49");
    await executeCommand(closeTask, as(province().phuTho, party, "chief"), {
      taskId: closed,
      revision: 1,
      result: "Đã ban hành lịch tuần 49.",
    });
    expect(await listOf(party, base)).toMatchObject(nothing);

    const version = await amendmentOf(province(), base);
    await giveLead(province(), version, "weekly-schedule", weekly);
    await signWhole(province(), version);

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
    await taskUnder(base, "weekly-schedule", "Lịch tuần 51");
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
        "select h.* from agreements a, tasks_to_hand_over(a.id) h where a.tenant_id = current_tenant()",
      ),
    );
    expect(all.rows).toEqual([]);
  });
});
