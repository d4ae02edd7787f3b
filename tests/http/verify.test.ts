import { type Browser, chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, pixelsBeyond } from "@/tests/support/axe";
import { brokenFiles, signatureChanges, updates } from "@/tests/unit/agreements/signing/attacks";
import { Tampering } from "@/tests/unit/agreements/signing/incremental-update";
import { outsideSigner, signedAtOnce } from "@/tests/unit/agreements/signing/outside-file";
import { makeScene } from "@/tests/unit/agreements/signing/signed-agreement";
import { openScene, type Scene } from "./support/items";
import { keptBytes } from "./support/uploads";

// Anybody, without an account and without a script, has a signed file checked; nothing of it is kept.

let scene: Scene;
let signed: Uint8Array;
/** Files of other programs and of an authority that calls itself by a name of ours. */
let outside: Uint8Array;
let impostor: Awaited<ReturnType<typeof makeScene>>;

beforeAll(async () => {
  const signer = outsideSigner("/CN=Nguyễn Thị Ngoài/title=Chánh Văn phòng/O=Đoàn thể");
  outside = signedAtOnce(signer);
  signer.drop();
  impostor = await makeScene(2);
  scene = await openScene();
  const { rows } = await scene.database.pool("owner").query<{ bytes: Buffer }>(
    `select d.bytes from issued_documents d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where v.state = 'signed' and v.tenant_id = $1 order by d.seq desc limit 1`,
    [scene.database.phuTho.tenant.id],
  );
  if (!rows[0]) throw new Error("no signed file");
  signed = new Uint8Array(rows[0].bytes);
}, 180_000);

afterAll(() => scene.close());

function formOf(bytes: Uint8Array | null, name = "Quy chế đã ký.pdf"): FormData {
  const form = new FormData();
  if (bytes) form.append("file", new File([new Uint8Array(bytes)], name, { type: "application/pdf" }));
  return form;
}

async function answerTo(bytes: Uint8Array | null, name?: string): Promise<string> {
  const sent = await scene.portal.post("/verify/upload/check", formOf(bytes, name));
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/verify#answer"]);
  const cookie = sent.headers.getSetCookie().find((line) => line.startsWith("verify-answer=")) ?? "";
  expect(cookie).toMatch(/Path=\/verify;.*HttpOnly/);
  expect(cookie.length).toBeLessThan(4_096);
  const page = await scene.portal.get("/verify", { cookie: cookie.split(";")[0] ?? "" });
  expect(page.status).toBe(200);
  return page.text();
}

