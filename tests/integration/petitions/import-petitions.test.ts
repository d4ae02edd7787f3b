import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, expect, test } from "vitest";
import { foldVietnamese } from "@/lib/petitions/identity/person";
import { listLookUps } from "@/lib/petitions/queries/list-look-ups";
import { newId } from "@/lib/platform/ids";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { registerHead as head, importRegister } from "@/tests/support/builders/import-register";
import { everythingWritten } from "@/tests/support/builders/petition-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const folder = mkdtempSync(join(tmpdir(), "portal-letters-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = [
  head,
  'D-001,2026-11-03,peoples-committee,desk,Nguyễn Thị Minh Hòa,"thôn Đồng Bến, xã Văn Lang",0912000111,025180000111,Bồi thường khi thu hồi đất,"Gia đình tôi bị thu hồi 240 m² đất vườn.",complaint,,,0',
  'D-002,2026-11-09,council-standing,post,Nguyễn T. Minh Hoà,"Đồng Bến, Văn Lang",,,boi thuong thu hoi dat lam duong,"Gia dinh toi bi thu hoi 240m2 dat vuon.",complaint,forwarded,2026-11-12,1',
  'D-003,2026-11-10,party-committee,post,,,,,Phản ánh việc thu tiền,"Cán bộ thôn thu mỗi hộ 300.000 đồng.",feedback,,,0',
].join("\n");

const imported = (text: string | Uint8Array, asked?: Parameters<typeof importRegister>[2]) =>
  importRegister(province(), text, asked);

async function count(): Promise<number> {
  const [row] = await province().rows<{ count: number }>("select count(*)::integer as count from petitions");
  return row?.count ?? 0;
}

test("a register is brought in whole, each letter to the office that serves its body", async () => {
  const { written, faults } = await imported(good);
  expect(faults).toEqual([]);
  expect(written.map(({ line, code }) => [line, code])).toEqual([
    [2, "D-001"],
    [3, "D-002"],
    [4, "D-003"],
  ]);
  const rows = await province().rows(
    `select p.code, b.code as body, o.code as lead, f.code as filing, channel, class, state, outcome, outcome_on::text as on,
        documents_issued as documents, closed_at is not null as closed, identity, origin,
        (select count(*)::integer from petition_people pe where pe.petition_id = p.id) as people,
        (select count(*)::integer from petition_entries e where e.petition_id = p.id) as lines
      from petitions p join bodies b on b.id = p.receiving_body_id join offices o on o.id = p.lead_office_id
      join offices f on f.id = p.filing_office_id where p.code like 'D-00_' order by p.code`,
  );
  const line = {
    filing: committee,
    origin: "import",
    identity: "plain",
    on: null,
    outcome: null,
    documents: 0,
    closed: false,
  };
  expect(rows).toEqual([
    {
      ...line,
      code: "D-001",
      body: "UBND",
      lead: committee,
      channel: "desk",
      class: "complaint",
      state: "classified",
      people: 1,
      lines: 1,
    },
    {
      ...line,
      code: "D-002",
      body: "HDND",
      lead: council,
      channel: "post",
      class: "complaint",
      state: "forwarded",
      outcome: "forwarded",
      on: "2026-11-12",
      documents: 1,
      closed: true,
      people: 1,
      lines: 2,
    },
    {
      ...line,
      code: "D-003",
      body: "TU",
      lead: party,
      channel: "post",
      class: "feedback",
      state: "classified",
      people: 0,
      lines: 2,
    },
  ]);
  const events = await province().rows("select id from audit_events where name = 'petitions.imported'");
  expect(events).toHaveLength(3);
});

