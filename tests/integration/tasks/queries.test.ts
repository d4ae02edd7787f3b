import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { getRefusals } from "@/lib/desk/queries/get-refusals";
import { listOffices } from "@/lib/offices/queries/list-offices";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { disconnect } from "@/lib/platform/db/client";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { closeQueue } from "@/lib/platform/outbox/queue";
import type { Role } from "@/lib/platform/policy/rule-table";
import { type Query, runQuery } from "@/lib/platform/queries/run-query";
import { closeTask } from "@/lib/tasks/commands/close-task";
import { getTaskLog } from "@/lib/tasks/queries/get-task-log";
import { getTaskOptions } from "@/lib/tasks/queries/get-task-options";
import { getTaskPage } from "@/lib/tasks/queries/get-task-page";
import { listTasks } from "@/lib/tasks/queries/list-tasks";
import { as } from "@/prisma/seed/caller";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"] as const;
const conference = "Tài liệu Hội nghị Ban Thường vụ Tỉnh ủy lần thứ 18";

let database: SeededDatabase;

beforeAll(async () => {
  database = await seededDatabase();
});

afterAll(async () => {
  await closeQueue();
  await disconnect();
  await database.close();
});

async function read<Input, View>(office: string, role: Role, query: Query<Input, View>, input: Input) {
  return (await runQuery(query, as(database.phuTho, office, role), input))?.view ?? null;
}

async function taskId(title: string): Promise<string> {
  const { rows } = await database.pool("owner").query("select id from tasks where title = $1", [title]);
  return rows[0].id;
}

async function dutyId(key: string): Promise<string> {
  const { rows } = await database.pool("owner").query(
    `select d.id from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where d.tenant_id = $1 and d.duty_key = $2 and v.state = 'signed'`,
    [database.phuTho.tenant.id, key],
  );
  return rows[0].id;
}

describe("the list of tasks", () => {
  test("shows what the office reads, by its part and state", async () => {
    const all = await read(party, "specialist", listTasks, { part: "all", state: "open" });
    const led = await read(party, "specialist", listTasks, { part: "lead", state: "open" });
    const assisted = await read(party, "specialist", listTasks, { part: "assist", state: "open" });
    expect(all?.items.map((item) => item.title)).toContain(conference);
    expect(all?.count).toBe(all?.items.length);
    expect(led?.items.every((item) => item.lead.code === party)).toBe(true);
    expect(assisted?.items.every((item) => item.assists.some(({ code }) => code === party))).toBe(true);
    expect((led?.items.length ?? 0) + (assisted?.items.length ?? 0)).toBeLessThanOrEqual(
      all?.items.length ?? 0,
    );
    const closed = await read(council, "specialist", listTasks, { part: "lead", state: "closed" });
    expect(closed?.items.map((item) => item.state)).toEqual(["closed"]);
  });

  test("a mistyped key is the beginning of the list", async () => {
    const first = await read(party, "specialist", listTasks, { part: "all", state: "open" });
    const mistyped = await read(party, "specialist", listTasks, { part: "all", state: "open", after: "x" });
    expect(mistyped?.items).toEqual(first?.items);
  });

  test("says who may create", async () => {
    const input = { part: "all", state: "open" } as const;
    expect((await read(party, "records-clerk", listTasks, input))?.mayCreate).toBe(true);
    expect((await read(party, "inspector", listTasks, input))?.mayCreate).toBe(false);
  });
});

describe("one task", () => {
  test("tells who leads and why, quoting nothing but the signed paper", async () => {
    const page = await read(committee, "specialist", getTaskPage, { taskId: await taskId(conference) });
    expect(page?.lead.code).toBe(party);
    expect(page?.why).toMatchObject({ rule: "fixed", merged: false });
    expect(page?.duty).toMatchObject({ article: 4, clause: 1 });
    expect(page?.duty.paper).toMatch(/^Quy chế số 01\/QCPH/);
    expect(page?.turn).toMatchObject({ step: "give" });
    expect(page?.lead.responsible?.name).toBe("Lê Thị Hồng Vân");
  });

  test("offers an office its own acts and names the article of the others", async () => {
    const input = { taskId: await taskId(conference) };
    const assist = await read(committee, "department-head", getTaskPage, input);
    expect(assist?.may).toMatchObject({
      accept: true,
      contribute: true,
      decline: true,
      close: false,
      describe: false,
    });
    const close = assist?.notAllowed.find((refused) => refused.act === "close");
    expect(close).toMatchObject({ reason: "part", offices: [party] });
    expect(close?.quote.source).toMatch(/^Điều 3 khoản 6, Quy chế số 01\/QCPH/);
    const lead = await read(party, "specialist", getTaskPage, input);
    expect(lead?.may).toMatchObject({ describe: true, close: false, contribute: false });
    expect(lead?.notAllowed.find((refused) => refused.act === "close")?.reason).toBe("role");
    expect(lead?.notAllowed.find((refused) => refused.act === "close")?.quote.source).toMatch(
      /^Điều 3 khoản 11/,
    );
  });

  test("a lead by the body it serves says which body", async () => {
    const id = await taskId("Buổi làm việc chung về kiến nghị cử tri khu công nghiệp");
    const page = await read(council, "chief", getTaskPage, { taskId: id });
    expect(page?.why).toMatchObject({
      rule: "office-serving",
      about: "Hội đồng nhân dân tỉnh",
      merged: true,
    });
    expect(page).toMatchObject({
      state: "closed",
      closedBy: "Trịnh Đức Anh",
      notAllowed: [],
      turn: { step: "done" },
    });
  });

  test("another province finds nothing", async () => {
    const found = await runQuery(getTaskPage, as(database.haGiang, party, "chief"), {
      taskId: await taskId(conference),
    });
    expect(found).toBeNull();
  });
});

