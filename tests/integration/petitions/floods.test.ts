import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { compareWaiting } from "@/lib/petitions/same-letter/compare-arrived";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { newId } from "@/lib/platform/ids";
import { closeQueue } from "@/lib/platform/outbox/queue";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { cell, importRegister, registerHead } from "@/tests/support/builders/import-register";
import { setLookUpKey } from "@/tests/support/builders/look-up-key";
import { sentOnline } from "@/tests/support/builders/online-letters";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";

// Somebody sends hundreds of copies of a letter on line; and three hundred households write the same words. Who had the letter first is
// told all the same.

const province = useProvince();
beforeAll(() => setLookUpKey(province(), Buffer.alloc(32, 7)));
afterAll(closeQueue);

let count = 0;
/** Without a date, which reads otherwise once a letter is sealed: so copies have every mark of the letter itself. */
function letter() {
  count += 1;
  return {
    fullName: `Phùng Thị Lụa ${["Mai", "Cúc", "Trúc", "Lan", "Sen", "Đào", "Huệ", "Na"][count]}`,
    address: `số ${count}3, xóm ${count}, xã Tân Phương`,
    phone: `09770033${10 + count}`,
    subject: `Khiếu nại việc thu hồi thửa ${300 + count * 7}`,
    content: `Nhà tôi có thửa ${300 + count * 7}, tờ bản đồ ${20 + count}, bị thu hồi ${900 + count * 13} m2 theo Quyết định số ${1000 + count * 17}.
      Mức bồi thường ${80 + count} triệu đồng không tính số cây ăn quả và giếng nước trên đất. Tôi đã gửi đơn lên xã ba lần,
      chưa được trả lời bằng văn bản. Đề nghị kiểm đếm lại, tính đủ tài sản và bố trí đất tái định cư cho gia đình trước mùa mưa năm nay.`,
  };
}
type Letter = ReturnType<typeof letter>;

const compareAll = () => compareWaiting([province().phuTho.tenant.id]);
async function foundOf(typed: Partial<Letter> & { denounces?: string }, office: string = party) {
  const asked = askedLetterSchema.parse({ denounces: "no", ...typed });
  const answer = await askSameLetter(as(province().phuTho, office, "specialist"), asked);
  if (!("found" in answer)) throw new Error("asked too often");
  return answer.found;
}