test("spreadsheets as offices have them: Vietnamese headings and words, a BOM, semicolons, decomposed letters", async () => {
  const text = `\uFEFFMã;Ngày nhận;Cơ quan nhận;Nguồn;Họ tên;Địa chỉ;Điện thoại;Số định danh;Trích yếu;Nội dung;Loại;Kết quả;Ngày xử lý;Số văn bản\r\n${`V-1;05/11/2026;Đoàn ĐBQH;chuyển đến;Trần Văn Lộc;xóm 4, xã Hùng Sơn;+84 912 000 222;;Ô nhiễm từ trại lợn;"Trại lợn xả thải; xã không xử lý.";Kiến nghị;Hướng dẫn;07/11/2026;1`.normalize(
    "NFD",
  )}\r\n;;;;;;;;;;;;;\r\n`;
  const { written, faults } = await imported(text, { office: council });
  expect(faults).toEqual([]);
  expect(written).toHaveLength(1);
  const [row] = await province().rows(
    `select subject, channel, class, outcome, (select pe.full_name from petition_people pe where pe.petition_id = p.id) as who,
        (select b.code from bodies b where b.id = p.receiving_body_id) as body from petitions p where code = 'V-1'`,
  );
  expect(row).toEqual({
    subject: "Ô nhiễm từ trại lợn".normalize("NFC"),
    channel: "forwarded",
    class: "proposal",
    outcome: "guided",
    who: "Trần Văn Lộc",
    body: "DDBQH",
  });
});

test("an .xlsx with dates; the body may be left out where the office serves one", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Sổ");
  sheet.addRow(["Mã đơn", "Ngày nhận", "Nguồn đơn", "Họ và tên", "Trích yếu", "Loại đơn"]);
  sheet.addRow(["X-1", new Date(Date.UTC(2026, 7, 2)), "Bưu điện", "Lê Thị Tư", "Xin cấp sổ", "Kiến nghị"]);
  const file = new Uint8Array(await workbook.xlsx.writeBuffer());
  expect((await imported(file, { kind: "xlsx", office: council })).faults).toEqual([
    { line: 2, error: expect.stringContaining("thiếu cơ quan nhận") },
  ]);
  expect((await imported(file, { kind: "xlsx", office: party })).faults).toEqual([]);
  const [row] = await province().rows("select received_on::text as on from petitions where code = 'X-1'");
  expect(row).toEqual({ on: "2026-08-02" });
});

test("a denunciation, and what is not classified, is sealed on the way in", async () => {
  const { faults } = await imported(
    [
      head,
      'T-1,2026-10-01,UBND,post,Lò Văn Phỏng,Bản Nậm Tột,0944 555 666,011188776655,Lo Van Phong tố cáo cán bộ xã,"Tôi là Lò Văn Phỏng.",tố cáo,,,',
      'T-2,2026-10-02,UBND,post,Cứ A Dế,Bản Háng Đồng,0944 777 999,,Đơn gửi Chủ tịch,"Tôi là Cứ A Dế.",,,,',
    ].join("\n"),
  );
  expect(faults).toEqual([]);
  const rows = await province().rows(
    "select code, subject, identity, denounces, state, content from petitions where code in ('T-1', 'T-2') order by code",
  );
  expect(rows).toEqual([
    {
      code: "T-1",
      subject: "[…] tố cáo cán bộ xã",
      identity: "sealed",
      denounces: "yes",
      state: "classified",
      content: null,
    },
    {
      code: "T-2",
      subject: "Đơn gửi Chủ tịch",
      identity: "sealed",
      denounces: "unsure",
      state: "received",
      content: null,
    },
  ]);
  const written = foldVietnamese(await everythingWritten(province()));
  for (const trace of ["Lò Văn Phỏng", "Nậm Tột", "0944 555 666", "011188776655", "Cứ A Dế", "Háng Đồng"]) {
    expect(written).not.toContain(foldVietnamese(trace));
  }
});

