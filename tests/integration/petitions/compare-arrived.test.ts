import { afterAll, beforeAll, expect, test } from "vitest";
import { firstClock } from "@/lib/petitions/citizen/first-answer";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { compareLetter, compareWaiting } from "@/lib/petitions/same-letter/compare-arrived";
import { sameLetterJobs } from "@/lib/petitions/same-letter/jobs";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { newId } from "@/lib/platform/ids";
import { closeQueue } from "@/lib/platform/outbox/queue";
import queues from "@/lib/platform/outbox/queues.json";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { setLookUpKey } from "@/tests/support/builders/look-up-key";
import { sentOnline } from "@/tests/support/builders/online-letters";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { asOwner } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";

// A letter nobody classified yet is compared by what it says, when it arrives; and so is what was there before.

const province = useProvince();

beforeAll(() => setLookUpKey(province(), Buffer.alloc(32, 7)));
afterAll(closeQueue);

let count = 0;
/** A letter nobody else has, long enough to be known by its content alone. */
function letter() {
  count += 1;
  return {
    fullName: `Triệu Thị Nhàn ${["Mai", "Cúc", "Trúc", "Lan", "Sen", "Đào", "Huệ", "Na"][count]}`,
    address: `số ${count}9, xóm ${count}, xã Thượng Cốc`,
    phone: `09550022${10 + count}`,
    subject: `Việc làm đường qua thửa ${500 + count * 7}`,
    content: `Đội thi công của xã đổ đất lấp mương tưới ở thửa ${500 + count * 7}, tờ bản đồ ${20 + count}, từ ngày ${count + 3}/8/2026.
      Nước không về được ${900 + count * 13} m2 lúa của chín hộ trong xóm, thiệt hại ước ${30 + count} triệu đồng. Chúng tôi đã báo trưởng xóm hai lần,
      chưa thấy ai xuống xem. Đề nghị cho khơi lại mương, đền phần lúa đã chết và cho biết ai chịu trách nhiệm trước vụ chiêm.`,
  };
}

async function foundOf(typed: Record<string, string>, office: string = council) {
  const asked = askedLetterSchema.parse({ denounces: "no", ...typed });
  const answer = await askSameLetter(as(province().phuTho, office, "specialist"), asked);
  if (!("found" in answer)) throw new Error("asked too often");
  return answer.found;
}

const compareAll = async () => (await compareWaiting([province().phuTho.tenant.id])).kept;
const waiting = async ({ petitionId }: { petitionId: string }) =>
  (await province().rows("select 1 from petition_sketches_due where petition_id = $1", [petitionId])).length;
const sketchOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<{ identity: string; petitioner: string | null; petitioner_marks: string[]; marks: number }>(
    `select identity, petitioner, petitioner_marks, cardinality(matter_marks) as marks from petition_sketches where petition_id = $1`,
    [petitionId],
  );
const sameOn = async (office: string, petitionId: string) =>
  (
    await runQuery(getPetitionPage, as(province().phuTho, office, "specialist"), { petitionId })
  )?.view.same.map(({ found }) => found);

test("sent on line and classified by nobody, a letter is known again by what it says, and then only whom to ask is told", async () => {
  const typed = letter();
  const sent = await sentOnline(province(), typed);
  expect(await waiting(sent)).toBe(1);
  expect(await foundOf(typed)).toEqual([]);
  await compareAll();
  expect(await waiting(sent)).toBe(0);
  expect(await foundOf(typed)).toEqual([{ kind: "contact", office: committee }]);
  // Neither the name nor anything else of who wrote is kept, and nothing of it answers: it could be a denunciation.
  expect(await sketchOf(sent)).toEqual([
    { identity: "sealed", petitioner: null, petitioner_marks: [], marks: expect.any(Number) },
  ]);
  const { fullName, address, phone } = typed;
  const other = letter();
  expect(await foundOf({ ...other, fullName, address, phone })).toEqual([]);
  const said = `Tôi là ${fullName}, ở ${address}, số điện thoại ${phone}, gửi đơn về việc làm đường.`;
  expect(await foundOf({ fullName, address, phone, subject: said, content: said })).toEqual([]);
});

test("an unclassified letter and a denunciation are told in the same words", async () => {
  const [one, other] = [letter(), letter()];
  await sentOnline(province(), one);
  await compareAll();
  await taken(province(), { ...other, class: "denunciation", denounces: "yes" });
  expect(await foundOf(one)).toEqual(await foundOf(other));
});

test("what was taken in before says beside it where the same came on line; classified, it is told with its name", async () => {
  const typed = letter();
  const first = await taken(province(), { ...typed, bodyId: province().phuTho.bodies.get("TU") });
  const sent = await sentOnline(province(), { ...typed, fullName: "Triệu Văn Khác", phone: "" });
  await compareAll();
  expect(await sameOn(committee, sent.petitionId)).toEqual([{ kind: "contact", office: party }]);
  expect(await sameOn(party, first.petitionId)).toEqual([{ kind: "contact", office: committee }]);
  const { revision } = await petitionRow(province(), sent);
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: sent.petitionId,
    revision,
    class: "complaint",
    denounces: "no",
  });
  expect(await sameOn(committee, sent.petitionId)).toMatchObject([{ kind: "told", code: first.code }]);
  expect((await sketchOf(sent))[0]).toMatchObject({ identity: "plain", petitioner: expect.anything() });
});

