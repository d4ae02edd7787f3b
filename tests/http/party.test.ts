import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { issueExternalLink } from "@/lib/agreements/commands/issue-external-link";
import { revokeExternalLink } from "@/lib/agreements/commands/revoke-external-link";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as, postOf } from "@/prisma/seed/caller";
import { stateOf, termOver, textHash } from "@/tests/support/builders/agreement-stages";
import {
  inRoundWithOutside,
  linkInput,
  negotiatingWithOutside,
  newestLink,
  type OutsideStage,
  outsideRegistered,
  turnForOutside,
} from "@/tests/support/builders/outside-parties";
import { halfHourLater, listed, newestFile } from "@/tests/support/builders/own-certificates";
import { committee, council, type Province } from "@/tests/support/builders/province";
import { drawing } from "@/tests/support/files/corpus";
import {
  type OutsideAuthority,
  outsideAuthority,
  outsideCertificate,
  signedByTool,
} from "@/tests/support/files/outside-certificates";
import { CitizenBrowser } from "./support/citizen";
import { hostileTexts } from "./support/hostile-citizens";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";

// An organisation outside reads, consents and signs by a link of one purpose; whoever has none, or an old one, learns nothing.

let scene: Scene;
let province: Province;
let authority: OutsideAuthority;

beforeAll(async () => {
  scene = await openScene();
  const { database } = scene;
  province = {
    ...database,
    rows: async <Row>(sql: string, values: unknown[] = []) =>
      (await database.pool("superuser").query(sql, values)).rows as Row[],
  };
  authority = await outsideAuthority();
  await listed(province, authority);
}, 240_000);

afterAll(() => scene.close());

const missed = "Mã này không mở được gì.";

async function secretOf(stage: OutsideStage): Promise<string> {
  const input = await linkInput(province, stage);
  const { secret } = await executeCommand(
    issueExternalLink,
    as(province.phuTho, council, "records-clerk"),
    input,
  );
  return secret;
}

const browser = (slug: string = scene.real.slug) => new CitizenBrowser(scene.portal, slug, "party");

async function answersOf({ versionId }: OutsideStage) {
  return province.rows("select answer, words, via from external_answers where version_id = $1 order by at", [
    versionId,
  ]);
}

async function sendFile(front: CitizenBrowser, bytes: Uint8Array): Promise<Response> {
  return front.post("sign", {}, [{ name: "quy-che.pdf", type: "application/pdf", bytes }]);
}

