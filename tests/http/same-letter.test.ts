import { afterAll, beforeAll, expect, test } from "vitest";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { as, postOf } from "@/prisma/seed/caller";
import { openScene, type Scene } from "./support/items";
import type { Person } from "./support/portal";

// What the form of a new letter asks while it is typed, over HTTP; and what the letter's page says without a script.

let scene: Scene;
let clerk: Person;
let code: string;

const letter = {
  fullName: "Lò Thị Ngoan",
  address: "số 9, bản Pá Lông, xã Mường Lai",
  phone: "0988 111 222",
  subject: "Khiếu nại việc đo thiếu đất khi làm hồ chứa",
  content:
    "Hồ chứa lấy của nhà tôi thửa 512 nhưng biên bản ngày 12/4/2026 chỉ ghi 860 m2, thiếu 240 m2 so với giấy.",
};
const typed = {
  ...letter,
  fullName: "LO THI NGOAN",
  content: "Ho chua lay cua nha toi thua 512 nhung bien ban ngay 12-4-2026 chi ghi 860m2, thieu 240 m2",
};

beforeAll(async () => {
  scene = await openScene();
  const { strangers } = scene;
  const input = {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "post",
    class: "complaint",
    denounces: "no",
    bodyId: strangers.phuTho.bodies.get("UBND"),
    ...letter,
  };
  const taken = await executeCommand(takePetition, as(strangers.phuTho, "VP UBND", "records-clerk"), input);
  code = taken.code;
  clerk = await scene.portal.signedIn(postOf(strangers.phuTho, "VPTU", "records-clerk"));
});

afterAll(() => scene.close());

const ask = (person: Person | undefined, fields: Record<string, string> = typed, slug = scene.real.slug) =>
  scene.portal.post(`/${slug}/petitions/same`, new URLSearchParams(fields), person);

test("says to another office's clerk who has the letter", async () => {
  const answer = await ask(clerk);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({
    lines: [{ text: expect.stringContaining(code), why: expect.stringContaining("giống"), code }],
  });
});

test("says nothing of a beginning, and nothing of another letter", async () => {
  expect(await (await ask(clerk, { subject: "Khiếu nại" })).json()).toEqual({ lines: [] });
  const other = {
    ...typed,
    subject: "Đề nghị sửa cầu treo đã hỏng từ trận lũ",
    content: "Cầu treo bản Pá Lông gãy 7 tấm ván.",
  };
  expect(await (await ask(clerk, other)).json()).toEqual({ lines: [] });
});

test("is closed to nobody signed in, to a stranger and to who takes no letters", async () => {
  expect((await ask(undefined)).status).toBe(401);
  expect((await ask(scene.people.otherTenant)).status).toBe(404);
  expect((await ask(scene.people.withoutPart)).status).toBe(403);
});

const lookEarlier = (person: Person | undefined, q = "", slug = scene.real.slug) =>
  scene.portal.post(`/${slug}/petitions/earlier`, new URLSearchParams({ q }), person);

test("earlier visits are told to who takes letters, of the own office only, and to nobody else", async () => {
  const own = await scene.portal.signedIn(postOf(scene.strangers.phuTho, "VP UBND", "records-clerk"));
  const answer = await lookEarlier(own, "lo thi ngoan");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toEqual({
    found: [
      expect.objectContaining({
        code,
        person: { fullName: letter.fullName, address: letter.address, phone: letter.phone, idNumber: "" },
      }),
    ],
  });
  expect(await (await lookEarlier(clerk, "lo thi ngoan")).json()).toEqual({ found: [] });
  expect((await lookEarlier(undefined)).status).toBe(401);
  expect((await lookEarlier(scene.people.otherTenant)).status).toBe(404);
  expect((await lookEarlier(scene.people.withoutPart)).status).toBe(403);
});

test("the page of the second letter says it without a script, and offers to join it", async () => {
  const input = {
    kind: "letter",
    receivedOn: formatDay(dayAt(new Date())),
    channel: "post",
    class: "complaint",
    denounces: "no",
    bodyId: scene.strangers.phuTho.bodies.get("TU"),
    ...typed,
  };
  const { petitionId } = await executeCommand(
    takePetition,
    as(scene.strangers.phuTho, "VPTU", "records-clerk"),
    input,
  );
  const page = await (await scene.portal.get(`/${scene.real.slug}/petitions/${petitionId}`, clerk)).text();
  expect(page).toContain("Có thể trùng đơn");
  expect(page).toContain(code);
  expect(page).toContain("Nhập vào đơn này");
});

test("what is asked while a form is typed is answered to no other site's page", async () => {
  const headers = { origin: "https://elsewhere.example" };
  for (const path of ["petitions/same", "petitions/earlier", "calendar/clash"]) {
    const body = new URLSearchParams(typed);
    const answer = await scene.portal.post(`/${scene.real.slug}/${path}`, body, clerk, headers);
    expect([path, answer.status]).toEqual([path, 403]);
  }
});