test("a letter nobody read yet does not say which office has a denunciation of the same words; the denunciation says where that letter is", async () => {
  const typed = letter();
  const denunciation = {
    ...typed,
    class: "denunciation",
    denounces: "yes",
    bodyId: province().phuTho.bodies.get("TU"),
  };
  const first = await taken(province(), denunciation);
  const sent = await sentOnline(province(), { ...typed, fullName: "Triệu Văn Thử", phone: "" });
  await compareAll();
  expect(await sameOn(committee, sent.petitionId)).toEqual([]);
  expect(await sameOn(party, first.petitionId)).toEqual([{ kind: "contact", office: committee }]);
});

test("nobody is said to have asked: what was found stands with the letters, and no look-up is left", async () => {
  const lookUps = async () => (await province().rows("select 1 from look_ups")).length;
  const typed = letter();
  await taken(province(), typed);
  const before = await lookUps();
  const sent = await sentOnline(province(), typed);
  await compareAll();
  expect(await lookUps()).toBe(before);
  expect(
    await province().rows("select why from petition_matches where petition_id = $1", [sent.petitionId]),
  ).toEqual([{ why: "matter" }]);
});

test("of who wrote for somebody else nothing is kept either", async () => {
  const typed = letter();
  const helper = {
    forOther: "on",
    helperName: "Sùng Thị Ngoãn",
    relation: "child",
    helperPhone: "0966123987",
  };
  const named = `${typed.content} Người viết hộ: ${helper.helperName}, ${helper.helperPhone}.`;
  const one = await sentOnline(province(), { ...typed, ...helper, content: named });
  const other = await sentOnline(province(), {
    ...typed,
    ...helper,
    content: `${typed.content} Người viết hộ: `,
  });
  await compareAll();
  const matter = async ({ petitionId }: { petitionId: string }) =>
    (
      await province().rows<{ matter: Buffer }>(
        "select matter from petition_sketches where petition_id = $1",
        [petitionId],
      )
    )[0]?.matter.toString("hex");
  expect(await matter(one)).toBe(await matter(other));
});

/** As a letter stands that was there before letters were compared. */
async function asBefore(of: { petitionId: string }) {
  await asOwner(province(), "delete from petition_sketches where petition_id = $1", [of.petitionId]);
  await asOwner(
    province(),
    "insert into petition_sketches_due (tenant_id, petition_id) select tenant_id, id from petitions where id = $1",
    [of.petitionId],
  );
}

test("what was there before is found again as if it came today; cut off it goes on, run again it changes nothing", async () => {
  const typed = [letter(), letter()];
  const before = [];
  for (const each of typed) {
    const one = await taken(province(), each);
    await asBefore(one);
    before.push(one);
  }
  for (const each of typed) expect(await foundOf(each)).toEqual([]);
  expect(await compareWaiting([province().phuTho.tenant.id], { untilMs: performance.now() - 1 })).toEqual({
    kept: 0,
    left: true,
  });
  expect(await compareAll()).toBe(2);
  expect(await compareAll()).toBe(0);
  for (const [n, each] of typed.entries())
    expect(await foundOf(each)).toMatchObject([{ kind: "told", code: before[n]?.code, why: "both" }]);
});

test("two rounds at once keep each letter once; one that does not open keeps no other waiting", async () => {
  const typed = [letter(), letter()];
  const [broken, whole] = [await taken(province(), typed[0]), await taken(province(), typed[1])];
  for (const each of [broken, whole]) await asBefore(each);
  await asOwner(province(), "update petition_keys set wrapped = '\\x01'::bytea where petition_id = $1", [
    broken.petitionId,
  ]);
  const rounds = await Promise.allSettled([compareAll(), compareAll()]);
  expect(rounds.map(({ status }) => status)).toContain("rejected");
  expect(await waiting(broken)).toBe(1);
  expect(await waiting(whole)).toBe(0);
  expect(await sketchOf(whole)).toHaveLength(1);
  await asOwner(province(), "delete from petition_sketches_due where petition_id = $1", [broken.petitionId]);
});

const clocksOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<Record<string, unknown>>(
    `select step, status, office_id, started_on::text, due_on::text, facts, rule_key, rule_version, why, revision from petition_clocks
      where petition_id = $1 order by created_at, id`,
    [petitionId],
  );

