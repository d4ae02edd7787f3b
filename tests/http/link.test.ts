import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { issueForwardLink } from "@/lib/petitions/commands/issue-forward-link";
import { keepExternalBody } from "@/lib/petitions/commands/keep-external-body";
import { revokeForwardLink } from "@/lib/petitions/commands/revoke-forward-link";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { drawing } from "@/tests/support/files/corpus";
import { askedOf } from "./support/asked";
import { CitizenBrowser } from "./support/citizen";
import { hostileTexts } from "./support/hostile-citizens";
import { openScene, type Scene } from "./support/items";

// A body outside opens one slip by its link and answers it, once; whoever has no link, or an old one, learns nothing.

let scene: Scene;

beforeAll(async () => {
  scene = await openScene();
}, 180_000);

afterAll(() => scene.close());

const today = formatDay(dayAt(new Date()));
const person = {
  fullName: "Khuất Thị Vân Thoa",
  address: "Thôn Đồi, xã Hiền Lương",
  phone: "0976 555 121",
  idNumber: "025190123456",
};
const traces = [person.fullName, person.phone, person.idNumber, "Thoa", "Hiền Lương"];

let slips = 0;

type Slip = { secret: string; petitionId: string; forwardId: string; linkId: string };

/** A letter of the People's Committee's office given over to a commune, and its link. */
async function slip(change: Record<string, unknown> = {}): Promise<Slip> {
  slips += 1;
  const { database } = scene;
  const by = (role: "records-clerk" | "reception-officer" | "specialist") =>
    as(database.phuTho, "VP UBND", role);
  const { bodyId } = await executeCommand(keepExternalBody, by("records-clerk"), {
    kind: "commune",
    name: `Ủy ban nhân dân xã Thử ${slips}`,
  });
  const { petitionId } = await executeCommand(takePetition, by("reception-officer"), {
    kind: "letter",
    receivedOn: today,
    channel: "post",
    bodyId: database.phuTho.bodies.get("UBND"),
    ...person,
    subject: `Kiến nghị về kênh mương nội đồng ${slips}`,
    content: "Kênh vỡ từ tháng 10, ruộng thiếu nước.",
    class: "feedback",
    denounces: "no",
    ...change,
  });
  await executeCommand(forwardPetition, by("specialist"), {
    petitionId,
    revision: 1,
    externalBodyId: bodyId,
    reason: "Kênh do xã quản lý.",
    documentNumber: `${slips}/PC-VP`,
    summary: "Phản ánh việc quản lý quỹ của một thôn.",
    summaryChecked: "on",
  });
  const { rows } = await database
    .pool("owner")
    .query<{ id: string }>("select id from petition_forwards where petition_id = $1", [petitionId]);
  const forwardId = rows[0]?.id ?? "";
  const { secret, linkId } = await executeCommand(issueForwardLink, by("specialist"), {
    petitionId,
    forwardId,
    links: 0,
    days: 90,
  });
  return { secret, petitionId, forwardId, linkId };
}

class BodyBrowser {
  readonly browser: CitizenBrowser;
  constructor() {
    this.browser = new CitizenBrowser(scene.portal, scene.real.slug, "link");
  }
  open(secret: string) {
    return this.browser.get(`/${secret}`);
  }
  text() {
    return this.browser.text("");
  }
  send(act: string, fields: Record<string, string>) {
    return this.browser.send(act, fields);
  }
}

async function stateOf({ petitionId }: Slip) {
  const { rows } = await scene.database.pool("owner").query(
    `select f.state, f.answered_via as via, f.back_reason, f.result, p.closed_at is not null as closed,
      (select count(*)::int from audit_events e where e.subject_id = p.id and e.name = 'petitions.bodyAnswered') as events
      from petition_forwards f join petitions p on p.id = f.petition_id where f.petition_id = $1`,
    [petitionId],
  );
  return rows[0];
}