/** So many more letters as this one, which somebody sent on line: what is kept of it is copied, since sending each takes its time. */
async function copies(of: { petitionId: string }, times: number): Promise<void> {
  const client = await province().pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    const ids = Array.from({ length: times }, newId);
    // What the database reckons of the others is not written.
    const { rows } = await client.query<{ list: string }>(
      `select string_agg(column_name, ', ') as list from information_schema.columns
        where table_schema = 'public' and table_name = 'petitions' and is_generated = 'NEVER'`,
    );
    const list = rows[0]?.list ?? "";
    await client.query(
      `create temporary table copied on commit drop as select ${list} from petitions where id = $1`,
      [of.petitionId],
    );
    for (const [n, id] of ids.entries()) {
      await client.query("update copied set id = $1, code = $2", [id, `FLOOD-${count}-${n}`]);
      await client.query(`insert into petitions (${list}) select ${list} from copied`);
    }
    for (const [table, columns] of [
      ["petition_sketches", "identity, petitioner, matter, petitioner_marks, matter_marks"],
      ["petition_marks", "mark, unread"],
    ] as const)
      await client.query(
        `insert into ${table} (tenant_id, petition_id, ${columns}) select s.tenant_id, c.id, ${columns
          .split(", ")
          .map((column) => `s.${column}`)
          .join(", ")} from ${table} s, unnest($2::uuid[]) c (id) where s.petition_id = $1`,
        [of.petitionId, ids],
      );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function flood(typed: Letter, times = 500): Promise<{ petitionId: string }> {
  const sent = await sentOnline(province(), { ...typed, fullName: "Ai Đó", phone: "" });
  await compareAll();
  await copies(sent, times - 1);
  return sent;
}

const marksOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<{ unread: boolean }>("select distinct unread from petition_marks where petition_id = $1", [
    petitionId,
  ]);

describe("five hundred copies sent on line", () => {
  test("take no place of the letter an office had first, be it typed as it is or with half its words", async () => {
    const typed = letter();
    const { code } = await taken(province(), { ...typed, bodyId: province().phuTho.bodies.get("HDND") });
    await flood(typed);
    const half = { ...typed, fullName: "Phung Van Bat", content: typed.content.slice(0, 260) };
    for (const asked of [typed, half]) {
      expect((await foundOf(asked))[0]).toMatchObject({ kind: "told", office: council, code });
    }
    // Nothing of who wrote says it either: another paper of the same words, without name and address.
    const unnamed = { subject: typed.subject, content: typed.content };
    expect((await foundOf(unnamed))[0]).toMatchObject({ kind: "told", office: council, code });
    // All of them are one line, and only whom to ask.
    expect((await foundOf(typed)).slice(1)).toEqual([{ kind: "contact", office: committee }]);
  });

  test("do not hide another letter sent on line before them", async () => {
    // Of words no other letter here has: what is hidden by hundreds of like letters that came before, docs/decisions/0056 says.
    const typed = {
      ...letter(),
      subject: "Phản ánh trại lợn xả thải ra mương Ngòi Lao",
      content: `Trại lợn 1.400 con của hộ bên cạnh xả nước thải chưa qua xử lý xuống mương Ngòi Lao từ ngày 17/5/2026, mùi hôi không chịu nổi.
        Giếng khoan sâu 42 mét của bảy nhà trong xóm không dùng được nữa, ba cháu nhỏ phải đi viện. Xã lập biên bản số 58/BB-UBND rồi để đó.
        Đề nghị lấy mẫu nước, bắt dừng xả, dời chuồng ra xa khu dân cư ít nhất 200 mét và trả lời bằng văn bản cho bà con.`,
    };
    await sentOnline(province(), typed, "HDND");
    await compareAll();
    await flood(typed);
    expect(await foundOf(typed)).toEqual([
      { kind: "contact", office: council },
      { kind: "contact", office: committee },
    ]);
  });

  test("stand as one line on the page of the first letter, and the next that comes is joined to that one", async () => {
    const typed = letter();
    const { petitionId, code } = await taken(province(), {
      ...typed,
      bodyId: province().phuTho.bodies.get("HDND"),
    });
    await flood(typed);
    for (let n = 0; n < 3; n += 1) await sentOnline(province(), { ...typed, fullName: `Ai Đó ${n}` });
    await compareAll();
    const page = async (office: string, id: string) =>
      (await runQuery(getPetitionPage, as(province().phuTho, office, "specialist"), { petitionId: id }))?.view
        .same ?? [];
    expect((await page(council, petitionId)).map(({ found }) => found)).toEqual([
      { kind: "contact", office: committee },
    ]);
    const later = await taken(province(), { ...typed, sameJoin: code });
    expect(await page(committee, later.petitionId)).toMatchObject([
      { found: { kind: "told", code }, answer: { kind: "joined" } },
      { found: { kind: "contact", office: committee } },
    ]);
  });

  test("one that an office classified stands with the letters it read, and the others go on without it", async () => {
    const typed = letter();
    const sent = await flood(typed);
    expect(await marksOf(sent)).toEqual([{ unread: true }]);
    const { code, revision } = await petitionRow(province(), sent);
    await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: sent.petitionId,
      revision,
      class: "complaint",
      denounces: "no",
    });
    expect(await marksOf(sent)).toEqual([{ unread: false }]);
    const asked = { ...typed, fullName: "Ai Đó", phone: "" };
    expect((await foundOf(asked))[0]).toMatchObject({ kind: "told", office: committee, code });
    // Classified as what it was kept as, its numbers stay as they are and are found with the others'.
    const other = await sentOnline(province(), letter());
    await compareAll();
    await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      petitionId: other.petitionId,
      revision: 1,
      class: "denunciation",
      denounces: "yes",
    });
    expect(await marksOf(other)).toEqual([{ unread: false }]);
  });
});

test("among three hundred households that write the same words, each letter finds its own household's", async () => {
  const typed = letter();
  const syllables =
    "Đinh Bùi Quách Hà Lường Cầm Lò Quàng Tòng Vì Sùng Giàng Thào Mùa Hạng Vàng Cháng Khải Tính Phổ Trạch Duyên Lệ Ngạn Hoằng Tự Sĩ Gia Bảo Thế Trọng Nhã Diệp Mỹ Ái Nhung Thoa Bích Chi Đào Loan Phượng Kiều Vân Yên Hiền Quế Trà Mơ Nguyệt Cúc Sương Thủy Ngà".split(
      " ",
    );
  const household = (n: number) => ({
    // No two share more than one syllable.
    fullName: [
      syllables[n % 17],
      syllables[17 + Math.floor(n / 17)],
      syllables[35 + ((n + Math.floor(n / 17)) % 19)],
    ].join(" "),
    address: `số ${n + 1}, thôn Gò Đa, xã Tân Phương`,
    phone: `0913${String(400000 + n * 7)}`,
  });
  const line = (n: number) => {
    const { fullName, address, phone } = household(n);
    return [
      `KHU-${n}`,
      "2026-10-05",
      "peoples-committee",
      "post",
      fullName,
      address,
      phone,
      "",
      typed.subject,
      typed.content,
      "complaint",
      "",
      "",
      "",
    ]
      .map(cell)
      .join(",");
  };
  const file = [registerHead, ...Array.from({ length: 300 }, (_, n) => line(n))].join("\n");
  expect((await importRegister(province(), file)).faults).toEqual([]);
  for (const n of [0, 99, 150, 201, 299]) {
    const { fullName, address } = household(n);
    const found = await foundOf({ ...typed, fullName, address, phone: "" });
    expect([n, found[0]]).toEqual([n, expect.objectContaining({ kind: "told", code: `KHU-${n}` })]);
    const wife = await foundOf({ ...typed, fullName: "Triệu Ngọc Oanh", address, phone: "" });
    expect([n, wife[0]]).toEqual([n, expect.objectContaining({ kind: "told", code: `KHU-${n}` })]);
  }
});