test("what cannot be read, unknown bodies and codes there twice are named by their lines, and nothing is written", async () => {
  const before = await count();
  const { faults } = await imported(
    [
      head,
      "D-001,2026-11-03,UBND,post,A,,,,Mã đã có,,complaint,,,",
      "B-2,2026-02-31,UBND,post,A,,,,Ngày không có,,complaint,,,",
      "B-3,03/11/2026,Sở Xây dựng,post,A,,,,Cơ quan lạ,,complaint,,,",
      "B-4,03/11/2026,UBND,chim bồ câu,A,,,,Nguồn lạ,,lời khen,,,",
      "B-5,03/11/2026,UBND,post,A,,,,Thiếu ngày xử lý,,complaint,forwarded,,một",
      "B-6,03/11/2026,UBND,post,A,,,,Xử lý trước khi nhận,,complaint,settled,2026-11-01,1",
      "B-7,03/11/2026,UBND,post,A,,,,,,complaint,,,",
      "B-8,03/11/2026,UBND,post,A,,,,Được,,complaint,,,",
      "B-8,03/11/2026,UBND,post,A,,,,Trùng mã trong tệp,,complaint,,,",
      "B-9,03/11/2826,UBND,post,A,,,,Năm gõ nhầm,,complaint,,,",
    ].join("\n"),
  );
  const said = Object.fromEntries(faults.map(({ line, error }) => [line, error]));
  expect(Object.keys(said).map(Number)).toEqual([2, 3, 4, 5, 6, 7, 8, 10, 11]);
  expect(said[2]).toContain("D-001");
  expect(said[3]).toContain("không đọc được ngày nhận");
  expect(said[4]).toContain("Sở Xây dựng");
  expect(said[5]).toContain("không hiểu nguồn đơn");
  expect(said[5]).toContain("không hiểu loại đơn");
  expect(said[6]).toContain("thiếu ngày xử lý");
  expect(said[6]).toContain("số văn bản không phải số");
  expect(said[7]).toContain("ngày xử lý trước ngày nhận");
  expect(said[8]).toContain("thiếu trích yếu");
  expect(said[10]).toContain("dòng 9");
  expect(said[11]).toContain("tương lai");
  expect(await count()).toBe(before);
});

const many = (prefix: string, length: number) =>
  Array.from(
    { length },
    (_, index) =>
      `${prefix}-${index},2026-0${1 + (index % 9)}-1${index % 10},peoples-committee,post,Người thứ ${index},Xã số ${index % 50},,,Đề nghị xem xét việc số ${index} của dân,,${["complaint", "proposal", "feedback", "denunciation"][index % 4]},,,`,
  );

type LookUpRow = { asked: number; answers: number; office: string; inCharge: string | null };
const lookUps = () =>
  province().rows<LookUpRow>(
    `select l.asked, l.answers, o.code as office, pe.full_name as "inCharge" from look_ups l
      join offices o on o.tenant_id = l.tenant_id and o.id = l.office_id
      left join people pe on pe.tenant_id = l.tenant_id and pe.account_id = l.in_charge_id
      where l.source = 'import' order by l.at desc, l.id desc`,
  );
const inspectorOf = (office: string) => postOf(province().phuTho, office, "inspector");
const needsWho = [
  { line: 1, error: expect.stringContaining("thanh tra của văn phòng hoặc quản trị cổng đứng tên") },
];

test("a thousand letters come in at once, each with its line and its grams; their inspector answers for the one look-up", async () => {
  const { written, faults } = await imported([head, ...many("N", 1_000)].join("\n"));
  expect(faults).toEqual([]);
  expect(written).toHaveLength(1_000);
  expect((await lookUps())[0]).toMatchObject({
    asked: 1_000,
    office: committee,
    inCharge: inspectorOf(committee).name,
  });
  const view = (await runQuery(listLookUps, as(province().phuTho, committee, "inspector"), {}))?.view;
  expect(view?.lines).toContainEqual(
    expect.objectContaining({ source: "import", inChargeName: inspectorOf(committee).name, letters: 1_000 }),
  );
});

test("who answers for a register: an inspector of the office or the administrator, today; nobody else", async () => {
  const short = [head, ...many("W", 3)].join("\n");
  const before = await count();
  const addressOf = async (accountId: string) =>
    (await province().rows<{ email: string }>("select email from accounts where id = $1", [accountId]))[0]
      ?.email;
  const by = async (office: string, role: Role) =>
    await addressOf(postOf(province().phuTho, office, role).accountId);
  for (const other of [await by(committee, "chief"), await by(party, "inspector"), "nobody@example.vn"]) {
    expect(await imported(short, { by: other ?? "" })).toEqual({ written: [], faults: needsWho });
  }
  const administrator = province().phuTho.posts.find(({ role }) => role === "tenant-administrator");
  const { faults } = await imported(short, { by: (await addressOf(administrator?.accountId ?? "")) ?? "" });
  expect(faults).toEqual([]);
  expect((await lookUps())[0]).toMatchObject({ asked: 3, inCharge: administrator?.name });
  expect(await count()).toBe(before + 3);
});