const missed = "Mã này không mở được phiếu nào";

describe("a link", () => {
  test("opens its slip from the address, tells nobody the address, and shows what the body needs", async () => {
    const made = await slip();
    const body = new BodyBrowser();
    const led = await body.open(made.secret);
    expect(led.status).toBe(303);
    expect(led.headers.get("location")).toBe("/phu-tho/link");
    expect(led.headers.get("referrer-policy")).toBe("no-referrer");
    const page = await body.text();
    expect(page).toContain("Kênh vỡ từ tháng 10");
    expect(page).toContain(person.fullName);
    for (const kept of [person.phone, person.idNumber, made.secret]) expect(page).not.toContain(kept);
    expect(await stateOf(made)).toMatchObject({ state: "sent", events: 0 });
  });

  test("says that it came, once, and tells the result, once; then it is over", async () => {
    const made = await slip();
    const body = new BodyBrowser();
    expect(await body.send("open", { secret: ` ${made.secret.toLowerCase().replaceAll("-", " ")} ` })).toBe(
      "/phu-tho/link",
    );
    await body.send("answer", { answer: "acknowledged" });
    expect(await body.text()).toContain("Đã báo nhận đơn.");
    await body.send("answer", { answer: "acknowledged" });
    expect(await stateOf(made)).toMatchObject({
      state: "acknowledged",
      via: "link",
      closed: false,
      events: 1,
    });
    expect(
      await body.send("answer", { answer: "answered", documentNumber: "không số", resultOn: "32/1" }),
    ).toBe("/phu-tho/link#errors");
    const again = await body.text();
    expect(again).toContain("không số");
    expect(again).toContain("Số văn bản viết liền");
    const { statements } = await askedOf(scene.portal, () => body.browser.get(""));
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(2);
    const told = { answer: "answered", documentNumber: "12/UBND-NN", resultOn: today, words: "Đã sửa kênh." };
    await body.send("answer", told);
    expect(await body.text()).toContain("Đã báo kết quả. Đường dẫn này đã dùng xong.");
    await body.send("answer", { ...told, documentNumber: "13/UBND-NN" });
    expect(await stateOf(made)).toMatchObject({
      state: "answered",
      result: "Đã sửa kênh.",
      closed: true,
      events: 2,
    });
    const later = new BodyBrowser();
    await later.open(made.secret);
    expect(await later.text()).toContain(missed);
  });

  test("sends back with its ground", async () => {
    const made = await slip();
    const body = new BodyBrowser();
    await body.open(made.secret);
    expect(await body.send("answer", { answer: "sent-back" })).toBe("/phu-tho/link#errors");
    await body.send("answer", {
      answer: "sent-back",
      ground: "not-competent",
      why: "Kênh của công ty thủy nông.",
    });
    expect(await stateOf(made)).toMatchObject({
      state: "sent-back",
      back_reason: "Kênh của công ty thủy nông.",
      closed: false,
      events: 1,
    });
  });

  test("of two answers at once one stands", async () => {
    const made = await slip();
    const [first, second] = [new BodyBrowser(), new BodyBrowser()];
    for (const each of [first, second]) await each.open(made.secret);
    await Promise.all([
      first.send("answer", { answer: "answered", documentNumber: "1/UBND", resultOn: today }),
      second.send("answer", { answer: "sent-back", ground: "unclear" }),
    ]);
    expect(await stateOf(made)).toMatchObject({ events: 1 });
  });

  test("revoked, run out, mistyped, of another province: each the same page, which tells nothing", async () => {
    const revoked = await slip();
    await executeCommand(revokeForwardLink, as(scene.database.phuTho, "VP UBND", "specialist"), {
      petitionId: revoked.petitionId,
      linkId: revoked.linkId,
    });
    const old = await slip();
    const client = await scene.database.pool("superuser").connect();
    try {
      await client.query("set session_replication_role = replica");
      await client.query(
        "update forward_links set created_at = now() - interval '9 days', expires_at = now() - interval '1 minute' where id = $1",
        [old.linkId],
      );
    } finally {
      await client.query("reset session_replication_role");
      client.release();
    }
    const pages = [];
    for (const secret of [revoked.secret, old.secret, "AAAA-AAAA-AAAA-AAAA-AAAA", "x", "%00", "../citizen"]) {
      const body = new BodyBrowser();
      await body.send("open", { secret });
      const text = await body.text();
      expect(text, secret).toContain(missed);
      pages.push(text.replaceAll(/nonce-?[^ ]*|[0-9a-f]{16,}/g, "").length);
      expect(await body.send("answer", { answer: "acknowledged" })).toBe("/phu-tho/link");
    }
    expect(new Set(pages).size).toBe(1);
    const good = await slip();
    const elsewhere = new CitizenBrowser(scene.portal, "ha-giang", "link");
    await elsewhere.get(`/${good.secret}`);
    expect(await elsewhere.text("")).toContain(missed);
    for (const made of [revoked, old, good])
      expect(await stateOf(made)).toMatchObject({ state: "sent", events: 0 });
    expect((await scene.portal.get(`/khong-co/link/${good.secret}`)).headers.get("location")).toBe(
      "/khong-co/link",
    );
    expect((await scene.portal.get("/khong-co/link")).status).toBe(404);
  });

  test("of a denunciation shows the summary and takes no words", async () => {
    const made = await slip({ class: "denunciation", denounces: "yes" });
    const body = new BodyBrowser();
    await body.open(made.secret);
    const page = await body.text();
    expect(page).toContain("Phản ánh việc quản lý quỹ của một thôn.");
    expect(page).toContain("giữ kín danh tính");
    for (const trace of [...traces, "Kênh vỡ", "kênh mương"]) expect(page).not.toContain(trace);
    await body.send("answer", { answer: "sent-back", ground: "unclear", why: `Của bà ${person.fullName}` });
    expect(await stateOf(made)).toMatchObject({ state: "sent-back", back_reason: "" });
    const { rows } = await scene.database
      .pool("owner")
      .query("select payload::text from audit_events where subject_id = $1", [made.petitionId]);
    for (const trace of traces) expect(JSON.stringify(rows)).not.toContain(trace);
  });

  test("says nothing of its secret in any statement or log", async () => {
    const made = await slip();
    scene.portal.statements();
    const body = new BodyBrowser();
    await body.open(made.secret);
    await body.text();
    const lines = scene.portal.statements().join();
    for (const part of [made.secret, made.secret.replaceAll("-", "")]) expect(lines).not.toContain(part);
    expect(lines).toContain("portal_public@");
  });
});

test("120 hostile answers: no fault, and none is taken", async () => {
  const made = await slip();
  const draw = drawing(41);
  const faults: string[] = [];
  const body = new BodyBrowser();
  await body.open(made.secret);
  for (let n = 0; n < 120; n += 1) {
    const fields: Record<string, string> = { answer: draw.one(["answered", "sent-back", ...hostileTexts]) };
    for (const name of ["ground", "why", "words", "documentNumber", "resultOn", "secret"])
      fields[name] = draw.one(hostileTexts);
    const act = draw.one(["answer", "answer", "answer", "constructor"]);
    const response = await body.browser.post(act, fields);
    // What is longer than any field is no form at all.
    if (![303, 400].includes(response.status) && !(act === "constructor" && response.status === 404))
      faults.push(`${n}: ${response.status}`);
    const page = await body.browser.get("");
    const text = await page.text();
    if (page.status !== 200 || /<script>alert|<img src=x/.test(text))
      faults.push(`${n}: page ${page.status}`);
  }
  expect(faults).toEqual([]);
  expect(await stateOf(made)).toMatchObject({ state: "sent", events: 0 });
}, 120_000);
