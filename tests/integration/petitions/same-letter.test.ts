import { beforeAll, expect, test } from "vitest";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
import { takePetition } from "@/lib/petitions/commands/take-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { setLookUpKey } from "@/tests/support/builders/look-up-key";
import { issuedPaper } from "@/tests/support/builders/petition-papers";
import { taken, takingInput } from "@/tests/support/builders/petition-stages";
import { classified, filedAway } from "@/tests/support/builders/petition-way";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

// Which pieces of a letter are its sample hangs on the key; with one that is known every run finds alike.
beforeAll(() => setLookUpKey(province(), Buffer.alloc(32, 7)));

let count = 0;
/** A letter nobody else has; each call is another matter of another person. */
function letter() {
  count += 1;
  return {
    fullName: `Lưu Thị Hoa ${["Mai", "Cúc", "Trúc", "Lan", "Sen", "Đào", "Huệ", "Ngân", "Bưởi"][count]}`,
    address: `số ${count}7, xóm ${count}, xã Đồng Văn`,
    phone: `09440011${10 + count}`,
    idNumber: "",
    subject: `Khiếu nại mức bồi thường thửa ${400 + count * 7}`,
    content: `Gia đình tôi có thửa ${400 + count * 7}, tờ bản đồ ${30 + count}, bị thu hồi ${1000 + count * 11} m2 theo Quyết định số ${2000 + count * 13}.
      Mức bồi thường ${120 + count} triệu đồng là thấp so với giá đất cùng vị trí. Tôi đã gửi đơn lên xã hai lần chưa được trả lời. Đề nghị xem xét,
      đo đạc lại diện tích thực tế, tính đúng số cây ăn quả trên đất và bố trí tái định cư cho gia đình tôi trước mùa mưa năm nay.`,
  };
}
type Letter = ReturnType<typeof letter>;

const ask = (typed: Partial<Letter> & { denounces?: string }, office: string = council) =>
  askSameLetter(as(province().phuTho, office, "specialist"), askedLetterSchema.parse(typed));

async function foundOf(typed: Parameters<typeof ask>[0], office?: string) {
  const answer = await ask(typed, office);
  if (!("found" in answer)) throw new Error("asked too often");
  return answer.found;
}

const bare = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

test("another office is told who has the letter, since when, its code and state, through the husband's name and half the text", async () => {
  const typed = letter();
  const { code } = await taken(province(), typed);
  const half = {
    ...typed,
    fullName: "Ha Van Tu",
    address: bare(typed.address),
    content: bare(typed.content.slice(0, 260)),
  };
  const found = await foundOf(half);
  expect(found).toEqual([
    {
      kind: "told",
      office: committee,
      code,
      since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      state: "received",
      why: "both",
    },
  ]);
  const [look] = await province().rows(
    `select l.kind, l.source, l.asked, l.answers, l.account_id is not null as who, o.code as office from look_ups l
      join offices o on o.id = l.office_id where l.source = 'typing' order by l.at desc limit 1`,
  );
  expect(look).toEqual({
    kind: "same-letter",
    source: "typing",
    asked: 1,
    answers: 1,
    who: true,
    office: council,
  });
});

test("of a letter taken up whose verification was decided the other office reads, while typing and on its page, that it is being verified", async () => {
  const typed = letter();
  const first = await classified(province(), { ...typed, class: "complaint" });
  await issuedPaper(province(), first);
  const state = async () =>
    (await foundOf(typed)).flatMap((found) => (found.kind === "told" ? [found.state] : []));
  expect(await state()).toEqual(["accepted"]);
  await issuedPaper(province(), first, {
    kind: "verification",
    abstract: "Về việc xác minh nội dung khiếu nại",
    body: "QUYẾT ĐỊNH:\nĐiều 1. Tiến hành xác minh.",
  });
  expect(await state()).toEqual(["verifying"]);
  const second = await executeCommand(
    takePetition,
    as(province().phuTho, council, "specialist"),
    takingInput(province(), typed),
  );
  const page = await runQuery(getPetitionPage, as(province().phuTho, council, "specialist"), second);
  expect(page?.view.same.map(({ found }) => found)).toMatchObject([{ code: first.code, state: "verifying" }]);
});

test("another matter of the same person is not told; the same words of another household are perhaps one case", async () => {
  const typed = letter();
  const { code } = await taken(province(), typed);
  const other = letter();
  expect(
    await foundOf({ ...other, fullName: typed.fullName, address: typed.address, phone: typed.phone }),
  ).toEqual([]);
  expect(
    await foundOf({
      ...typed,
      fullName: "Bàn Văn Phúc",
      address: "số 203, xóm 9, xã Đồng Văn",
      phone: "0966777888",
    }),
  ).toEqual([{ kind: "case", office: committee, code, since: dayAt(new Date()), caseCode: null }]);
});

