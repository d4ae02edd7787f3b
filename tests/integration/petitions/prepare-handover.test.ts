import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { prepareHandover } from "@/lib/petitions/commands/prepare-handover";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { linkAnswer } from "@/lib/petitions/external/functions";
import { linkHash } from "@/lib/petitions/external/secret";
import { getHandoverFile } from "@/lib/petitions/handovers/queries/get-handover-file";
import { listHandovers } from "@/lib/petitions/handovers/queries/list-handovers";
import { stepEvents } from "@/lib/petitions/handovers/steps";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { newId } from "@/lib/platform/ids";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { cell, importRegister, registerHead } from "@/tests/support/builders/import-register";
import { answeredOutside, linked, outside } from "@/tests/support/builders/letters-outside";
import {
  fileOf,
  handoversOf,
  prepared,
  ready,
  refused,
  sheetOf,
  takenIn,
} from "@/tests/support/builders/national-handovers";
import { denouncer, taken } from "@/tests/support/builders/petition-stages";
import { classified, lookedUp, settledThere } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const today = () => formatDay(dayAt(new Date()));

describeCommand(prepareHandover, {
  province,
  ready: () => ready(province()),
  by: [committee, "records-clerk"],
  input: () => ready(province()),
  subjectId: () => null,
  does: {
    "keeps the files as they are, under their hashes": async ({ result, stage }) => {
      const [row] = await province().rows<Record<string, unknown>>(
        "select * from national_handovers where id = $1",
        [result.handoverId],
      );
      expect(row).toMatchObject({ state: "awaiting", until_seq: String(stage.until) });
      for (const kind of ["json", "xlsx"]) {
        const hash = createHash("sha256").update(row?.[kind] as Buffer);
        expect(row?.[`${kind}_sha256`]).toBe(hash.digest("hex"));
      }
    },
    "holds a step for every event it names, in the order of the chain": async ({ result }) => {
      const file = await fileOf(province(), result.handoverId);
      expect(file.steps.map(({ position }) => position)).toEqual(
        file.steps.map(({ position }) => position).sort((one, other) => one - other),
      );
      expect(file.until).toBe(file.steps.at(-1)?.position);
      expect(file.steps.some(({ step }) => step === "intake")).toBe(true);
    },
  },
  events: ["petitions.handoverPrepared"],
  wrongInput: { "no position": { change: { until: "" }, field: "until" } },
  notAllowed: {
    "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" },
    "a reception officer": { by: [committee, "reception-officer"], reason: "role", source: "portal" },
  },
  otherTenant: { code: "stale" },
  otherOffice: { answer: { code: "stale", message: "staleHandover" } },
  conflicts: {
    "one before it awaits its receipt": {
      change: async () => {
        await prepared(province());
        return {};
      },
      answer: { code: "conflict", message: "handoverAwaits" },
    },
  },
  wrongState: {},
  stale: { change: { until: 1 }, message: "staleHandover" },
  atOnce: { answer: { code: "conflict" } },
});

/** Everything that waits goes and is taken in, of these offices. */
async function emptied(...offices: readonly string[]): Promise<void> {
  for (const office of offices) {
    const { awaiting } = await handoversOf(province(), office);
    if (awaiting) await takenIn(province(), awaiting.id, office);
    if ((await handoversOf(province(), office)).waiting.until === null) continue;
    await takenIn(province(), await prepared(province(), office), office);
  }
}

const waits = async (office: string) => {
  const { waiting } = await handoversOf(province(), office);
  return waiting.shown.map(({ step, letter }) => [step, letter.code]);
};

test("each office hands over the steps it took itself, and no other office's", async () => {
  await emptied(committee, party, council);
  const { code } = await settledThere(province());
  expect(await waits(committee)).toEqual([
    ["intake", code],
    ["forwarding", code],
  ]);
  expect(await waits(party)).toEqual([
    ["forwardAnswer", code],
    ["conclusion", code],
  ]);
  expect(await waits(council)).toEqual([]);
  const mine = await fileOf(province(), await prepared(province()));
  expect(mine.steps[1]).toMatchObject({
    facts: { to: expect.stringContaining("Tỉnh ủy"), document: "12/PC-VP" },
    letter: { code, kind: "letter", channel: "desk", class: "feedback" },
  });
  const theirs = await fileOf(province(), await prepared(province(), party), party);
  expect(theirs.steps.map(({ facts }) => facts)).toEqual([
    { answer: "acknowledged" },
    { conclusion: "settled" },
  ]);
});

