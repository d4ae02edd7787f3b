import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFeed } from "@/lib/meetings/commands/create-feed";
import { remindDue } from "@/lib/petitions/clocks/remind-due";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { askPart } from "@/lib/petitions/commands/ask-part";
import { assignPetition } from "@/lib/petitions/commands/assign-petition";
import { attachScans } from "@/lib/petitions/commands/attach-scans";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { givePart } from "@/lib/petitions/commands/give-part";
import { prepareHandover } from "@/lib/petitions/commands/prepare-handover";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { takeOverPart } from "@/lib/petitions/commands/take-over-part";
import { listHandovers } from "@/lib/petitions/handovers/queries/list-handovers";
import { compareWaiting } from "@/lib/petitions/same-letter/compare-arrived";
import { formatAuditLine } from "@/lib/platform/audit/chain";
import { type Ask, findTenant, readChain } from "@/lib/platform/audit/read-chain";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { cell, importRegister, registerHead } from "@/tests/support/builders/import-register";
import { everythingWritten } from "@/tests/support/builders/petition-stages";
import { makePng } from "@/tests/support/files/make-files";
import { textUpload } from "@/tests/support/files/uploads";
import { actIds, formOf } from "./support/acts";
import { CitizenBrowser } from "./support/citizen";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";
import { type Sought, tracesIn, wordsOf } from "./support/traces";
import { formWith } from "./support/uploads";

// A denunciation lives its whole life in the production build. Whatever others can read of it, or what is written of it
// anywhere, is searched for who wrote it: nothing may be found.

const sought: Sought = {
  fullName: "Lò Thị Sương Giang",
  nameParts: ["Sương Giang", "Lò Thị Sương", "Thị Sương"],
  addressParts: ["Bản Nà Ún", "Mường Bú"],
  phone: "0934 567 218",
  idNumber: "014190123457",
  words: ["kê khống công trình kênh mương", "nét chữ nghiêng", "don-lo-thi-suong-giang"],
};
const said = "Tôi là Lò Thị Sương Giang ở Bản Nà Ún, tố cáo trưởng thôn kê khống công trình kênh mương.";
/** Enough that a letter is known by its content alone. */
const aboutCanal = `Đoạn kênh qua cánh đồng Pom dài 412 mét chỉ đổ bê tông 190 mét mà thanh toán đủ, biên bản nghiệm thu ngày 14/3/2026 không có
  chữ ký của giám sát cộng đồng. Quỹ thủy lợi thu mỗi hộ 350 nghìn đồng, 86 hộ đã nộp, sổ thu không cho dân xem. Đề nghị kiểm tra lại khối lượng.`;
const subject = "Việc thu chi quỹ thủy lợi nội đồng";
const reason = "Xác minh nội dung tố cáo";

let scene: Scene;
let letter: { petitionId: string; revision: number; forwardId: string; code: string };
let scan: string;
let readers: Record<string, Person | undefined>;
let feed: string;
let acts: ReadonlyMap<string, string>;

const tenant = () => scene.real.slug;
const caller = (office: string, role: Role) => as(scene.database.phuTho, office, role);
const person = (office: string, role: Role) =>
  scene.portal.signedIn(postOf(scene.database.phuTho, office, role));
const rows = async <Row>(sql: string, values: unknown[] = []) =>
  (await scene.database.pool("superuser").query(sql, values)).rows as Row[];

function send(name: string, page: string, by: Person, fields: Record<string, string>): Promise<Response> {
  return scene.portal.post(page, formOf(acts.get(name) ?? "", tenant(), fields), by);
}

async function lookedUp(petitionId: string) {
  const [row] = await rows<{ revision: number; code: string; forwardId: string | null }>(
    `select p.revision, p.code, f.id as "forwardId" from petitions p
      left join petition_forwards f on f.tenant_id = p.tenant_id and f.petition_id = p.id where p.id = $1`,
    [petitionId],
  );
  if (!row) throw new Error("no letter");
  return { petitionId, revision: row.revision, code: row.code, forwardId: row.forwardId ?? "" };
}