test("the clock of a letter sent on line runs as soon as the letter is there, and is the one the office reckons", async () => {
  const sent = await sentOnline(province(), letter());
  expect(await waiting(sent)).toBe(1);
  const atOnce = await clocksOf(sent);
  expect(atOnce).toMatchObject([
    { step: "reception-outcome", status: "running", office_id: province().phuTho.offices.get(committee) },
  ]);
  await compareAll();
  expect(await clocksOf(sent)).toEqual(atOnce);
  // Reckoned by the office from nothing, it is the same day for the same reasons.
  await asOwner(province(), "delete from petition_clocks where petition_id = $1", [sent.petitionId]);
  await asBefore(sent);
  await asOwner(province(), "update petition_sketches_due set online = true where petition_id = $1", [
    sent.petitionId,
  ]);
  await compareAll();
  expect(await clocksOf(sent)).toEqual(atOnce);
});

test("what does not fit the law as it stands is not written with the letter, and the letter is taken all the same", async () => {
  const { slug, id: tenantId } = province().phuTho.tenant;
  const first = await firstClock(slug, newId());
  const [revision] = await province().rows<{ revision: number }>(
    "select revision from clock_settings where tenant_id = $1",
    [tenantId],
  );
  expect(first).toMatchObject({ step: "reception-outcome", revision: revision?.revision });
  await asOwner(
    province(),
    "create function stale_law() returns trigger language plpgsql security definer as $$ begin update clock_settings set revision = revision + 1 where tenant_id = new.tenant_id; return null; end $$",
    [],
  );
  await asOwner(
    province(),
    "create trigger stale after insert on petitions for each row execute function stale_law()",
    [],
  );
  try {
    const sent = await sentOnline(province(), letter());
    expect(await clocksOf(sent)).toEqual([]);
    await compareLetter(tenantId, sent.petitionId);
    expect(await clocksOf(sent)).toMatchObject([{ step: "reception-outcome", status: "running" }]);
  } finally {
    await asOwner(province(), "drop trigger stale on petitions", []);
    await asOwner(province(), "drop function stale_law()", []);
  }
});

test("a letter on line that does not open has its clock all the same", async () => {
  const sent = await sentOnline(province(), letter());
  await asOwner(province(), "update petition_keys set wrapped = '\\x01'::bytea where petition_id = $1", [
    sent.petitionId,
  ]);
  await asOwner(province(), "delete from petition_clocks where petition_id = $1", [sent.petitionId]);
  await expect(compareLetter(province().phuTho.tenant.id, sent.petitionId)).rejects.toThrow("does not open");
  expect(await clocksOf(sent)).toMatchObject([{ step: "reception-outcome", status: "running" }]);
  await asOwner(province(), "delete from petition_sketches_due where petition_id = $1", [sent.petitionId]);
});

const keptInOrder = async (ids: readonly string[]) =>
  (
    await province().rows<{ id: string }>(
      "select petition_id as id from petition_sketches where petition_id = any($1) order by xmin::text::bigint",
      [ids],
    )
  ).map(({ id }) => id);

test("the job that a letter woke does that letter and no other, whatever waits", async () => {
  const old = await taken(province(), letter());
  await asBefore(old);
  const sent = await sentOnline(province(), letter());
  const [woken] = sameLetterJobs;
  const { id: tenantId } = province().phuTho.tenant;
  await woken?.handle({ tenantId, petitionId: sent.petitionId });
  expect([await waiting(sent), await waiting(old)]).toEqual([0, 1]);
  // Come again, or of before, it does nothing.
  await woken?.handle({ tenantId, petitionId: sent.petitionId });
  await woken?.handle({ tenantId });
  await woken?.handle(null);
  expect(await waiting(old)).toBe(1);
  await compareAll();
});

test("letters on line go before registers, and no province waits for the whole register of another", async () => {
  const { phuTho, haGiang } = province();
  const register = [];
  for (let n = 0; n < 21; n += 1) {
    const one = await taken(province(), { fullName: `Bàn Thị Dư ${n}`, idNumber: "", phone: "" });
    await asBefore(one);
    register.push(one.petitionId);
  }
  const there = { ...province(), phuTho: haGiang };
  const far = await sentOnline(there, letter());
  await asOwner(there, "update petition_sketches_due set online = false where petition_id = $1", [
    far.petitionId,
  ]);
  const sent = await sentOnline(province(), letter());
  // Phú Thọ begins this round.
  expect(await compareWaiting([phuTho.tenant.id, haGiang.tenant.id], { now: new Date(0) })).toEqual({
    kept: 23,
    left: false,
  });
  const all = [...register, far.petitionId, sent.petitionId];
  expect(await keptInOrder(all)).toEqual([
    sent.petitionId,
    ...register.slice(0, 20),
    far.petitionId,
    ...register.slice(20),
  ]);
});

test("its queues are there, and one round goes by itself and never beside another", () => {
  const [woken, round] = sameLetterJobs;
  expect(queues).toContain(woken?.queue);
  expect(woken?.cron).toBeUndefined();
  expect(round).toMatchObject({ cron: "* * * * *", atStart: true, alone: true });
});