test("what nobody did in an office goes with who wrote the letter in, what a body outside answered with who asked it", async () => {
  await emptied(committee, party);
  const letter = await outside(province());
  const hash = linkHash(await linked(province(), letter)) ?? "";
  const answer = {
    answer: "answered",
    document: "77/UBND-TCD",
    resultOn: dayAt(new Date()),
    words: "Đã trả lời.",
  };
  expect(await linkAnswer(province().phuTho.tenant.slug, hash, { ...answer, followUp: "x" })).toBe(true);
  const line = `"SO-9/2026","05/10/2026","peoples-committee","post",${cell("Bùi Thị Nhập")},,,,${cell("Xin sửa đường")},,"feedback",,,`;
  expect((await importRegister(province(), `${registerHead}\n${line}\n`)).faults).toEqual([]);
  expect(await waits(party)).toEqual([]);
  expect(await waits(committee)).toEqual([
    ["intake", letter.code],
    ["forwarding", letter.code],
    ["outsideAnswer", letter.code],
    ["intake", "SO-9/2026"],
  ]);
  const { steps } = await fileOf(province(), await prepared(province()));
  expect(steps[2]?.facts).toEqual({
    answer: "answered",
    to: letter.bodyName,
    on: dayAt(new Date()),
    document: "77/UBND-TCD",
  });
});

test("what was taken in goes no second time, what was refused goes again with what came since", async () => {
  await emptied(committee);
  const first = await classified(province());
  const one = await prepared(province());
  await refused(province(), one);
  const second = await classified(province());
  const again = await prepared(province());
  const [before, after] = [await fileOf(province(), one), await fileOf(province(), again)];
  expect(after.steps.slice(0, before.steps.length)).toEqual(before.steps);
  expect(after.steps.map(({ letter }) => letter.code)).toEqual([first.code, second.code]);
  await takenIn(province(), again);
  expect(await waits(committee)).toEqual([]);
  const third = await classified(province());
  expect(await waits(committee)).toEqual([["intake", third.code]]);
});

test("a step whose transaction commits while a hand-over is prepared goes with the next one, once", async () => {
  await emptied(committee);
  const letter = await classified(province());
  const { waiting } = await handoversOf(province());
  const { tenant } = province().phuTho;
  const { officeId, accountId } = postOf(province().phuTho, committee, "specialist");
  const late = newId();
  const client = await province().pool("app").connect();
  try {
    await client.query("begin");
    await client.query(
      "select set_config('app.tenant_id', $1, true), set_config('app.office_id', $2, true), set_config('app.account_id', $3, true)",
      [tenant.id, officeId, accountId],
    );
    // Numbered, and not committed yet.
    await client.query("select append_events($1::jsonb)", [
      JSON.stringify([
        {
          id: late,
          name: "petitions.takenBack",
          subjectKind: "petition",
          subjectId: letter.petitionId,
          payload: {},
        },
      ]),
    ]);
    const preparing = executeCommand(prepareHandover, as(province().phuTho, committee, "records-clerk"), {
      until: waiting.until,
    });
    // It has read its steps and waits for the end of the chain, which the other transaction holds.
    const waitsForTheChain = async () =>
      (
        await province().rows(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%append_events%'",
        )
      ).length > 0;
    const until = Date.now() + 2_500;
    while (!(await waitsForTheChain())) {
      if (Date.now() > until) throw new Error("the hand-over does not wait for the chain");
    }
    await client.query("commit");
    const { handoverId } = await preparing;
    const file = await fileOf(province(), handoverId);
    expect(file.steps.map(({ id }) => id)).not.toContain(late);
    await takenIn(province(), handoverId);
  } finally {
    client.release();
  }
  const next = await fileOf(province(), await prepared(province()));
  expect(next.steps.map(({ id, letter: { code } }) => [id, code])).toEqual([[late, letter.code]]);
});

