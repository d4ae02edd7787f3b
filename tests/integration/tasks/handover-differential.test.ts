import { beforeAll, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { acceptHandover } from "@/lib/tasks/commands/accept-handover";
import { handoverActs } from "@/lib/tasks/handover/rule-table";
import { as } from "@/prisma/seed/caller";
import { declined, kept, movedTasks, offered } from "@/tests/support/builders/handovers";
import {
  committee,
  council,
  type Province,
  party,
  stranger,
  useProvince,
} from "@/tests/support/builders/province";
import { created, type TaskStage } from "@/tests/support/builders/task-stages";
import { drawActor } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { compareHandoverCells, type HandoverItem } from "@/tests/support/differential/handover-cells";
import { tries } from "@/tests/support/differential/probes";

const drawn = 200;
const province = useProvince();
const ready = movedTasks(province, 5);
const items: HandoverItem[] = [];

async function handedOver(at: Province, task: TaskStage): Promise<TaskStage> {
  await offered(at, task);
  await executeCommand(acceptHandover, as(at.phuTho, committee, "chief"), task);
  return task;
}

beforeAll(async () => {
  const stages = {
    undecided: ready,
    offered: async () => offered(province(), await ready()),
    kept: async () => kept(province(), await ready()),
    declined: async () => declined(province(), await ready()),
    handedOver: async () => handedOver(province(), await ready()),
    notMoved: () => created(province()),
  };
  for (const [name, build] of Object.entries(stages)) {
    const { taskId } = await build();
    const [where] = await province().rows<Omit<HandoverItem, "name" | "taskId">>(
      `select t.lead_office_id as "fromOfficeId", t.duty_id as "fromDutyId", d.id as "toDutyId",
          coalesce(nullif(d.lead_office_id, t.lead_office_id),
            (select id from offices where tenant_id = t.tenant_id and code = $2)) as "toOfficeId"
        from tasks t join agreement_versions v on v.id = t.version_id join coordination_duties was on was.id = t.duty_id
        join coordination_duties d on d.duty_key = was.duty_key
          and d.version_id = version_on(t.tenant_id, v.agreement_id, portal_today())
        where t.id = $1`,
      [taskId, council],
    );
    if (!where) throw new Error("the task has a duty in the text in force");
    items.push({ name, taskId, ...where });
  }
});

test(`96 cells of the chiefs, ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const chiefs = [party, council, committee, stranger].flatMap((office) =>
    items.flatMap((item) =>
      handoverActs.map((act) => ({ who: tries(province(), office, "chief"), item, act })),
    ),
  );
  const draw = drawFrom(20261127);
  const others = Array.from({ length: drawn }, () => ({
    who: drawActor(draw, province()),
    item: draw.pick(items),
    act: draw.pick(handoverActs),
  }));
  const { counts, allowed, differences } = await compareHandoverCells(province(), [...chiefs, ...others]);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...handoverActs].sort());
  expect(counts.allowed).toBeGreaterThan(7);
  expect(counts.refused).toBeGreaterThan(150);
  expect(counts.other).toBe(0);
}, 120_000);