test("where no post is held that could answer, 500 letters come in and one more does not; nor past the code", async () => {
  const roles = ["inspector", "tenant-administrator"];
  const yesterday = `update post_holdings h set until_date = portal_today() - 1 from posts p
    where p.tenant_id = h.tenant_id and p.id = h.post_id and p.role = any ($1) and h.until_date is null returning h.id`;
  const ended = await province().rows<{ id: string }>(yesterday, [roles]);
  try {
    const before = await count();
    expect(await imported([head, ...many("P", 501)].join("\n"))).toEqual({ written: [], faults: needsWho });
    expect(await count()).toBe(before);
    expect((await imported([head, ...many("Q", 500)].join("\n"))).faults).toEqual([]);
    expect((await lookUps())[0]).toMatchObject({ asked: 500, inCharge: null });
  } finally {
    await province().rows("update post_holdings set until_date = null where id = any ($1::uuid[])", [
      ended.map(({ id }) => id),
    ]);
  }
  const { tenant, offices } = province().phuTho;
  const past = async (...statements: (readonly [string, readonly unknown[]])[]) => {
    const client = await province().pool("worker").connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
      for (const [sql, values] of statements) await client.query(sql, [...values]);
    } finally {
      await client.query("rollback");
      client.release();
    }
  };
  const office = offices.get(committee) ?? "";
  const id = newId();
  const begin = [
    "select look_up_of_import($1::uuid, $2::uuid, 0, null, $3::uuid)",
    [id, office, null],
  ] as const;
  const ask = (as: string, times: number) =>
    [
      "select * from same_letter($1::uuid, 'import', $2::uuid, 1, (select array_agg(n) from generate_series(1, $3) n), (select array_agg(n::bigint) from generate_series(1, $3) n), null)",
      [as, office, times],
    ] as const;
  await expect(past(begin, ask(id, 300), ask(id, 200))).resolves.toBeUndefined();
  await expect(past(begin, ask(id, 300), ask(id, 201))).rejects.toMatchObject({
    constraint: "look_ups_many_in_charge",
  });
  await expect(past(ask(newId(), 1))).rejects.toMatchObject({ code: "PH003" });
  const chief = postOf(province().phuTho, committee, "chief").accountId;
  await expect(past([begin[0], [id, office, chief]])).rejects.toMatchObject({ code: "PH001" });
});

const told = (...letters: (readonly [code: string, office: string])[]) =>
  letters.map(([code, office]) => ({
    code,
    office,
    score: expect.any(Number),
    why: expect.stringMatching(/^(matter|petitioner|both)$/),
  }));

// The command itself, as somebody types it.
const run = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [
      "node_modules/tsx/dist/cli.mjs",
      "--tsconfig",
      "tsconfig.worker.json",
      "scripts/petitions-import.ts",
      ...args,
    ],
    {
      encoding: "utf8",
      env: {
        ...process.env,
        DATABASE_OWNER_URL: province().urls.owner,
        DATABASE_OPERATOR_URL: province().urls.operator,
      },
    },
  );

test("the command: usage ends with 2, faults with 1, and --json is a line each", {
  // Each run starts a program of its own.
  timeout: 300_000,
}, async () => {
  const file = join(folder, "so-don.csv");
  writeFileSync(file, good.replaceAll("D-00", "C-00"));
  const known = ["--tenant", "phu-tho", "--office", committee];
  expect(run("--tenant", "phu-tho", file).status).toBe(2);
  const before = await count();
  const dry = run(...known, "--dry-run", "--json", file);
  expect([dry.status, dry.stderr]).toEqual([0, ""]);
  expect(await count()).toBe(before);
  // A trial is told what is the same, and leaves who asked.
  expect((await lookUps())[0]).toMatchObject({ asked: 3, answers: expect.any(Number), office: committee });
  const real = run(...known, "--json", file);
  expect(real.status).toBe(0);
  const lines = real.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toEqual([
    { line: 2, code: "C-001", id: expect.any(String), same: told(["D-001", committee], ["D-002", council]) },
    {
      line: 3,
      code: "C-002",
      id: expect.any(String),
      same: expect.arrayContaining(told(["C-001", committee])),
    },
    { line: 4, code: "C-003", id: expect.any(String), same: told(["D-003", party]) },
  ]);
  const again = run(...known, "--json", file);
  expect(again.status).toBe(1);
  expect(JSON.parse(again.stdout.split("\n")[0] ?? "")).toEqual({
    line: 2,
    error: expect.stringContaining("C-001"),
  });
  expect(await count()).toBe(before + 3);
});