test("over many hand-overs every step of the chain is handed over once", async () => {
  await emptied(committee, party, council);
  for (const answer of ["taken", "refused", "taken", "refused"]) {
    await settledThere(province());
    const id = await prepared(province());
    await (answer === "taken" ? takenIn(province(), id) : refused(province(), id));
  }
  await emptied(committee, party, council);
  const { tenant } = province().phuTho;
  const handed = await province().rows<{ id: string; times: number }>(
    `select s ->> 'id' as id, count(*)::integer as times from national_handovers h,
        jsonb_array_elements(convert_from(h.json, 'UTF8')::jsonb -> 'steps') s
      where h.tenant_id = $1 and h.state = 'accepted' group by 1`,
    [tenant.id],
  );
  const recorded = await province().rows<{ id: string }>(
    `select e.id from audit_events e where e.tenant_id = $1 and e.name = any ($2)
      and (e.name <> 'petitions.joinUndone' or e.payload ->> 'kind' = 'joined')`,
    [tenant.id, [...stepEvents]],
  );
  expect(handed.every(({ times }) => times === 1)).toBe(true);
  expect(handed.map(({ id }) => id).sort()).toEqual(recorded.map(({ id }) => id).sort());
  expect(recorded.length).toBeGreaterThan(20);
});

test("the code reads every event the database names as a step, and no other", async () => {
  const [named] = await province().rows<{ names: string[] }>("select national_step_names() as names");
  expect([...stepEvents].sort()).toEqual([...(named?.names ?? [])].sort());
});

test("of nobody who wrote is anything handed over, and no word that was typed", async () => {
  await emptied(committee);
  const specialist = as(province().phuTho, committee, "specialist");
  const letter = await lookedUp(
    province(),
    await taken(province(), {
      class: "denunciation",
      denounces: "yes",
      subject: "Việc thu quỹ của một thôn",
    }),
  );
  await executeCommand(recordMilestone, specialist, {
    petitionId: letter.petitionId,
    revision: letter.revision,
    kind: "accepted",
    on: today(),
    document: "72/QĐ",
    note: "Giao phòng Tiếp công dân",
  });
  await executeCommand(lookAtPetition, specialist, { petitionId: letter.petitionId, reason: "Xác minh" });
  await taken(province(), { class: "feedback", fullName: "Vi Thị Rõ Tên", note: "Nộp cùng ảnh" });
  await answeredOutside(province(), {
    answer: "answered",
    documentNumber: "78/UBND-TCD",
    resultOn: today(),
    words: "Đã làm việc với gia đình.",
  });
  const id = await prepared(province());
  const file = await fileOf(province(), id);
  expect(file.steps.filter(({ letter: { code } }) => code === letter.code).map(({ step }) => step)).toEqual([
    "intake",
    "milestone",
  ]);
  const sheet = await sheetOf(province(), id);
  expect(sheet).toHaveLength(file.steps.length + 4);
  expect(sheet.flat()).toEqual(
    expect.arrayContaining([letter.code, "Tố cáo", "Mốc giải quyết", "Thụ lý; ngày " + today()]),
  );
  const texts = [JSON.stringify(file), sheet.flat().join("\n")];
  const words = [
    ...Object.values(denouncer),
    "Vi Thị Rõ Tên",
    "Việc thu quỹ",
    "Kiến nghị sửa đường",
    "sạt lở",
    "Nộp cùng ảnh",
    "Đã làm việc",
    "Giao phòng",
    "Xác minh",
  ];
  for (const text of texts) for (const word of words) expect(text).not.toContain(word);
});

test("who may not read what goes up finds neither page nor file; another office finds no file", async () => {
  await emptied(committee);
  await taken(province(), { class: "feedback" });
  const handoverId = await prepared(province());
  const page = (office: string, role: "inspector" | "specialist" | "chief") =>
    runQuery(listHandovers, as(province().phuTho, office, role), {});
  const file = (office: string, role: "inspector" | "specialist" | "chief") =>
    runQuery(getHandoverFile, as(province().phuTho, office, role), { handoverId, kind: "xlsx" });
  expect(await page(committee, "specialist")).toBeNull();
  expect(await file(committee, "specialist")).toBeNull();
  expect(await file(party, "chief")).toBeNull();
  expect((await page(party, "chief"))?.view.lines.map(({ id }) => id)).not.toContain(handoverId);
  expect((await file(committee, "inspector"))?.view.bytes.length).toBeGreaterThan(1_000);
  expect((await page(committee, "inspector"))?.view.may).toEqual({ prepare: false, keepReceipt: false });
});

