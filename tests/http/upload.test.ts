import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { askContribution } from "@/lib/tasks/commands/ask-contribution";
import { as, postOf } from "@/prisma/seed/caller";
import { hostileUploads } from "@/tests/support/files/hostile-uploads";
import { type Made, makeDocx, makePlainPdf, makePng } from "@/tests/support/files/make-files";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";
import { formWith, keptBytes, keptRows } from "./support/uploads";

// An assisting office contributes with files, over HTTP as a browser without script does and as one with it.

const committee = "VP UBND";
const contribution = "Danh sách học viên và lịch giảng, kèm bản quét.";
const pdf: Made = { name: "Tờ trình “số 1”.pdf", type: "application/pdf", bytes: makePlainPdf("To trinh") };

let scene: Scene;
let assistant: Person;
let task: { path: string; upload: string };

beforeAll(async () => {
  scene = await openScene();
  const { strangers, portal, real } = scene;
  await executeCommand(askContribution, as(strangers.phuTho, "VPTU", "chief"), {
    taskId: real.task,
    officeId: real.office,
    request: "Gửi danh sách học viên",
    dueOn: formatDay(plusDays(dayAt(new Date()), 10)),
  });
  assistant = await portal.signedIn(postOf(strangers.phuTho, committee, "specialist"));
  task = { path: `/${real.slug}/tasks/${real.task}`, upload: `/${real.slug}/upload/contribution` };
});

afterAll(() => scene.close());

type Fields = Record<string, string>;

function send(
  person: Person | undefined,
  files: readonly Made[],
  fields: Fields = {},
  headers = {},
): Promise<Response> {
  const body = formWith({ taskId: scene.real.task, contribution, noSecrets: "on", ...fields }, files);
  return scene.portal.post(task.upload, body, person, headers);
}

const byScript = { accept: "application/json" };

async function expectNothingKept(work: () => Promise<unknown>): Promise<void> {
  const before = [keptBytes(), await keptRows(scene.database)];
  await work();
  expect([keptBytes(), await keptRows(scene.database)]).toEqual(before);
}

describe("a letter taken in with its scans", () => {
  const scans: readonly Made[] = [
    { name: "don cua ba Hoa.png", type: "image/png", bytes: makePng() },
    { name: "phong bi.png", type: "image/png", bytes: makePng() },
  ];
  const typed = () => ({
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "desk",
    bodyId: scene.database.phuTho.bodies.get("UBND") ?? "",
    fullName: "Cù Thị Hoa",
    subject: "Kiến nghị về đường điện",
    denounces: "no",
    noSecrets: "on",
  });
  const take = async (fields: Fields, files: readonly Made[], headers = {}) =>
    scene.portal.post(
      `/${scene.real.slug}/upload/petition`,
      formWith(fields, files),
      await scene.portal.signedIn(postOf(scene.strangers.phuTho, committee, "reception-officer")),
      headers,
    );

  test("has them with it, sealed and named anew, without script and with", async () => {
    for (const headers of [{}, byScript]) {
      const response = await take(typed(), scans, headers);
      const target =
        response.headers.get("location") ?? ((await response.json()) as { target: string }).target;
      const [, id] = /\/petitions\/([0-9a-f-]{36})$/.exec(target) ?? [];
      const { rows } = await scene.database
        .pool("owner")
        .query("select name, sealed from files where subject_id = $1 order by name", [id]);
      expect(rows).toEqual([1, 2].map((n) => ({ name: `scan-${n}`, sealed: true })));
    }
  });

  test("is not taken with a wrong field or a file that is refused, and nothing is kept of either", async () => {
    const count = async () =>
      (await scene.database.pool("owner").query("select count(*) from petitions")).rows[0];
    const before = await count();
    await expectNothingKept(async () => {
      for (const [fields, files] of [
        [{ ...typed(), subject: "" }, scans],
        [typed(), [{ name: "la.exe", type: "application/octet-stream", bytes: Buffer.from("MZ") }]],
        [{ ...typed(), noSecrets: "" }, scans],
      ] as const) {
        const response = await take(fields, files);
        expect([response.status, response.headers.get("location")]).toEqual([
          303,
          `/${scene.real.slug}/petitions/new#take`,
        ]);
      }
      expect((await take({ ...typed(), subject: "" }, scans, byScript)).status).toBe(422);
    });
    expect(await count()).toEqual(before);
  });

  test("is for nobody who may not take it in", async () => {
    const path = `/${scene.real.slug}/upload/petition`;
    await expectNothingKept(async () => {
      expect((await scene.portal.post(path, formWith(typed(), scans))).status).toBe(303);
      expect((await scene.portal.post(path, formWith(typed(), scans), scene.people.otherTenant)).status).toBe(
        404,
      );
    });
  });
});