/** Taken in over HTTP: what the web process writes of it is a part of what is searched. */
async function take(): Promise<string> {
  const page = `/${tenant()}/upload/petition`;
  const officer = await person("VP UBND", "reception-officer");
  const typed = {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "desk",
    bodyId: scene.database.phuTho.bodies.get("UBND") ?? "",
    fullName: sought.fullName,
    address: "Bản Nà Ún, xã Mường Bú",
    phone: sought.phone,
    idNumber: sought.idNumber,
    subject,
    content: said,
    class: "denunciation",
    denounces: "yes",
  };
  // A wrong field first: the form comes back, and nothing of it is written anywhere.
  const scanned = [{ name: "lo-thi-suong-giang.png", type: "image/png", bytes: makePng() }];
  const wrong = { ...typed, receivedOn: "32/13/2026", noSecrets: "on" };
  const back = await scene.portal.post(page, formWith(wrong, scanned), officer);
  expect([back.status, back.headers.get("location")]).toEqual([303, `/${tenant()}/petitions/new#take`]);
  const response = await scene.portal.post(page, formWith(typed, []), officer);
  const [, id = ""] = /\/petitions\/([0-9a-f-]{36})$/.exec(response.headers.get("location") ?? "") ?? [];
  expect(id, await response.text()).not.toBe("");
  return id;
}

beforeAll(async () => {
  scene = await openScene();
  acts = actIds("modules");
  readers = {
    nobody: undefined,
    "another province": scene.people.otherTenant,
    "an office without a part": scene.people.withoutPart,
    "the office it goes to": await person("VPTU", "chief"),
    "another office": await person("VP ĐĐBQH&HĐND", "records-clerk"),
    "a records clerk of the office": await person("VP UBND", "records-clerk"),
    "the inspector of the office": await person("VP UBND", "inspector"),
    "who handles it, without a look": await person("VP UBND", "specialist"),
  };
  const { token } = await executeCommand(createFeed, caller("VP UBND", "chief"), { resourceId: "" });
  feed = token;
  const petitionId = await take();
  await executeCommand(attachScans, caller("VP UBND", "records-clerk"), {
    petitionId,
    files: [await textUpload("don-lo-thi-suong-giang.txt", `Nét chữ nghiêng. ${said}`)],
  });
  const [file] = await rows<{ id: string }>("select id from files where subject_id = $1", [petitionId]);
  scan = file?.id ?? "";
  letter = await lookedUp(petitionId);
});

afterAll(() => scene.close());

const about = (id: string) => `/${tenant()}/petitions/${id}`;

/** The letter's own addresses, in whatever state it is. */
function ownAddresses(): string[] {
  const steps = [
    "",
    "/log",
    "/receipt",
    "/refusal",
    "/conditions",
    "/split",
    "/handler",
    "/forward",
    "/amend",
    "/conclude",
    "/slip",
  ];
  return [
    ...steps.map((step) => about(letter.petitionId) + step),
    `${about(letter.petitionId)}/attachments/${scan}`,
    `/${tenant()}/attachments/${scan}`,
  ];
}

const register = () =>
  ["print", "export/so-tiep-cong-dan.xlsx"].map((rest) => `/${tenant()}/petitions/${rest}`);

function addresses(): string[] {
  const base = `/${tenant()}`;
  return [
    ...ownAddresses(),
    base,
    ...["", "/counts", "/print", "/due", "/looks", "/new", "/export/so-tiep-cong-dan.xlsx"].map(
      (rest) => `${base}/petitions${rest}`,
    ),
    ...["notices", "outbox", "outbox?of=failed", "refusals", "calendar", "tasks"].map(
      (rest) => `${base}/${rest}`,
    ),
    `${base}/calendar/feed/${feed}.ics`,
    `${base}/calendar/feed/${feed}`,
  ];
}

/** Addresses as every reader has them; what gives the person away. */
async function sweep(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(readers).map(async ([name, reader]) => {
      const leaks: string[] = [];
      for (const path of paths) {
        const traces = tracesIn(await wordsOf(await scene.portal.get(path, reader)), sought);
        if (traces.length > 0) leaks.push(`${name}, ${path}: ${traces.join("; ")}`);
      }
      return leaks;
    }),
  );
  return found.flat();
}

