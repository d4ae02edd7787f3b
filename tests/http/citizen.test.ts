import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { issueSecret } from "@/lib/petitions/commands/issue-secret";
import { compareWaiting } from "@/lib/petitions/same-letter/compare-arrived";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { makePlainPdf, makePng } from "@/tests/support/files/make-files";
import { CitizenBrowser, telling } from "./support/citizen";
import { hostileCitizens } from "./support/hostile-citizens";
import { openScene, type Scene } from "./support/items";
import { formWith, keptBytes } from "./support/uploads";

// A citizen without an account and without a script: sends a letter, opens it by its codes, adds to it, moves, withdraws it.

let scene: Scene;
let bodyId: string;

beforeAll(async () => {
  scene = await openScene();
  bodyId = scene.database.phuTho.bodies.get("HDND") ?? "";
});

afterAll(() => scene.close());

const citizen = () => new CitizenBrowser(scene.portal, scene.real.slug);
const owner = () => scene.database.pool("owner");
const pdf = { name: "don Tram Ngoc.pdf", type: "application/pdf", bytes: makePlainPdf("Don") };
const png = { name: "anh.png", type: "image/png", bytes: makePng() };

async function row<T extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await owner().query<T>(sql, values);
  if (!rows[0]) throw new Error(`no row: ${sql}`);
  return rows[0];
}

async function sent(fields = telling(bodyId), files: Parameters<CitizenBrowser["send"]>[2] = []) {
  const browser = citizen();
  expect(await browser.send("tell", fields)).toBe("/phu-tho/citizen/send");
  expect(await browser.send("send", files?.length ? { noSecrets: "on" } : {}, files)).toBe(
    "/phu-tho/citizen/sent",
  );
  return { browser, ...(await browser.receipt()) };
}

async function opened(): Promise<{ browser: CitizenBrowser; code: string; secret: string }> {
  const letter = await sent();
  const browser = citizen();
  const { code, secret } = letter;
  expect(await browser.send("look-up", { code, secret })).toBe("/phu-tho/citizen/letter");
  return { browser, code, secret };
}

