import { beforeAll, describe, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { describeTask } from "@/lib/tasks/commands/describe-task";
import { getObedience } from "@/lib/tasks/queries/get-obedience";
import type { ObedienceFigure } from "@/lib/tasks/types";
import { as } from "@/prisma/seed/caller";
import type { VersionStage } from "@/tests/support/builders/agreement-stages";
import { inForceCopy } from "@/tests/support/builders/endings";
import { taskUnder } from "@/tests/support/builders/handovers";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { inDays, officeId } from "@/tests/support/builders/task-stages";
import { attempt } from "@/tests/support/command-outcomes";

const province = useProvince();
const today = dayAt(new Date());
const chief = (office: string) => as(province().phuTho, office, "chief");
let version: VersionStage;

type Open = { office: string; figure: ObedienceFigure };

async function read(office: string, open?: Open, from = today) {
  const answer = await runQuery(getObedience, chief(office), {
    agreementId: version.agreementId,
    from,
    until: today,
    open: open
      ? { dutyKey: "weekly-schedule", officeId: officeId(province(), open.office), figure: open.figure }
      : null,
  });
  return answer?.view;
}

async function late(taskId: string): Promise<void> {
  await province().rows(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    update tasks set due_on = portal_today() - 1 where id = '${taskId}';
    update task_assists set due_on = portal_today() - 1 where task_id = '${taskId}' and state = 'asked';
  end $$`);
}

describe("how an agreement is followed", () => {
  beforeAll(async () => {
    version = await inForceCopy(province());
    const [done, open, changed] = await Promise.all(
      [1, 2, 3].map((n) => taskUnder(province(), version, "weekly-schedule", `Lịch công tác tuần ${n}`)),
    );
    const closing = { taskId: done, revision: 1, result: "Đã ban hành lịch tuần." };
    await executeCommand(closeTask, chief(party), closing);
    await executeCommand(askContribution, chief(party), {
      taskId: open,
      officeId: officeId(province(), council),
      request: "Lịch của lãnh đạo cơ quan.",
      dueOn: inDays(4),
    });
    await late(open ?? "");
    const words = { taskId: changed, title: "Lịch công tác tuần 3", description: "" };
    await executeCommand(describeTask, chief(party), { ...words, revision: 1, dueOn: inDays(9) });
    await executeCommand(describeTask, chief(party), { ...words, revision: 2, dueOn: inDays(9) });
    // The council's office tries what the agreement gives to the lead.
    await attempt(closeTask, chief(council), { ...closing, taskId: changed, revision: 3 });
  });

  test("is counted by duty and office", async () => {
    const view = await read(committee);
    expect(
      view?.rows.map(({ article, clause, office, figures }) => [article, clause, office.code, figures]),
    ).toEqual(
      expect.arrayContaining([
        [
          4,
          4,
          council,
          { items: 0, onTime: 0, late: 0, parts: 1, partsLate: 1, refused: 1, dayChanges: 0, leadChanges: 0 },
        ],
        [
          4,
          4,
          party,
          { items: 3, onTime: 1, late: 1, parts: 0, partsLate: 0, refused: 0, dayChanges: 1, leadChanges: 0 },
        ],
      ]),
    );
  });

  test("every figure opens as many records as it says, with those the office may read", async () => {
    for (const [office, figure, count] of [
      [party, "items", 3],
      [party, "onTime", 1],
      [party, "late", 1],
      [party, "dayChanges", 1],
      [council, "partsLate", 1],
      [council, "refused", 1],
    ] as const) {
      const view = await read(committee, { office, figure });
      expect([figure, view?.opened?.records.length, view?.opened?.hidden]).toEqual([figure, count, 0]);
    }
  });

  test("a task an office may not read is counted for it and not named", async () => {
    await province().rows("delete from access where office_id = $1 and kind = 'task'", [
      officeId(province(), committee),
    ]);
    const view = await read(committee, { office: party, figure: "items" });
    expect(view?.opened).toMatchObject({ records: [], hidden: 3 });
    expect(view?.rows.find(({ office }) => office.code === party)?.figures.items).toBe(3);
  });

  test("is for its parties only, and of no other days", async () => {
    expect(await read(stranger)).toBeUndefined();
    const answer = await runQuery(getObedience, chief(party), {
      agreementId: version.agreementId,
      from: plusDays(today, -30),
      until: plusDays(today, -1),
      open: null,
    });
    expect(answer?.view.rows).toEqual([]);
  });
});