/** What stands in any row of any table, in the storage, and in what the processes wrote. */
async function written(): Promise<string[]> {
  const everything = await everythingWritten({ rows } as never);
  const folder = process.env.PORTAL_DATA ?? "";
  const stored = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${readFileSync(path).toString("utf8")}`);
  const { process: output, database } = scene.portal.written();
  const places = { rows: everything, storage: stored.join("\n"), output, statements: database };
  return Object.entries(places).flatMap(([place, text]) =>
    tracesIn(text, sought).map((trace) => `${place}: ${trace}`),
  );
}

test("what is looked for is found where it is shown, or nothing of this proves anything", async () => {
  const handler = readers["who handles it, without a look"];
  if (!handler) throw new Error("nobody handles it");
  const opened = await send("lookAtPetitionAction", about(letter.petitionId), handler, {
    petitionId: letter.petitionId,
    reason,
  });
  expect(opened.headers.get("cache-control")).toMatch(/no-store|no-cache/);
  const traces = tracesIn(await wordsOf(opened), sought);
  expect(traces).toEqual(
    expect.arrayContaining([sought.fullName, "Bản Nà Ún", "0934567218", sought.idNumber, sought.words[0]]),
  );
  const scanned = (why: string, by: Person | undefined) =>
    scene.portal.post(
      `${about(letter.petitionId)}/attachments/${scan}`,
      new URLSearchParams({ reason: why }),
      by,
    );
  const file = await scanned(reason, handler);
  expect([file.status, file.headers.get("content-security-policy")]).toEqual([
    200,
    "sandbox; default-src 'none'",
  ]);
  expect(await file.text()).toContain("Nét chữ nghiêng");
  expect((await scanned("", handler)).status).toBe(303);
  for (const [name, status] of [
    ["nobody", 401],
    ["another province", 404],
    ["an office without a part", 404],
    ["a records clerk of the office", 403],
    ["the inspector of the office", 403],
  ] as const) {
    const refused = await scanned(reason, readers[name]);
    expect([name, refused.status, await refused.text()]).toEqual([name, status, ""]);
  }
  // Two looks on record, with their reason.
  expect(await rows("select reason from petition_looks where petition_id = $1", [letter.petitionId])).toEqual(
    [{ reason }, { reason }],
  );
});

test("taken in, classified, with its scan: 0 traces", async () => {
  expect(await sweep(ownAddresses())).toEqual([]);
  expect(await written()).toEqual([]);
});

test("given to one person of the office, with the reason for the change: it opens to that person alone, its scan too: 0 traces", async () => {
  const { petitionId } = letter;
  const [officer, specialist] = (["reception-officer", "specialist"] as const).map((role) =>
    postOf(scene.database.phuTho, "VP UBND", role),
  );
  const give = (to: typeof officer, revision: number, why: string) =>
    executeCommand(assignPetition, caller("VP UBND", "chief"), {
      petitionId,
      revision,
      handler: `${to?.postId}.${to?.personId}`,
      reason: why,
    });
  await give(officer, letter.revision, "");
  await expect(give(specialist, letter.revision + 1, `Không quen ${sought.fullName}`)).rejects.toMatchObject({
    code: "invalid",
  });
  const handler = readers["who handles it, without a look"];
  const opens = async (by: Person | undefined) => {
    if (!by) throw new Error("nobody");
    const looked = await send("lookAtPetitionAction", about(petitionId), by, { petitionId, reason });
    const scanned = await scene.portal.post(
      `${about(petitionId)}/attachments/${scan}`,
      new URLSearchParams({ reason }),
      by,
    );
    const page = await (await scene.portal.get(about(petitionId), by)).text();
    return [
      tracesIn(await wordsOf(looked), sought).length > 0,
      scanned.status,
      (await scanned.text()).includes("Nét chữ nghiêng"),
      page.includes('id="look-reason"'),
    ];
  };
  const chief = await person("VP UBND", "chief");
  expect(await opens(handler)).toEqual([false, 403, false, false]);
  expect(await opens(chief)).toEqual([false, 403, false, false]);
  expect(await opens(await person("VP UBND", "reception-officer"))).toEqual([true, 200, true, true]);
  await give(specialist, letter.revision + 1, "Người thụ lý chuyển việc");
  expect(await opens(handler)).toEqual([true, 200, true, true]);
  expect(await opens(chief)).toEqual([false, 403, false, false]);
  letter = await lookedUp(petitionId);
  expect(await sweep([`/${tenant()}`, `/${tenant()}/notices`, ...ownAddresses()])).toEqual([]);
  expect(await written()).toEqual([]);
});

test("assisted by another office, which is told what it is asked and contributes: 0 traces", async () => {
  const { petitionId } = letter;
  const officeId = scene.database.phuTho.offices.get("VP ĐĐBQH&HĐND") ?? "";
  const day = formatDay(plusDays(dayAt(new Date()), 5));
  const asking = { petitionId, officeId, dueOn: day, checked: "on" };
  const request = "Hồ sơ giám sát công trình thủy lợi.";
  const contribution = "Đoàn giám sát năm 2025 đã có báo cáo.";
  await executeCommand(askPart, caller("VP UBND", "specialist"), { ...asking, request });
  expect(await sweep([`/${tenant()}`, ...ownAddresses()])).toEqual([]);
  const other = readers["another office"];
  const page = await (await scene.portal.get(about(petitionId), other)).text();
  expect(page).toContain(request);
  await expect(
    executeCommand(givePart, caller("VP ĐĐBQH&HĐND", "chief"), { petitionId, contribution: said }),
  ).rejects.toMatchObject({ code: "invalid" });
  await executeCommand(givePart, caller("VP ĐĐBQH&HĐND", "chief"), { petitionId, contribution });
  await executeCommand(takeOverPart, caller("VP UBND", "specialist"), { petitionId, officeId });
  expect(await sweep([`/${tenant()}`, ...ownAddresses()])).toEqual([]);
  expect(await written()).toEqual([]);
});

test("given over with a summary, acknowledged, accepted, its clocks reminded of by mail, settled, the result told: 0 traces", async () => {
  const { petitionId, revision } = letter;
  await executeCommand(forwardPetition, caller("VP UBND", "specialist"), {
    petitionId,
    revision,
    officeId: scene.database.phuTho.offices.get("VPTU"),
    reason: "Người bị tố cáo là cấp ủy viên.",
    documentNumber: "71/PC-VP",
    summary: "Phản ánh việc kê khai một công trình của thôn.",
    summaryChecked: "on",
  });
  expect(await sweep(ownAddresses())).toEqual([]);
  const { forwardId } = await lookedUp(petitionId);
  const party = caller("VPTU", "chief");
  await executeCommand(answerForward, party, { petitionId, forwardId, answer: "acknowledged", reason: "" });
  const milestone = async (kind: string) =>
    executeCommand(recordMilestone, party, {
      petitionId,
      revision: (await lookedUp(petitionId)).revision,
      kind,
      on: formatDay(dayAt(new Date())),
      document: "72/QĐ",
    });
  await milestone("accepted");
  await remindDue(new Date(`${plusDays(dayAt(new Date()), 40)}T02:00:00Z`));
  expect((await rows<{ count: string }>("select count(*) from mails"))[0]?.count).not.toBe("0");
  await milestone("concluded");
  expect(await sweep(addresses())).toEqual([]);
  expect(await written()).toEqual([]);
});

test("its steps are handed over to the national database, on the page and in both files: 0 traces", async () => {
  const clerk = caller("VP UBND", "records-clerk");
  const before = await runQuery(listHandovers, clerk, {});
  const { handoverId } = await executeCommand(prepareHandover, clerk, {
    until: before?.view.waiting.until,
  });
  const page = `/${tenant()}/petitions/handovers`;
  const files = ["json", "xlsx"].map((kind) => `${page}/${handoverId}/ban-giao.${kind}`);
  for (const path of files) {
    const words = await wordsOf(await scene.portal.get(path, readers["a records clerk of the office"]));
    expect(words, path).toContain(letter.code);
  }
  expect(await sweep([page, ...files])).toEqual([]);
  expect(await written()).toEqual([]);
});

/** What a browser prints of a page, as text. */
async function printed(paths: readonly string[], reader: Person): Promise<string[]> {
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const context = await browser.newContext({ baseURL: scene.portal.origin, extraHTTPHeaders: reader });
    const page = await context.newPage();
    const texts: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      texts.push(textOfPdf(await page.pdf({ format: "A4" })));
    }
    return texts;
  } finally {
    await browser.close();
  }
}

function textOfPdf(pdf: Buffer): string {
  return execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
}

// As the other tests that need a browser: not where there is none.
test.skipIf(!process.env.CHROMIUM_PATH)(
  "printed, its slips and the register have its number and 0 traces",
  async () => {
    const handler = readers["who handles it, without a look"];
    if (!handler) throw new Error("nobody handles it");
    const paths = ["", "/receipt", "/slip"].map((rest) => about(letter.petitionId) + rest);
    const texts = await printed([...paths, `/${tenant()}/petitions/print`], handler);
    // Read back from a PDF, a code broken at its hyphen has lost that.
    const bare = (text: string) => text.replace(/[-\s]/g, "");
    for (const text of texts) expect(bare(text)).toContain(bare(letter.code));
    expect(texts.flatMap((text) => tracesIn(text, sought))).toEqual([]);
  },
  60_000,
);

test("the export of the history has its events and 0 traces", async () => {
  const client = await scene.database.pool("owner").connect();
  const lines: string[] = [];
  try {
    const ask: Ask = (sql, values) => client.query(sql, [...values]);
    // A cursor lives in a transaction, as the command has one.
    await client.query("begin transaction isolation level repeatable read read only");
    const tenantId = await findTenant(ask, tenant());
    for await (const line of readChain(ask, tenantId ?? "")) lines.push(formatAuditLine(line));
  } finally {
    await client.query("rollback");
    client.release();
  }
  const text = lines.join("\n");
  expect(text).toContain(letter.petitionId);
  expect(tracesIn(text, sought)).toEqual([]);
}, 60_000);

test("brought in with a register, it leaves 0 traces in what is written, and none in what others read", async () => {
  const line = [
    "TC-77/2026",
    "05/10/2026",
    "peoples-committee",
    "post",
    cell(sought.fullName),
    cell("Bản Nà Ún, xã Mường Bú"),
    sought.phone,
    sought.idNumber,
    cell(subject),
    cell(said),
    "denunciation",
    "",
    "",
    "",
  ];
  const database = scene.database;
  const province = { phuTho: database.phuTho, pool: database.pool.bind(database), rows } as never;
  const { faults } = await importRegister(province, `${registerHead}\n${line.join(",")}\n`, {
    office: "VP UBND",
  });
  expect(faults).toEqual([]);
  const [imported] = await rows<{ id: string }>("select id from petitions where code = 'TC-77/2026'");
  expect(await sweep([about(imported?.id ?? ""), ...register()])).toEqual([]);
  expect(await written()).toEqual([]);
}, 60_000);

test("filed away and destroyed, it leaves 0 traces, and its scan opens no more", async () => {
  const petitionId = await take();
  await executeCommand(attachScans, caller("VP UBND", "records-clerk"), {
    petitionId,
    files: [await textUpload("don-lo-thi-suong-giang.txt", said)],
  });
  const [file] = await rows<{ id: string }>("select id from files where subject_id = $1", [petitionId]);
  const chief = caller("VP UBND", "chief");
  const { revision } = await lookedUp(petitionId);
  const words = "Đơn trùng nội dung đã có kết luận.";
  await executeCommand(concludePetition, chief, { petitionId, revision, conclusion: "filed-away", words });
  const client = await scene.database.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [scene.database.phuTho.tenant.id]);
    await client.query("update petitions set keep_until = portal_today() where id = $1", [petitionId]);
    await client.query("commit");
  } finally {
    client.release();
  }
  await executeCommand(destroyPetition, chief, {
    petitionId,
    revision: (await lookedUp(petitionId)).revision,
    documentNumber: "09/QĐ-VP",
  });
  letter = await lookedUp(petitionId);
  scan = file?.id ?? "";
  expect(await sweep([...ownAddresses(), ...register()])).toEqual([]);
  expect(await written()).toEqual([]);
  const handler = await person("VP UBND", "chief");
  const asked = await scene.portal.post(
    `${about(petitionId)}/attachments/${scan}`,
    new URLSearchParams({ reason }),
    handler,
  );
  expect(asked.status).toBe(303);
});

// What a citizen sends on line may denounce: until somebody classified it, it answers as a denunciation does.
test("sent on line and compared when it came, by name or telephone it is told to nobody, and leaves 0 traces", async () => {
  const browser = new CitizenBrowser(scene.portal, tenant());
  const told = `${said} ${aboutCanal}`;
  await browser.send("tell", {
    bodyId: scene.database.phuTho.bodies.get("UBND") ?? "",
    subject,
    content: told,
    fullName: sought.fullName,
    address: "Bản Nà Ún, xã Mường Bú",
    phone: sought.phone,
  });
  await browser.send("send", {});
  const { code } = await browser.receipt();
  expect(await rows("select data from pgboss.job where name = 'petitions.compare-arrived'")).toEqual([
    { data: { tenantId: scene.database.phuTho.tenant.id, petitionId: expect.any(String) } },
  ]);
  expect(await compareWaiting([scene.database.phuTho.tenant.id])).toEqual({ kept: 1, left: false });
  const [sent] = await rows<{ id: string; petitioner: unknown; marks: string[] }>(
    `select p.id, s.petitioner, s.petitioner_marks as marks from petitions p join petition_sketches s on s.petition_id = p.id where p.code = $1`,
    [code],
  );
  expect(sent).toMatchObject({ petitioner: null, marks: [] });
  const ask = async (name: string, typed: Record<string, string>) => {
    const answer = await scene.portal.post(
      `/${tenant()}/petitions/same`,
      new URLSearchParams(typed),
      readers[name],
    );
    const text = await answer.text();
    expect([name, tracesIn(text, sought), text.includes(code)]).toEqual([name, [], false]);
    return text;
  };
  const who = { fullName: sought.fullName, address: "Bản Nà Ún, xã Mường Bú", phone: sought.phone };
  for (const name of ["another office", "a records clerk of the office", "the office it goes to"]) {
    // The neighbour's name, with whatever else one knows of him, and a sentence that tries him.
    for (const typed of [
      {
        ...who,
        subject: "Xin cấp lại giấy",
        content: "Xin cấp lại giấy chứng nhận đã mất trong trận lũ năm ngoái.",
      },
      { ...who, idNumber: sought.idNumber, subject, content: said },
      { subject: said, content: said, denounces: "yes" },
    ])
      expect([name, await ask(name, typed)]).toEqual([name, '{"lines":[]}']);
    // Who holds the text itself is told whom to ask, in the words a denunciation is told in.
    expect(await ask(name, { subject, content: told })).toContain("liên hệ");
  }
  expect(await sweep([about(sent?.id ?? ""), ...register()])).toEqual([]);
  expect(await written()).toEqual([]);
}, 60_000);

test("a leak that is planted is found: in a column the register prints, and in a mail", async () => {
  const put = async (sql: string, values: unknown[]) => {
    const client = await scene.database.pool("superuser").connect();
    try {
      await client.query("set session_replication_role = replica");
      await client.query(sql, values);
    } finally {
      await client.query("reset session_replication_role");
      client.release();
    }
  };
  // What is planted also stands in the log of statements from here on.
  const inRows = async () => (await written()).filter((trace) => trace.startsWith("rows: "));
  const note = "update petitions set follow_up = $2 where id = $1";
  await put(note, [letter.petitionId, "Đã mời bà Lo Thi Suong Giang"]);
  const leaks = await sweep(register());
  expect(leaks.some((leak) => leak.includes("xlsx"))).toBe(true);
  expect(leaks.some((leak) => leak.includes("/print"))).toBe(true);
  expect((await inRows()).length).toBeGreaterThan(0);
  await put(note, [letter.petitionId, ""]);
  const mail =
    "update mail_contents set text = $1 where (tenant_id, mail_id) = (select tenant_id, mail_id from mail_contents limit 1)";
  await put(mail, ["Gọi số 0934.567.218"]);
  expect(await inRows()).toEqual(["rows: 0934567218"]);
  await put(mail, [""]);
});

test("a search for the name, its parts, the telephone or the number finds no letter", async () => {
  const words = [sought.fullName, "lo thi suong giang", ...sought.nameParts, sought.phone, sought.idNumber];
  for (const reader of ["the office it goes to", "who handles it, without a look"]) {
    for (const asked of words) {
      for (const page of ["petitions?q=", "petitions/new?q="]) {
        const path = `/${tenant()}/${page}${encodeURIComponent(asked)}`;
        const answer = await (await scene.portal.get(path, readers[reader])).text();
        expect([path, answer.includes(letter.code), answer.includes(letter.petitionId)]).toEqual([
          path,
          false,
          false,
        ]);
      }
    }
  }
});