describe("a contribution with files", () => {
  test("is given without script, and the lead downloads the same bytes", async () => {
    const { portal, people, real } = scene;
    const answer = await send(assistant, [pdf]);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, task.path]);
    const page = await (await portal.get(task.path, people.insider)).text();
    const [, link = ""] = /href="([^"]*\/attachments\/[^"]+)"[^>]*>Tờ trình “số 1”\.pdf/.exec(page) ?? [];
    expect(link).toMatch(new RegExp(`^/${real.slug}/attachments/`));
    const file = await portal.get(link, people.insider);
    expect(file.status).toBe(200);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(new Uint8Array(pdf.bytes));
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(
        /^attachment; filename="[^"]*"; filename\*=UTF-8''T%E1%BB%9D/,
      ),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    });
    for (const person of [people.withoutPart, people.otherTenant]) {
      const hidden = await portal.get(link, person);
      expect([hidden.status, await hidden.text()]).toEqual([404, ""]);
    }
    expect((await portal.get(link)).status).toBe(401);
  });

  test("is given with script: told where to go on", async () => {
    const answer = await send(assistant, [{ ...pdf, name: "Bản hai.pdf" }], {}, byScript);
    expect([answer.status, await answer.json()]).toEqual([200, { target: task.path }]);
  });

  test("may bring no file, and then asks for no declaration", async () => {
    expect((await send(assistant, [], { noSecrets: "" })).status).toBe(303);
  });

  test("takes a file back: it is no longer there for anybody", async () => {
    const { portal, people, database } = scene;
    const before = await keptRows(database);
    const removed = before.find((row) => row.name === "Bản hai.pdf")?.id ?? "";
    const of = `/${scene.real.slug}/attachments/${removed}`;
    expect((await portal.get(of, people.insider)).status).toBe(200);
    expect((await send(assistant, [], { removedFiles: removed })).status).toBe(303);
    expect((await portal.get(of, people.insider)).status).toBe(404);
  });
});

describe("what is refused", () => {
  const macro: Made = {
    name: "mau.docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    bytes: makeDocx(["a"], { more: { "word/vbaProject.bin": new Uint8Array(64) } }),
  };

  test("comes back without script on its page, with everything typed and the reason", async () => {
    await expectNothingKept(async () => {
      const answer = await send(assistant, [pdf, macro], {
        contribution: "Nội dung đã gõ, dài hơn một dòng.",
      });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `${task.path}#contribute`]);
      const [cookie = ""] = answer.headers.getSetCookie().filter((each) => each.startsWith("returned-form="));
      expect(cookie).toMatch(new RegExp(`Path=${task.path}; .*HttpOnly; SameSite=lax`, "i"));
      const held = { cookie: `${assistant.cookie}; ${cookie.split(";")[0]}` };
      const page = await (await scene.portal.get(task.path, held)).text();
      expect(page).toContain("Nội dung đã gõ, dài hơn một dòng.");
      expect(page).toContain("“mau.docx” có macro.");
      // Nobody else's browser gets it, not even with the same cookie.
      const [, other = ""] = cookie.split(";")[0]?.split("=") ?? [];
      const stolen = { cookie: `${scene.people.insider.cookie}; returned-form=${other}` };
      expect(await (await scene.portal.get(task.path, stolen)).text()).not.toContain("Nội dung đã gõ");
    });
  });

  test("is said by script at its fields, all at once", async () => {
    await expectNothingKept(async () => {
      const answer = await send(assistant, [macro], { contribution: "", noSecrets: "" }, byScript);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        status: "error",
        fieldErrors: {
          contribution: ["Nhập nội dung góp ý."],
          files: ["“mau.docx” có macro. Lưu bản không có macro rồi gửi lại."],
          noSecrets: ["Đánh dấu lời cam đoan trước khi gửi tệp."],
        },
      });
    });
  });

  test("is a sound file whose command is refused: its bytes are dropped", async () => {
    await expectNothingKept(async () => {
      const answer = await send(scene.people.insider, [pdf], {}, byScript);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        formError: { message: expect.stringContaining(committee) },
      });
    });
  });

  test("is a sixth file, and one beyond 25 MB, at any size", async () => {
    await expectNothingKept(async () => {
      const six = await send(
        assistant,
        Array.from({ length: 6 }, () => pdf),
        {},
        byScript,
      );
      expect(JSON.stringify(await six.json())).toContain("không quá 5 tệp");
      for (const megabytes of [26, 50]) {
        const bytes = new Uint8Array(megabytes * 1024 * 1024);
        const answer = await send(assistant, [{ ...pdf, bytes }], {}, byScript);
        expect([answer.status, JSON.stringify(await answer.json())]).toEqual([
          422,
          expect.stringContaining("lớn hơn 25 MB"),
        ]);
      }
    });
  });
});

