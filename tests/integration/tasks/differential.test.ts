import { beforeAll, expect, test } from "vitest";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import {
  accepted,
  asked,
  closedWhenAsked,
  closedWhenContributed,
  contributed,
  created,
  ledByCouncil,
  officeId,
  refused,
  takenOver,
  taskRow,
} from "@/tests/support/builders/task-stages";
import { drawActor } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { tries } from "@/tests/support/differential/probes";
import { rawTaskActs } from "@/tests/support/differential/raw-task-acts";
import {
  compareCreations,
  compareTaskCells,
  type FixedDuty,
  type TaskCell,
  type TaskItem,
} from "@/tests/support/differential/task-cells";

const drawn = 500;
const province = useProvince();
const items: TaskItem[] = [];

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
    ledByCouncil,
  };
  for (const [name, build] of Object.entries(stages)) {
    const task = await build(province());
    items.push({ name, ...task, revision: Number((await taskRow(province(), task))["revision"]) });
  }
});

/** Every act of each office's chief on every task, about the office that was asked. */
function cellsOfChiefs(): TaskCell[] {
  const about = officeId(province(), council);
  return [party, council, committee].flatMap((office) => {
    const who = tries(province(), office, "chief");
    return items.flatMap((item) => rawTaskActs.map((act) => ({ who, item, act, about })));
  });
}

function drawnCells(): TaskCell[] {
  const draw = drawFrom(20261122);
  const offices = [party, council, committee].map((code) => officeId(province(), code));
  return Array.from({ length: drawn }, () => ({
    who: drawActor(draw, province()),
    item: draw.pick(items),
    act: draw.pick(rawTaskActs),
    about: draw.pick(offices),
  }));
}

test(`189 cells of the chiefs, ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const cells = [...cellsOfChiefs(), ...drawnCells()];
  const { counts, allowed, differences } = await compareTaskCells(province(), cells);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...rawTaskActs].sort());
  expect(counts.allowed).toBeGreaterThan(40);
  expect(counts.role).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(300);
  expect(counts.other).toBe(0);
}, 240_000);

test("creating, 100 drawn actors: from duties in force and not yet in force", async () => {
  const draw = drawFrom(7);
  const duties = await province().rows<FixedDuty>(
    `select d.id, d.version_id as "versionId", d.lead_office_id as "leadOfficeId", v.state
      from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where d.tenant_id = $1 and d.lead_rule = 'fixed' order by v.created_at, d.ordinal`,
    [province().phuTho.tenant.id],
  );
  const cells = Array.from({ length: 100 }, () => ({
    who: drawActor(draw, province()),
    duty: draw.pick(duties),
  }));
  const { counts, differences } = await compareCreations(province(), cells);
  expect(differences).toEqual([]);
  expect(counts.allowed).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(20);
  expect(counts.other).toBe(0);
}, 240_000);