describe("a letter sent on line", () => {
  test("without the word about secrets says beside the files that they are to be chosen again", async () => {
    const browser = citizen();
    await browser.send("tell", telling(bodyId));
    expect(await browser.send("send", {}, [pdf])).toBe("/phu-tho/citizen/send#errors");
    expect(await browser.text("/send")).toContain("Chọn lại ảnh, giấy tờ");
  });

  test("hands its code on to the look-up, and never its secret", async () => {
    const { browser, code, secret } = await sent();
    const page = await browser.text("/look-up");
    expect(page).toContain(`value="${code}"`);
    expect(page).not.toContain(secret);
  });

  test("begins at the door of the portal, at the province one came from", async () => {
    const door = await (await scene.portal.get("/sign-in?next=%2Fphu-tho")).text();
    expect(door).toContain('href="/phu-tho/citizen"');
    const bare = await (await scene.portal.get("/sign-in")).text();
    for (const slug of ["phu-tho", "ha-giang"]) expect(bare).toContain(`href="/${slug}/citizen"`);
  });

  test("is in the register of the office that serves the body, sealed, with files and an event of nobody's", async () => {
    const { code, secret } = await sent(
      { ...telling(bodyId), forOther: "on", helperName: "Đinh Văn Lâm", relation: "child" },
      [pdf, png],
    );
    expect(code).toMatch(/^PT-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(secret).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const letter = await row<Record<string, unknown>>("select * from petitions where code = $1", [code]);
    expect(letter).toMatchObject({
      origin: "online",
      channel: "online",
      denounces: "unsure",
      identity: "sealed",
      state: "received",
      content: null,
      filing_account_id: null,
      receiving_body_id: bodyId,
      receiving_office_id: scene.database.phuTho.offices.get("VP ĐĐBQH&HĐND"),
    });
    const { rows: people } = await owner().query(
      "select part, relation, full_name, sealed is not null as sealed from petition_people where petition_id = $1 order by ordinal",
      [letter["id"]],
    );
    expect(people).toEqual([
      { part: "petitioner", relation: null, full_name: null, sealed: true },
      { part: "representative", relation: "child", full_name: null, sealed: true },
    ]);
    const { rows: files } = await owner().query(
      "select name, type, sealed, office_id from files where subject_kind = 'petition' and subject_id = $1 order by name",
      [letter["id"]],
    );
    expect(files).toEqual(
      [1, 2].map((n) => ({
        name: `scan-${n}`,
        type: "application/octet-stream",
        sealed: true,
        office_id: null,
      })),
    );
    const event = await row(
      "select name, account_id, office_id from audit_events where subject_id = $1 order by seq desc limit 1",
      [letter["id"]],
    );
    expect(event).toEqual({ name: "petitions.sentOnline", account_id: null, office_id: null });
    const clerk = await scene.portal.signedIn(
      postOf(scene.database.phuTho, "VP ĐĐBQH&HĐND", "records-clerk"),
    );
    const page = await (await scene.portal.get(`/phu-tho/petitions/${String(letter["id"])}`, clerk)).text();
    expect(page).toContain("Gửi trực tuyến");
    expect(page).not.toContain("Trâm Ngọc");
    const hidden = await scene.portal.get(
      `/phu-tho/petitions/${String(letter["id"])}`,
      scene.people.withoutPart,
    );
    expect(hidden.status).toBe(404);
  });

  test("says at once, before anybody classified it, who has it and by which day of which law they answer; after that no more than before", async () => {
    const { browser, code, secret } = await sent();
    const { due } = await row<{ due: string }>(
      // Ten working days from the day after, the weekends and days off of the province left out (Luật Tiếp công dân, art. 28(1)).
      `select to_char(max(counted.at), 'DD/MM/YYYY') as due from (
        select g.at::date as at from generate_series(portal_today() + 1, portal_today() + 40, interval '1 day') g (at)
        left join legal_days d on d.tenant_id = $1 and d.day = g.at::date and d.active
        where coalesce(d.kind = 'make-up', extract(isodow from g.at) < 6) order by g.at limit 10) counted`,
      [scene.database.phuTho.tenant.id],
    );
    const says = [
      "Hội đồng nhân dân tỉnh",
      `<b>${due}</b>`,
      "10 ngày làm việc",
      "khoản 1 Điều 28 Luật Tiếp công dân",
    ];
    const page = await browser.text("/sent");
    for (const words of says) expect(page).toContain(words);
    const other = citizen();
    await other.send("look-up", { code, secret });
    const before = await other.text("/letter");
    for (const words of says) expect(before).toContain(words);
    // The clock of the office is the same day, and runs already.
    const clock = await row(
      "select to_char(c.due_on, 'DD/MM/YYYY') as due, c.step from petition_clocks c join petitions p on p.id = c.petition_id where p.code = $1",
      [code],
    );
    expect(clock).toEqual({ due, step: "reception-outcome" });
    await compareWaiting([scene.database.phuTho.tenant.id]);
    for (const words of says) expect(await other.text("/letter")).toContain(words);
    const { id } = await row<{ id: string }>("select id from petitions where code = $1", [code]);
    await executeCommand(classifyPetition, as(scene.database.phuTho, "VP ĐĐBQH&HĐND", "specialist"), {
      petitionId: id,
      revision: 1,
      class: "denunciation",
      denounces: "yes",
    });
    const after = await other.text("/letter");
    for (const words of [due, "Hội đồng nhân dân tỉnh", "Điều 28"]) expect(after).not.toContain(words);
  });

  test("keeps name, words and secret out of every table", async () => {
    const { code, secret } = await sent();
    const { rows } = await owner().query<{ table: string }>(
      "select table_name as table from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { table } of rows) {
      const found = await owner().query(
        `select 1 from ${table} t where t::text ilike any(array['%Trâm Ngọc%', '%tram ngoc%', '%0900 000 733%', '%0900000733%', '%Gò Sành%', $1, $2]) limit 1`,
        [`%${secret}%`, `%${secret.replace("-", "")}%`],
      );
      expect([table, found.rowCount]).toEqual([table, 0]);
    }
    expect(code).not.toBe("");
  });

  test("sent twice from one page is one letter with the same codes", async () => {
    const browser = citizen();
    await browser.send("tell", telling(bodyId));
    const draft = browser.jar.get("citizen-tell") ?? "";
    const both = await Promise.all(
      [1, 2].map(() => {
        const one = citizen();
        one.jar.set("citizen-tell", draft);
        return one.send("send", { noSecrets: "on" }, [pdf]).then(() => one.receipt());
      }),
    );
    expect(both[0]).toEqual(both[1]);
    const { count } = await row<{ count: string }>("select count(*) from petitions where code = $1", [
      both[0]?.code,
    ]);
    expect(count).toBe("1");
    const bytes = keptBytes();
    const kept = await row<{ ids: string[] }>("select array_agg(id::text) as ids from files");
    expect(bytes.filter((path) => !kept.ids.some((id) => path.endsWith(id)))).toEqual([]);
  });

  test("asks again for what is missing, with everything typed, and keeps a wrong file from being sent", async () => {
    const browser = citizen();
    const fields = { ...telling(bodyId), fullName: "", subject: "Tôi ở Khu 5, xã Hy Cương xin tính lại" };
    expect(await browser.send("tell", fields)).toBe("/phu-tho/citizen#errors");
    const page = await browser.text("");
    for (const words of ["Ghi họ và tên.", "Bỏ tên, số điện thoại", "312 m²"]) expect(page).toContain(words);
    expect(await browser.text("/send")).toBe("307 /phu-tho/citizen");
    await browser.send("tell", telling(bodyId));
    expect(await browser.send("send", { noSecrets: "on" }, [{ ...png, name: "anh.pdf" }])).toBe(
      "/phu-tho/citizen/send#errors",
    );
    expect(await browser.text("/send")).toContain("anh.pdf");
    expect(await browser.send("send", {}, [png])).toBe("/phu-tho/citizen/send#errors");
    expect(await browser.send("send", {})).toBe("/phu-tho/citizen/sent");
  });

  test("is refused where it was typed for a font of the nineties", async () => {
    const browser = citizen();
    const content = "Nhµ t«i cã 312 m2 ®Êt v­ên bÞ thu håi lµm ®­êng, tiÒn ®Òn bï tÝnh theo gi¸ n¨m 2023";
    expect(await browser.send("tell", { ...telling(bodyId), content })).toBe("/phu-tho/citizen#errors");
    expect(await browser.text("")).toContain("TCVN3");
  });
});

describe("a look-up", () => {
  test("opens by code and secret however they are typed, and tells of a sealed letter nothing of who wrote it or what", async () => {
    const { code, secret } = await sent();
    const browser = citizen();
    expect(
      await browser.send("look-up", {
        code: code.slice(3).toLowerCase(),
        secret: ` ${secret.toLowerCase()} `,
      }),
    ).toBe("/phu-tho/citizen/letter");
    const page = await browser.text("/letter");
    expect(page).toContain("Đã nhận đơn");
    for (const words of [secret, "Trâm Ngọc", "0900 000 733", "đền bù", "Gò Sành"])
      expect(page).not.toContain(words);
  });

  test("of a wrong code and of a wrong secret is answered alike, and after some tries costs a wait of its own", async () => {
    const { code, secret } = await sent();
    const [first, second] = [citizen(), citizen()];
    const answers = [];
    for (const [browser, fields] of [
      [first, { code: "PT-2222-2222", secret }],
      [second, { code, secret: "AAAA-AAAA" }],
    ] as const) {
      const at = await browser.send("look-up", fields);
      answers.push([
        at,
        (await browser.text("/look-up"))
          .replaceAll(fields.code, "")
          .replaceAll(/nonce[^ ]*|[0-9a-f]{16,}/g, ""),
      ]);
    }
    expect(answers[0]?.[0]).toBe("/phu-tho/citizen/look-up#errors");
    expect(answers[0]?.[1]?.length).toBe(answers[1]?.[1]?.length);
    const guesser = citizen();
    for (let n = 0; n < 6; n += 1) await guesser.send("look-up", { code, secret: `AAAA-AA2${n + 2}` });
    const page = await guesser.text("/look-up");
    expect(page).toMatch(/đợi \d+ giây/i);
    const ticket = /name="ticket" value="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(ticket).not.toBe("");
    // Before its seconds are over the ticket opens nothing, neither does none, even with the right secret.
    for (const early of [ticket, ""])
      expect(await guesser.send("look-up", { code, secret, ticket: early })).toBe(
        "/phu-tho/citizen/look-up#errors",
      );
    // Another letter is not touched by it.
    const other = await sent();
    expect(await citizen().send("look-up", { code: other.code, secret: other.secret })).toBe(
      "/phu-tho/citizen/letter",
    );
  });

  test("leaves nothing in the browser that leaves", async () => {
    const { browser } = await opened();
    await browser.send("leave", {});
    expect(await browser.text("/letter")).toBe("307 /phu-tho/citizen/look-up");
    expect([...browser.jar.keys()]).toEqual([]);
  });
});

describe("after a look-up", () => {
  test("a page is added, sealed, with its event; nothing without a look-up", async () => {
    const { browser, code } = await opened();
    expect(await browser.send("add", {})).toBe("/phu-tho/citizen/letter/add#errors");
    expect(
      await browser.send("add", { page: "Thêm: đã đo lại đất ngày 20/11", noSecrets: "on" }, [png]),
    ).toBe("/phu-tho/citizen/letter");
    expect(await browser.text("/letter")).toContain("Đã gửi thêm vào đơn.");
    const addition = await row(
      "select a.kind, a.files, a.sealed is not null as sealed from petition_additions a join petitions p on p.id = a.petition_id where p.code = $1",
      [code],
    );
    expect(addition).toEqual({ kind: "page", files: 1, sealed: true });
    const before = keptBytes();
    expect(await citizen().send("add", { page: "Thêm", noSecrets: "on" }, [png])).toBe(
      "/phu-tho/citizen/letter",
    );
    expect(keptBytes()).toEqual(before);
  });

  test("the address is changed under the seal", async () => {
    const { browser, code } = await opened();
    const sealed = () =>
      row<{ sealed: Buffer }>(
        "select pe.sealed from petition_people pe join petitions p on p.id = pe.petition_id where p.code = $1",
        [code],
      );
    const before = await sealed();
    expect(await browser.send("contact", { phone: "12" })).toBe("/phu-tho/citizen/letter/contact#errors");
    expect(await browser.send("contact", { phone: "0900 000 734" })).toBe("/phu-tho/citizen/letter");
    expect((await sealed()).sealed.equals(before.sealed)).toBe(false);
  });

  test("it is withdrawn at once while nobody began with it, and then nothing is added", async () => {
    const { browser, code } = await opened();
    expect(await browser.send("withdraw", {})).toBe("/phu-tho/citizen/letter/withdraw#errors");
    expect(await browser.send("withdraw", { sure: "on" })).toBe("/phu-tho/citizen/letter");
    expect(await browser.text("/letter")).toContain("Đơn đã rút");
    const letter = await row(
      "select state, outcome, closed_at is not null as closed from petitions where code = $1",
      [code],
    );
    expect(letter).toEqual({ state: "withdrawn", outcome: "withdrawn", closed: true });
    expect(await browser.text("/letter/add")).toBe("307 /phu-tho/citizen/letter");
    await browser.send("add", { page: "Thêm nữa" });
    const { count } = await row<{ count: string }>(
      "select count(*) from petition_additions a join petitions p on p.id = a.petition_id where p.code = $1 and a.kind = 'page'",
      [code],
    );
    expect(count).toBe("0");
  });
});

test("a paper meant for the sender stands on the letter's page and is opened there, and nowhere without the letter's secret", async () => {
  const { paperLetter, paper } = scene.real;
  const officer = as(scene.database.phuTho, "VPTU", "reception-officer");
  const { secret } = await executeCommand(issueSecret, officer, { petitionId: paperLetter, issues: 0 });
  const { code } = await row<{ code: string }>("select code from petitions where id = $1", [paperLetter]);
  const browser = citizen();
  expect(await browser.send("look-up", { code, secret })).toBe("/phu-tho/citizen/letter");
  const page = await browser.text("/letter");
  expect(page).toMatch(/Phiếu chuyển đơn số \d+/);
  expect(page).toContain(`/phu-tho/citizen/letter/papers/${paper}`);
  const file = await browser.get(`/letter/papers/${paper}`);
  expect([file.status, file.headers.get("content-type"), file.headers.get("cache-control")]).toEqual([
    200,
    "application/pdf",
    "private, no-store",
  ]);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const { browser: other } = await opened();
  for (const stranger of [citizen(), other]) {
    const hidden = await stranger.get(`/letter/papers/${paper}`);
    expect([hidden.status, await hidden.text()]).toEqual([404, ""]);
  }
  const never = await browser.get("/letter/papers/0");
  expect([never.status, await never.text()]).toEqual([404, ""]);
});

test("over https what a browser holds is told over https alone", async () => {
  const form = formWith({ ...telling(bodyId), subject: "" }, []);
  const over = async (scheme: string) => {
    const response = await scene.portal.post("/phu-tho/upload/citizen/tell", form, undefined, {
      "x-forwarded-proto": scheme,
    });
    return response.headers.getSetCookie().map((line) => /; Secure/i.test(line));
  };
  expect(await over("https")).toEqual([true]);
  expect(await over("http")).toEqual([false]);
});

test("a file of more than 10 MB is not taken from a citizen, and the page says so before", async () => {
  const browser = citizen();
  await browser.send("tell", telling(bodyId));
  expect(await browser.text("/send")).toContain("mỗi tệp 10 MB");
  const before = keptBytes();
  const large = { ...pdf, bytes: Buffer.alloc(11 * 1024 * 1024, 1) };
  expect(await browser.send("send", { noSecrets: "on" }, [large])).toBe("/phu-tho/citizen/send#errors");
  expect(await browser.text("/send")).toContain("10 MB");
  expect(keptBytes()).toEqual(before);
});

test("what is no province, no act or sent from elsewhere is refused", async () => {
  const { portal } = scene;
  const body = () => new FormData();
  expect((await portal.post("/khong-co/upload/citizen/tell", body())).status).toBe(404);
  expect((await portal.post("/phu-tho/upload/citizen/constructor", body())).status).toBe(404);
  expect((await portal.get("/khong-co/citizen")).status).toBe(404);
  const foreign = await portal.post("/phu-tho/upload/citizen/tell", body(), undefined, {
    origin: "https://example.org",
  });
  expect(foreign.status).toBe(403);
});

test("pages of citizens are under the portal's policy and no statement of theirs names code or secret", async () => {
  const { code, secret } = await sent();
  scene.portal.statements();
  const browser = citizen();
  await browser.send("look-up", { code, secret });
  const page = await browser.get("/letter");
  expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self' 'nonce-/);
  const lines = scene.portal.statements().join();
  expect(lines).not.toContain(secret);
  expect(lines).not.toContain(secret.replace("-", ""));
  expect(lines).toContain("portal_public@");
});

// The deep test goes on with 2,000 senders.
test("some 150 hostile forms: no fault, and nothing kept that was refused", async () => {
  const told = await hostileCitizens(scene, 0, 120);
  expect(told.faults).toEqual([]);
  expect(told.takenThoughRefused).toEqual([]);
  expect(told.forms).toBeGreaterThan(130);
  expect(told.letters).toBeGreaterThan(5);
  expect(told.refused).toBeGreaterThan(50);
}, 300_000);