describe("a file sent to be checked", () => {
  test("is told whole: who signed, in what capacity, under whose root, and that nothing was changed", async () => {
    const page = await answerTo(signed);
    expect(page).toContain("Hợp lệ: 6 chữ ký, nội dung không bị thay đổi sau khi ký");
    expect(page).toContain("Quy chế đã ký.pdf");
    expect(page.match(/<dd>Chánh Văn phòng[^<]*, [^<]+<\/dd>/g)).toHaveLength(3);
    expect(page.match(/<dd>Cơ quan, tổ chức, Tỉnh Phú Thọ<\/dd>/g)).toHaveLength(3);
    expect(page.match(/<dd>Chứng thư gốc của cổng này: Tỉnh Phú Thọ<\/dd>/g)).toHaveLength(6);
    expect(page.match(/<dd>Không có gì thay đổi ngoài chữ ký được thêm vào<\/dd>/g)).toHaveLength(5);
    expect(page).toContain("Không có gì được thêm hoặc thay đổi");
  });

  test("leaves no byte, no row and no word in what the process wrote", async () => {
    const { portal, database } = scene;
    const counts = async () => {
      const { rows } = await database
        .pool("owner")
        .query("select (select count(*) from files) as files, (select count(*) from audit_events) as events");
      return [rows, keptBytes()];
    };
    const before = await counts();
    await answerTo(signed, "ten tep khong ai duoc biet.pdf");
    expect(await counts()).toEqual(before);
    expect(JSON.stringify(portal.written())).not.toContain("ten tep khong ai duoc biet");
  });

  test("under another authority is valid, and its root is said to be none of ours", async () => {
    const page = await answerTo(outside);
    expect(page).toContain("Hợp lệ: 1 chữ ký");
    expect(page).toContain("Chánh Văn phòng, Đoàn thể");
    expect(page).toContain("Không phải chứng thư gốc của cổng này");
  });

  test("under an authority that bears the name of ours is not valid", async () => {
    const page = await answerTo(impostor.files[2] ?? impostor.issued);
    expect(page).toMatch(/<h2[^>]*>Không hợp lệ<\/h2>/);
    expect(page).toContain("chứng thư mang tên một nơi cấp không hề ký nó");
  });

  test.each(updates.slice(0, 6))("says that it is not valid and where: $name", async ({ change }) => {
    const page = await answerTo(change(new Tampering(signed)));
    expect(page).toMatch(/<h2[^>]*>Không hợp lệ<\/h2>/);
    expect(page).toContain("Sau chữ ký 6");
    expect(page).toContain("Bị thay đổi: ");
  });

  test.each([...brokenFiles.slice(0, 4), ...signatureChanges.slice(0, 4)])(
    "says that it is not valid: $name",
    async ({ change }) => {
      expect(await answerTo(change(new Tampering(signed)))).toMatch(/<h2[^>]*>Không hợp lệ<\/h2>/);
    },
  );

  test("without a signature is said to have none", async () => {
    expect(await answerTo(impostor.issued)).toContain("Tệp không có chữ ký số nào");
  });

  test.each([
    ["no file", null, "Chưa chọn tệp nào"],
    ["an empty file", new Uint8Array(), "Chưa chọn tệp nào"],
    ["what is no PDF", Buffer.from("<html>%PD</html>"), "không phải là PDF"],
    ["a PDF that ends at once", Buffer.from("%PDF-1.7\n"), "không đọc được chắc chắn"],
    ["what is too large", Buffer.alloc(5 * 1024 * 1024 + 1, 0x20), "lớn hơn 5 MB"],
  ])("%s is said to be that", async (_, bytes, words) => {
    expect(await answerTo(bytes)).toContain(words);
  });

  test("shows a name as text, whatever it holds", async () => {
    const page = await answerTo(signed, `<img src=x onerror=alert(1)>.pdf`);
    expect(page).not.toContain("<img src=x");
  });

  test("is refused from another site, and as anything but a form", async () => {
    const foreign = await scene.portal.post("/verify/upload/check", formOf(signed), undefined, {
      origin: "https://elsewhere.example",
    });
    expect(foreign.status).toBe(403);
    const plain = await scene.portal.post("/verify/upload/check", new URLSearchParams({ file: "x" }));
    expect(plain.status).toBe(400);
  });

  test("of another browser is shown to nobody, nor is an answer that was made up", async () => {
    for (const cookie of ["", "verify-answer=", "verify-answer=eyJraW5kIjoiY2hlY2tlZCJ9"]) {
      const page = await (await scene.portal.get("/verify", { cookie })).text();
      expect(page).not.toContain('id="answer"');
    }
  });
});

test("the roots of this portal are told to anybody", async () => {
  const page = await (await scene.portal.get("/verify")).text();
  expect(page).toContain("Tỉnh Phú Thọ");
  expect(page).toMatch(/(?:[0-9a-f]{4} ){15}[0-9a-f]{4}/);
});

const executablePath = process.env["CHROMIUM_PATH"];

describe.skipIf(!executablePath)("in a browser", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser.close());

  test.each([
    ["valid", (bytes: Uint8Array) => bytes],
    ["painted over", (bytes: Uint8Array) => updates[0]?.change(new Tampering(bytes)) ?? bytes],
  ])("the answer to a file that is %s can be used by everyone", async (_name, made) => {
    const context = await browser.newContext({ baseURL: scene.portal.origin, locale: "vi-VN" });
    const page = await context.newPage();
    await page.goto("/verify");
    const file = { name: "ky.pdf", mimeType: "application/pdf", buffer: Buffer.from(made(signed)) };
    await page.getByLabel("Tệp PDF đã ký").setInputFiles(file);
    await page.getByRole("button", { name: "Kiểm tra" }).click();
    await page.getByRole("heading", { level: 2 }).waitFor();
    for (const width of [1366, 360]) {
      await page.setViewportSize({ width, height: 768 });
      expect([width, await barriers(page), await pixelsBeyond(page)]).toEqual([width, [], 0]);
    }
    await context.close();
  });
});