test("a denunciation is found by its content only, and then only whom to ask is told", async () => {
  const typed = letter();
  const denunciation = {
    ...typed,
    subject: "Tố cáo cán bộ đo đạc sai",
    class: "denunciation",
    denounces: "yes",
  };
  await taken(province(), denunciation);
  expect(await foundOf({ ...denunciation, fullName: "", phone: "", address: "" })).toEqual([
    { kind: "contact", office: committee },
  ]);
  const neighbour = { fullName: typed.fullName, address: typed.address, phone: typed.phone };
  const other = letter();
  expect(await foundOf({ ...other, ...neighbour })).toEqual([]);
  const said = `Tôi là ${typed.fullName}, ở ${typed.address}, số điện thoại ${typed.phone}, tố cáo cán bộ đo đạc.`;
  expect(await foundOf({ ...neighbour, subject: said, content: said })).toEqual([]);
});

test("classified as a denunciation a letter is told no more; the way back tells it again", async () => {
  const typed = letter();
  const { petitionId } = await taken(province(), typed);
  const classify = (input: Record<string, unknown>, revision: number) =>
    executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
      petitionId,
      revision,
      ...input,
    });
  await classify({ class: "denunciation", denounces: "yes" }, 1);
  expect((await foundOf(typed)).map(({ kind }) => kind)).toEqual(["contact"]);
  expect(
    await province().rows(
      "select petitioner, petitioner_marks from petition_sketches where petition_id = $1",
      [petitionId],
    ),
  ).toEqual([{ petitioner: null, petitioner_marks: [] }]);
  await classify({ class: "complaint", denounces: "no", reason: "Đã đọc lại, đơn khiếu nại" }, 2);
  expect((await foundOf(typed)).map(({ kind }) => kind)).toEqual(["told"]);
});

test("destroyed, a letter is found by nothing", async () => {
  const typed = letter();
  const { petitionId, revision } = await filedAway(province(), typed);
  const marks = () => province().rows("select 1 from petition_marks where petition_id = $1", [petitionId]);
  expect((await marks()).length).toBeGreaterThan(10);
  await executeCommand(destroyPetition, as(province().phuTho, committee, "chief"), {
    petitionId,
    revision,
    documentNumber: "9/QĐ",
  });
  expect(await marks()).toEqual([]);
  expect(await foundOf(typed)).toEqual([]);
});

test("the page of a letter says what looked the same when either came, to each office its own side", async () => {
  const typed = letter();
  const first = await taken(province(), typed);
  const second = await taken(province(), {
    ...typed,
    bodyId: province().phuTho.bodies.get("TU"),
    fullName: typed.fullName.toUpperCase(),
  });
  const sameOf = async (office: string, petitionId: string) => {
    const found = await runQuery(getPetitionPage, as(province().phuTho, office, "specialist"), {
      petitionId,
    });
    return found?.view.same.map(({ found: each }) =>
      each.kind === "told" ? [each.office, each.code] : [each.office],
    );
  };
  expect(await sameOf(committee, first.petitionId)).toEqual([[party, second.code]]);
  expect(await sameOf(party, second.petitionId)).toEqual([[committee, first.code]]);
  expect(await sameOf(council, second.petitionId)).toBeUndefined();
});

test("who takes no letters asks nothing; who asks too often is told when again", async () => {
  const typed = letter();
  await expect(ask(typed, stranger)).rejects.toMatchObject({ code: "forbidden" });
  const caller = as(province().phuTho, party, "specialist");
  await province().rows(
    `insert into look_ups (tenant_id, id, kind, source, account_id, office_id, asked, answers, at)
      select $1, gen_random_uuid(), 'same-letter', 'typing', $2, (select id from offices where tenant_id = $1 and code = $3), 1, 0,
        now() - n * interval '1 second' from generate_series(1, 30) n`,
    [caller.tenant.id, caller.session.accountId, party],
  );
  const answer = await ask(typed, party);
  expect(answer).toEqual({ againAt: expect.any(Date) });
  expect("againAt" in answer && answer.againAt > new Date()).toBe(true);
  const [row] = await province().rows(
    "select count(*)::integer as n from look_ups where account_id = $1 and source = 'typing'",
    [caller.session.accountId],
  );
  expect(row).toEqual({ n: 30 });
});
