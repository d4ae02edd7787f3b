import { beforeAll, expect, test } from "vitest";
import { acceptRequest } from "@/lib/tasks/commands/accept-request";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { createTask } from "@/lib/tasks/commands/create-task";
import { declineRequest } from "@/lib/tasks/commands/decline-request";
import { describeTask } from "@/lib/tasks/commands/describe-task";
import { giveContribution } from "@/lib/tasks/commands/give-contribution";
import { takeOverContribution } from "@/lib/tasks/commands/take-over-contribution";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import {
  accepted,
  asked,
  closedWhenAsked,
  closedWhenContributed,
  contributed,
  created,
  dutyOf,
  inDays,
  officeId,
  refused,
  takenOver,
  taskRow,
} from "@/tests/support/builders/task-stages";
import { drawActor, type Tries } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { type CodeVerdict, judgeByCode } from "@/tests/support/differential/judge-by-code";
import { judgeByDatabase } from "@/tests/support/differential/judge-by-database";
import {
  type RawTaskAct,
  rawCreation,
  rawTaskAct,
  rawTaskActs,
} from "@/tests/support/differential/raw-task-acts";

const cells = 700;
const province = useProvince();
const items: { state: string; taskId: string; revision: number }[] = [];

/** A task that the council's office leads, with an informed office, created by one without another part. */
async function informing() {
  return executeCommand(createTask, as(province().phuTho, "VPTU", "specialist"), {
    dutyId: await dutyOf(province(), "draft-resolutions"),
    title: "Dự thảo nghị quyết",
  });
}

beforeAll(async () => {
  const stages = {
    created,
    asked,
    accepted,
    refused,
    contributed,
    takenOver,
    closedWhenAsked,
    closedWhenContributed,
    informing,
  };
  for (const [state, build] of Object.entries(stages)) {
    const task = await build(province());
    items.push({ state, ...task, revision: Number((await taskRow(province(), task))["revision"]) });
  }
});

function codeSays(
  act: RawTaskAct,
  item: (typeof items)[number],
  about: string,
  who: Tries,
): Promise<CodeVerdict> {
  const { taskId, revision } = item;
  switch (act) {
    case "describe":
      return judgeByCode(describeTask, who, { taskId, revision, title: "Tên khác" });
    case "close":
      return judgeByCode(closeTask, who, { taskId, revision, result: "Đã xong" });
    case "ask":
      return judgeByCode(askContribution, who, {
        taskId,
        officeId: about,
        request: "Đề nghị góp ý",
        dueOn: inDays(3),
      });
    case "takeOver":
      return judgeByCode(takeOverContribution, who, { taskId, officeId: about });
    case "accept":
      return judgeByCode(acceptRequest, who, { taskId });
    case "decline":
      return judgeByCode(declineRequest, who, { taskId, reason: "Không kịp" });
    case "contribute":
      return judgeByCode(giveContribution, who, { taskId, contribution: "Phần góp" });
  }
}

test(`${cells} drawn cells: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const draw = drawFrom(20261122);
  // The office that was asked is asked about more often than the others.
  const offices = [council, council, party, committee].map((code) => officeId(province(), code));
  const counts = { allowed: 0, refused: 0, role: 0, other: 0 };
  const differences: unknown[] = [];
  for (let cell = 0; cell < cells; cell += 1) {
    const who = drawActor(draw, province());
    const item = draw.pick(items);
    const act = draw.pick(rawTaskActs);
    const about = draw.pick(offices);
    const code = await codeSays(act, item, about, who);
    const database = await judgeByDatabase(
      province().pool("app"),
      who,
      rawTaskAct(act, item.taskId, about, who),
    );
    counts[code] += 1;
    // A refusal by role alone means that the office itself may: the database, which knows no roles, lets it pass.
    if (database.accepted !== (code !== "refused")) {
      const { kind, post } = who;
      differences.push({
        cell,
        act,
        state: item.state,
        kind,
        office: post.officeCode,
        role: post.role,
        code,
        database,
      });
    }
  }
  expect(differences).toEqual([]);
  expect(counts.allowed).toBeGreaterThan(40);
  expect(counts.role).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(300);
  expect(counts.other).toBe(0);
}, 120_000);

test("creating: 100 drawn actors, in force and not yet in force", async () => {
  const draw = drawFrom(7);
  const duties = await province().rows<{
    id: string;
    versionId: string;
    leadOfficeId: string;
    state: string;
  }>(
    `select d.id, d.version_id as "versionId", d.lead_office_id as "leadOfficeId", v.state
      from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where d.tenant_id = $1 and d.lead_rule = 'fixed'`,
    [province().phuTho.tenant.id],
  );
  const counts = { allowed: 0, refused: 0, role: 0, other: 0 };
  const differences: unknown[] = [];
  for (let cell = 0; cell < 100; cell += 1) {
    const who = drawActor(draw, province());
    const duty = draw.pick(duties);
    const code = await judgeByCode(createTask, who, { dutyId: duty.id, title: "Việc mới" });
    const database = await judgeByDatabase(province().pool("app"), who, rawCreation(duty, who));
    counts[code] += 1;
    if (database.accepted !== (code !== "refused")) {
      differences.push({ kind: who.kind, post: who.post, state: duty.state, code, database });
    }
  }
  expect(differences).toEqual([]);
  expect(counts.allowed).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(20);
});