test("nor past the code: a step left out, one twice, a field more, a start elsewhere, a second that awaits, another office's", async () => {
  await emptied(committee);
  await classified(province());
  const id = await prepared(province());
  await refused(province(), id);
  const { officeId, accountId } = postOf(province().phuTho, committee, "records-clerk");
  const elsewhere = postOf(province().phuTho, party, "records-clerk");
  const scope = { tenantId: province().phuTho.tenant.id, officeId, accountId };
  const put = (change: Record<string, string>, by = scope) => {
    const json = change["json"] ?? "DATA";
    return outcomeOf(
      province().pool("app"),
      by,
      `with like_it as (select h.*, (select count(*) from national_handovers n where n.office_id = h.office_id) + 1 as next,
          convert_from(h.json, 'UTF8')::jsonb as file from national_handovers h where h.id = '${id}'),
        made as (select l.*, convert_to((${json.replaceAll("DATA", "(file || jsonb_build_object('number', next))")})::text, 'UTF8') as bytes
          from like_it l)
        insert into national_handovers (tenant_id, id, office_id, ordinal, after_seq, until_seq, steps, json, json_sha256, xlsx, xlsx_sha256,
          account_id, at, state)
        select tenant_id, gen_random_uuid(), ${change["office"] ?? "current_office()"}, next, ${change["after"] ?? "after_seq"},
          ${change["until"] ?? "until_seq"}, ${change["steps"] ?? "steps"}, bytes, encode(sha256(bytes), 'hex'), xlsx, xlsx_sha256,
          current_account(), now(), ${change["state"] ?? "'awaiting'"} from made`,
    );
  };
  const steps = "DATA -> 'steps'";
  expect(await put({})).toBe("done");
  expect(await put({ json: `jsonb_set(DATA, '{steps}', (${steps}) - 0)`, steps: "steps - 1" })).toMatch(
    /PH002|23514/,
  );
  expect(
    await put({ json: `jsonb_set(DATA, '{steps}', (${steps}) || (${steps} -> 0))`, steps: "steps + 1" }),
  ).toBe("PH002 not-every-step");
  expect(await put({ json: `jsonb_set(DATA, '{steps,0,letter,fullName}', '"Khổng Thị Mơ"')` })).toBe(
    "PH002 more-than-handed-over",
  );
  expect(await put({ json: `jsonb_set(DATA, '{steps,0,facts,note}', '"x"')` })).toBe(
    "PH002 more-than-handed-over",
  );
  expect(await put({ after: "0" })).toBe("PH002 not-next");
  expect(await put({ state: "'accepted'" })).toMatch(/PH002|23514/);
  expect(await put({}, { ...scope, officeId: elsewhere.officeId, accountId: elsewhere.accountId })).toBe(
    "no row",
  );
  await prepared(province());
  expect(await put({ json: "DATA", after: "after_seq" })).toBe("23505");
});

test("what was handed over stays: no role changes or removes it", async () => {
  await emptied(committee);
  await classified(province());
  const id = await prepared(province());
  await takenIn(province(), id);
  const { officeId, accountId } = postOf(province().phuTho, committee, "records-clerk");
  const scope = { tenantId: province().phuTho.tenant.id, officeId, accountId };
  const tried = (role: "app" | "owner" | "superuser", sql: string) =>
    outcomeOf(province().pool(role), scope, `${sql} where id = '${id}'`);
  for (const role of ["owner", "superuser"] as const) {
    expect(
      await tried(
        role,
        "update national_handovers set json = '{}', json_sha256 = encode(sha256('{}'), 'hex')",
      ),
    ).toBe("PH002 frozen");
    expect(await tried(role, "update national_handovers set receipt_number = 'khác'")).toBe("PH002 state");
    expect(await tried(role, "delete from national_handovers")).toBe("PH009");
  }
  expect(await tried("app", "update national_handovers set json = '{}'")).toBe("42501");
  expect(await tried("app", "delete from national_handovers")).toBe("42501");
  expect(
    await tried(
      "app",
      "update national_handovers set receipt_number = 'khác', answered_by = current_account()",
    ),
  ).toBe("PH002 state");
});