describe("the link of a party outside", () => {
  test("leads to a page whose address says nothing, shows the text, and takes one answer", async () => {
    const stage = await negotiatingWithOutside(province);
    const secret = await secretOf(stage);
    const front = browser();
    const led = await front.get(`/${secret}`);
    expect([led.status, led.headers.get("location")]).toEqual([303, `/${scene.real.slug}/party`]);
    expect(led.headers.get("referrer-policy")).toBe("no-referrer");
    const page = await front.text("");
    expect(page).toContain("Đồng thuận với bản này");
    for (const part of [secret, secret.replaceAll("-", "")]) expect(page).not.toContain(part);
    expect(await answersOf(stage)).toEqual([]);
    const contentHash = await textHash(province, stage);
    expect(await front.send("answer", { answer: "refused", words: "no", contentHash })).toBe(
      `/${scene.real.slug}/party#errors`,
    );
    await front.send("answer", { answer: "refused", words: "Điều 5 chưa rõ.", contentHash });
    expect(await front.text("")).toContain("Đã ghi không đồng thuận và lý do.");
    expect(await answersOf(stage)).toEqual([{ answer: "refused", words: "Điều 5 chưa rõ.", via: "link" }]);
    await front.send("answer", { answer: "consented", contentHash });
    expect(await answersOf(stage)).toHaveLength(1);
    const later = browser();
    await later.get(`/${secret}`);
    expect(await later.text("")).toContain(missed);
  });

  test("revoked, of another province, mistyped: each the same page, which tells nothing and takes nothing", async () => {
    const stage = await negotiatingWithOutside(province);
    const revoked = await secretOf(stage);
    await executeCommand(revokeExternalLink, as(province.phuTho, council, "records-clerk"), {
      versionId: stage.versionId,
      linkId: await newestLink(province, stage),
    });
    const contentHash = await textHash(province, stage);
    for (const secret of [revoked, "AAAA-AAAA-AAAA-AAAA-AAAA", "x", "%00", "../citizen"]) {
      const front = browser();
      await front.send("open", { secret });
      expect(await front.text(""), secret).toContain(missed);
      expect(await front.send("answer", { answer: "consented", contentHash })).toBe(
        `/${scene.real.slug}/party`,
      );
      await front.send("turn", {});
    }
    const good = await secretOf(stage);
    const elsewhere = browser("ha-giang");
    await elsewhere.get(`/${good}`);
    expect(await elsewhere.text("")).toContain(missed);
    expect(await answersOf(stage)).toEqual([]);
    expect((await scene.portal.get("/khong-co/party")).status).toBe(404);
  });

  test("declines to sign with a reason, as easily as it would sign, and says what that led to", async () => {
    const stage = await inRoundWithOutside(province);
    const front = browser();
    await front.get(`/${await secretOf(stage)}`);
    expect(await front.text("")).toContain("Từ chối ký");
    expect(await front.send("decline", { words: "no" })).toBe(`/${scene.real.slug}/party#errors`);
    expect(await front.text("")).toContain('role="alert"');
    expect(await stateOf(province, stage)).toBe("awaiting-signatures");
    expect(await front.send("decline", { words: "Chưa được Ban Thường trực thông qua." })).toBe(
      `/${scene.real.slug}/party`,
    );
    expect(await front.text("")).toContain("Đã ghi việc từ chối ký và lý do.");
    expect(await stateOf(province, stage)).toBe("declined");
  });

  test("gives the file in its turn only, and takes it back with one signature of its own certificate and nothing else", async () => {
    const stage = await inRoundWithOutside(province);
    const certificate = await outsideRegistered(province, stage, authority);
    const front = browser();
    await front.get(`/${await secretOf(stage)}`);
    expect((await front.get("/files/document")).status).toBe(404);
    await front.send("turn", {});
    const answer = await front.get("/files/document");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const handed = new Uint8Array(await answer.arrayBuffer());
    const others = await outsideCertificate(authority, "Người khác");
    const wrong: readonly [string, Uint8Array][] = [
      ["Tệp này chưa có chữ ký mới", handed],
      ["chưa được đăng ký", await signedByTool(handed, others)],
      ["không phải là tệp", new TextEncoder().encode("không phải tệp PDF")],
    ];
    for (const [, bytes] of wrong) {
      const led = await sendFile(front, bytes);
      expect(led.headers.get("location")).toBe(`/${scene.real.slug}/party#errors`);
      expect(await front.text("")).toContain('role="alert"');
    }
    expect(await stateOf(province, stage)).toBe("awaiting-signatures");
    const led = await sendFile(front, await signedByTool(handed, certificate));
    expect(led.headers.get("location")).toBe(`/${scene.real.slug}/party`);
    expect(await front.text("")).toContain("Đã nhận tệp đã ký.");
    const rows = await province.rows("select via from external_signatures where version_id = $1", [
      stage.versionId,
    ]);
    expect(rows).toEqual([{ via: "link" }]);
    // The kept file is checked by the worker: the job is there.
    const [job] = await province.rows<{ count: number }>(
      `select count(*)::int as count from pgboss.job j join issued_documents d on d.id::text = j.data ->> 'documentId'
        where j.name = 'agreements.check-document' and d.version_id = $1`,
      [stage.versionId],
    );
    expect(job?.count).toBe(1);
  });

  test("the office that represents it brings in what it signed, in the turn it took; no other office does", async () => {
    const stage = await inRoundWithOutside(province);
    const certificate = await outsideRegistered(province, stage, authority);
    const { portal, people, strangers, real } = scene;
    const clerk = await portal.signedIn(postOf(strangers.phuTho, council, "records-clerk"));
    const third = await portal.signedIn(postOf(strangers.phuTho, committee, "records-clerk"));
    await turnForOutside(province, stage);
    const bytes = await signedByTool(await newestFile(province, stage), certificate);
    const send = (person: Person | undefined, name: string, content: Uint8Array) => {
      const form = new FormData();
      const fields = { agreementId: stage.agreementId, versionId: stage.versionId, partyId: stage.partyId };
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append("file", new File([new Uint8Array(content)], name, { type: "application/pdf" }));
      return portal.post(`/${real.slug}/upload/outside-signature`, form, person, {
        accept: "application/json",
      });
    };
    expect((await send(undefined, "quy-che.pdf", bytes)).status).toBe(401);
    expect((await send(third, "quy-che.pdf", bytes)).status).toBe(403);
    for (const person of [people.withoutPart, people.otherTenant])
      expect((await send(person, "quy-che.pdf", bytes)).status).toBe(404);
    const wrong = await send(clerk, "quy-che.pdf", await newestFile(province, stage));
    expect([wrong.status, JSON.stringify(await wrong.json())]).toEqual([
      422,
      expect.stringContaining("Tệp này chưa có chữ ký mới"),
    ]);
    const page = `/${real.slug}/agreements/${stage.agreementId}/outside`;
    const answer = await send(clerk, "quy-che.pdf", bytes);
    expect([answer.status, await answer.json()]).toEqual([200, { target: page }]);
    expect(await (await portal.get(page, clerk)).text()).toContain("văn phòng đại diện ghi thay");
    expect(
      await province.rows("select via from external_signatures where version_id = $1", [stage.versionId]),
    ).toEqual([{ via: "office" }]);
  });

  test("after half an hour gives and takes nothing", async () => {
    const stage = await inRoundWithOutside(province);
    const certificate = await outsideRegistered(province, stage, authority);
    const front = browser();
    await front.get(`/${await secretOf(stage)}`);
    await front.send("turn", {});
    const handed = new Uint8Array(await (await front.get("/files/document")).arrayBuffer());
    await halfHourLater(province, stage);
    expect((await front.get("/files/document")).status).toBe(404);
    const led = await sendFile(front, await signedByTool(handed, certificate));
    expect(led.headers.get("location")).toBe(`/${scene.real.slug}/party#errors`);
    expect(await front.text("")).toContain("Lượt ký đã hết trước khi tệp đến");
    expect(
      await province.rows("select 1 from external_signatures where version_id = $1", [stage.versionId]),
    ).toEqual([]);
  });

  test("gives its turn back, and takes it again by the same link", async () => {
    const stage = await inRoundWithOutside(province);
    await outsideRegistered(province, stage, authority);
    const front = browser();
    await front.get(`/${await secretOf(stage)}`);
    await front.send("turn", {});
    expect(await front.text("")).toContain("Trả lại lượt ký");
    expect(await front.send("give-back", {})).toBe(`/${scene.real.slug}/party`);
    const page = await front.text("");
    expect(page).toContain("Đã trả lại lượt ký.");
    expect(page).toContain("Nhận lượt ký 30 phút");
    await front.send("turn", {});
    expect(await front.text("")).toContain("Lượt ký của quý cơ quan");
  });

  test("is told why a text can no longer be signed and what becomes of it, and takes no turn", async () => {
    const stage = await inRoundWithOutside(province);
    await outsideRegistered(province, stage, authority);
    const front = browser();
    await front.get(`/${await secretOf(stage)}`);
    await termOver(province, stage);
    expect(await front.send("turn", {})).toBe(`/${scene.real.slug}/party`);
    const page = await front.text("");
    expect(page).toContain("Văn bản này không còn ký được");
    expect(page).toContain("Thời hạn ghi trong văn bản đã hết");
    expect(page).toContain("rút vòng ký này");
    expect(page).not.toContain("Nhận lượt ký 30 phút");
  });

  test("says nothing of its secret in any statement or log", async () => {
    const stage = await negotiatingWithOutside(province);
    const secret = await secretOf(stage);
    scene.portal.statements();
    const front = browser();
    await front.get(`/${secret}`);
    await front.text("");
    const { process, database } = scene.portal.written();
    const lines = scene.portal.statements().join() + process + database;
    for (const part of [secret, secret.replaceAll("-", "")]) expect(lines).not.toContain(part);
  });

  test("80 hostile forms: no fault, and nothing is taken", async () => {
    const stage = await negotiatingWithOutside(province);
    const draw = drawing(51);
    const front = browser();
    await front.get(`/${await secretOf(stage)}`);
    const faults: string[] = [];
    for (let n = 0; n < 80; n += 1) {
      const fields: Record<string, string> = {};
      for (const name of ["answer", "words", "contentHash", "secret"]) fields[name] = draw.one(hostileTexts);
      const act = draw.one(["answer", "answer", "turn", "sign", "constructor"]);
      const response = await front.post(act, fields);
      if (![303, 400].includes(response.status) && !(act === "constructor" && response.status === 404))
        faults.push(`${n} ${act}: ${response.status}`);
      const page = await front.get("");
      const text = await page.text();
      if (page.status !== 200 || /<script>alert|<img src=x/.test(text))
        faults.push(`${n}: page ${page.status}`);
    }
    expect(faults).toEqual([]);
    expect(await answersOf(stage)).toEqual([]);
  });
});