describe("what a duty asks for", () => {
  test("a fixed lead has one outcome", async () => {
    const options = await read(committee, "records-clerk", getTaskOptions, {
      dutyId: await dutyId("party-meetings"),
    });
    expect(options?.chosen?.outcomes.map(({ lead }) => lead.code)).toEqual([party]);
    expect(options?.chosen?.refusal).toBeNull();
    expect(options?.agreements).toHaveLength(1);
  });

  test("a lead by body has one outcome for each body, each with the office that serves it", async () => {
    const options = await read(party, "records-clerk", getTaskOptions, {
      dutyId: await dutyId("joint-meetings"),
    });
    expect(options?.chosen?.outcomes.map(({ label, lead }) => [label, lead.code])).toEqual([
      ["Tỉnh ủy", party],
      ["Đoàn đại biểu Quốc hội tỉnh", council],
      ["Hội đồng nhân dân tỉnh", council],
      ["Ủy ban nhân dân tỉnh", committee],
    ]);
  });

  test("a role that may not create is told the clause", async () => {
    const options = await read(party, "inspector", getTaskOptions, { dutyId: await dutyId("letters") });
    expect(options?.chosen?.refusal).toMatchObject({ reason: "role" });
    expect(options?.chosen?.refusal?.quote.source).toMatch(/^Điều 3 khoản 11/);
  });

  test("a duty that is not in force is as if none were chosen", async () => {
    const options = await read(party, "chief", getTaskOptions, { dutyId: await taskId(conference) });
    expect(options?.chosen).toBeNull();
  });
});

describe("the desk", () => {
  test("the chief of an office that has not signed has the signature first", async () => {
    const desk = await read(party, "chief", getDesk, {});
    expect(desk?.agreements).toMatchObject([{ act: "sign" }]);
    expect(desk?.tasks.map(({ act }) => act)).toContain("accept");
  });

  test("waiting tasks come by their day, and nothing waits twice", async () => {
    const desk = await read(party, "department-head", getDesk, {});
    const days = desk?.tasks.map(({ dueOn }) => dueOn ?? "9999-12-31") ?? [];
    expect(days).toEqual([...days].sort());
    const shown = [...(desk?.tasks ?? []), ...(desk?.late ?? []), ...(desk?.soon ?? [])].map(
      (task) => task.taskId,
    );
    expect(new Set(shown).size).toBe(shown.length);
  });

  test("what the role may not do does not wait for the person", async () => {
    const desk = await read(party, "records-clerk", getDesk, {});
    expect(desk).toMatchObject({ agreements: [], tasks: [] });
    expect(desk?.late.length).toBeGreaterThan(0);
  });
});

describe("a refused act", () => {
  test("is in the refusal log of the office that tried and in the history of the task", async () => {
    const id = await taskId(conference);
    const tried = executeCommand(closeTask, as(database.phuTho, committee, "chief"), {
      taskId: id,
      revision: 1,
      result: "Kết thúc thay văn phòng chủ trì.",
    });
    await expect(tried).rejects.toBeInstanceOf(DomainError);
    const log = await read(committee, "inspector", getRefusals, {});
    expect(log?.items[0]).toMatchObject({
      personName: "Vũ Đình Lâm",
      subject: { kind: "task", id, title: conference },
      reason: { act: "task.close", reason: "part", offices: [party] },
    });
    const history = await read(council, "specialist", getTaskLog, { taskId: id });
    expect(history?.entries[0]).toMatchObject({ name: "tasks.refused", personName: "Vũ Đình Lâm" });
  });

  test("is read by those who answer for the office only", async () => {
    for (const role of ["chief", "deputy-chief", "inspector"] as const) {
      expect(await read(committee, role, getRefusals, {})).not.toBeNull();
    }
    expect(await read(committee, "specialist", getRefusals, {})).toBeNull();
    expect((await read(party, "chief", getRefusals, {}))?.items).toEqual([]);
  });
});

test("the offices come with the bodies they serve and who holds their posts", async () => {
  const view = await read(party, "specialist", listOffices, {});
  expect(view?.offices.map(({ code }) => code)).toEqual([party, council, committee]);
  const [, assembly] = view?.offices ?? [];
  expect(assembly?.bodies.map(({ name }) => name)).toEqual([
    "Đoàn đại biểu Quốc hội tỉnh",
    "Hội đồng nhân dân tỉnh",
  ]);
  expect(assembly?.posts[0]).toMatchObject({ role: "chief", name: "Hoàng Văn Khải" });
});