describe("strangers", () => {
  test("nobody is led to the door, by script 401, and nothing is read", async () => {
    await expectNothingKept(async () => {
      const plain = await send(undefined, [pdf]);
      expect([plain.status, plain.headers.get("location")]).toEqual([
        303,
        `/sign-in?next=%2F${scene.real.slug}`,
      ]);
      expect([(await send(undefined, [pdf], {}, byScript)).status]).toEqual([401]);
    });
  });

  test("of another tenant, and offices without a part, are told what they are told of nothing", async () => {
    const { never, people, real } = scene;
    await expectNothingKept(async () => {
      for (const person of [people.otherTenant, people.withoutPart]) {
        const [there, nowhere] = await Promise.all(
          [real.task, never.task].map(async (taskId) => {
            const answer = await send(person, [pdf], { taskId }, byScript);
            return [answer.status, (await answer.text()).replaceAll(taskId, "<task>")];
          }),
        );
        expect(there).toEqual(nowhere);
        expect(there?.[0]).toBe(404);
        expect((await send(person, [pdf])).status).toBe(person === people.otherTenant ? 404 : 303);
      }
    });
  });

  test("another site's form is refused", async () => {
    await expectNothingKept(async () => {
      expect((await send(assistant, [pdf], {}, { origin: "https://example.com" })).status).toBe(403);
    });
  });
});

describe("a form that is none", () => {
  const post = (body: BodyInit, type: string) =>
    fetch(scene.portal.origin + task.upload, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { "content-type": type, origin: scene.portal.origin, cookie: assistant.cookie },
    });
  const part =
    'Content-Disposition: form-data; name="files"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';

  test.each([
    ["no form at all", "x", "text/plain"],
    ["typed fields only", "taskId=1", "application/x-www-form-urlencoded"],
    ["no boundary", "x", "multipart/form-data"],
    ["an empty boundary", "x", "multipart/form-data; boundary="],
    ["another boundary", "--a\r\n\r\n--a--", "multipart/form-data; boundary=b"],
    ["no end", `--b\r\n${part}half`, "multipart/form-data; boundary=b"],
    [
      "a head without end",
      `--b\r\nContent-Disposition: form-data; name="${"x".repeat(100_000)}`,
      "multipart/form-data; boundary=b",
    ],
    ["nothing", "", "multipart/form-data; boundary=b"],
    [
      "a field of a megabyte",
      `--b\r\nContent-Disposition: form-data; name="contribution"\r\n\r\n${"x".repeat(1_048_576)}\r\n--b--\r\n`,
      "multipart/form-data; boundary=b",
    ],
  ])("%s is answered and leaves nothing", async (_, body, type) => {
    await expectNothingKept(async () => {
      const answer = await post(body, type);
      expect(answer.status).toBeGreaterThanOrEqual(300);
      expect(answer.status).toBeLessThan(500);
    });
  });
});

// The deep test sends 2,400. From here on so many that a large one is among them.
test("160 hostile uploads: no fault, and nothing kept that was refused", async () => {
  const told = await hostileUploads(scene, {
    person: assistant,
    task: scene.real.task,
    upload: task.upload,
    from: 0,
    count: 160,
  });
  expect(told.faults).toEqual([]);
  expect(told.takenThoughRefused).toEqual([]);
  expect(told.kept).toBe(told.taken);
  expect(told.refused).toBeGreaterThan(80);
  expect(told.taken).toBeGreaterThan(10);
}, 300_000);

test("a picture says that only the sender's word is known", async () => {
  await send(assistant, [{ name: "ban-quet.png", type: "image/png", bytes: makePng() }]);
  const page = await (await scene.portal.get(task.path, scene.people.insider)).text();
  expect(page).toMatch(/ban-quet\.png[\s\S]{0,200}theo cam đoan của người gửi/);
});
