import { expect, test } from "vitest";
import { recomputeClocks } from "@/lib/petitions/clocks/recompute";
import { remindDue } from "@/lib/petitions/clocks/remind-due";
import { recordMilestone } from "@/lib/petitions/commands/record-milestone";
import { reviseClockRule } from "@/lib/petitions/commands/revise-clock-rule";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
import { as } from "@/prisma/seed/caller";
import { issuedPaper } from "@/tests/support/builders/petition-papers";
import { classified, type LetterOnItsWay, lookedUp } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";

const province = useProvince();
const today = () => dayAt(new Date());
const body = "Đến nay đã đối chiếu hồ sơ. Sẽ trả lời sau khi có kết quả xác minh.";

/** "step status from day" of each clock of those steps, in order. */
async function clocksOf({ petitionId }: { petitionId: string }, step: string): Promise<string[]> {
  const rows = await province().rows<{ said: string }>(
    `select status || ' from ' || started_on || coalesce(', due ' || due_on, '') as said from petition_clocks
      where petition_id = $1 and step = $2 and status <> 'replaced' order by created_at, id`,
    [petitionId, step],
  );
  return rows.map(({ said }) => said);
}

async function record(letter: LetterOnItsWay, kind: string): Promise<void> {
  await executeCommand(recordMilestone, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: (await lookedUp(province(), letter)).revision,
    kind,
    on: formatDay(today()),
    document: "15/TB",
  });
}

test("who came to the desk is told what becomes of it by the acceptance of a complaint, of a denunciation by the notice of that", async () => {
  const complaint = await classified(province(), { class: "complaint" });
  expect(await clocksOf(complaint, "reception-outcome")).toEqual([expect.stringMatching(/^running/)]);
  await issuedPaper(province(), complaint, { body: "Khiếu nại được thụ lý." });
  expect(await clocksOf(complaint, "reception-outcome")).toEqual([expect.stringMatching(/^met/)]);
  const denunciation = await classified(province(), { class: "denunciation", denounces: "yes" });
  await record(denunciation, "accepted");
  expect(await clocksOf(denunciation, "reception-outcome")).toEqual([expect.stringMatching(/^running/)]);
  await record(denunciation, "acceptance-notified");
  expect(await clocksOf(denunciation, "reception-outcome")).toEqual([expect.stringMatching(/^met/)]);
});

test("no law asks to tell again; asked by an agreement, letters in hand begin their term from the last telling, and are reminded of", async () => {
  const complaint = await classified(province(), { class: "complaint" });
  await issuedPaper(province(), complaint, { body: "Khiếu nại được thụ lý." });
  const settled = await classified(province(), { class: "complaint" });
  await issuedPaper(province(), settled, { body: "Khiếu nại được thụ lý." });
  await issuedPaper(province(), settled, { kind: "decision", body: "Điều 1. Giữ nguyên quyết định." });
  expect(await clocksOf(complaint, "interim-reply")).toEqual([]);
  await executeCommand(reviseClockRule, as(province().phuTho, committee, "chief"), {
    key: "interim.reply",
    version: 1,
    mode: "correct",
    days: "30",
    unit: "calendar",
    movesOffDay: "no",
    basis: "Quy chế phối hợp, Điều 9",
    reason: "Các văn phòng đã thống nhất",
  });
  await recomputeClocks(province().phuTho.tenant.id);
  await recomputeClocks(province().phuTho.tenant.id);
  const due = plusDays(today(), 30);
  expect(await clocksOf(complaint, "interim-reply")).toEqual([`running from ${today()}, due ${due}`]);
  expect(await clocksOf(settled, "interim-reply")).toEqual([]);
  await remindDue(new Date(`${due}T01:00:00Z`));
  expect(
    await province().rows(
      "select payload ->> 'dueOn' as due from notices where subject_id = $1 and payload ->> 'step' = 'interim-reply'",
      [complaint.petitionId],
    ),
  ).toEqual([{ due }]);
  // Told the same day once more it is no new term; decided, nothing is owed.
  await issuedPaper(province(), await lookedUp(province(), complaint), { kind: "interim", body });
  expect(await clocksOf(complaint, "interim-reply")).toEqual([`running from ${today()}, due ${due}`]);
  await issuedPaper(province(), await lookedUp(province(), complaint), {
    kind: "decision",
    body: "Điều 1. Giữ nguyên quyết định.",
  });
  expect(await clocksOf(complaint, "interim-reply")).toEqual([`ended from ${today()}, due ${due}`]);
});

test("what is told by word or by a paper outside of the portal is put on record by hand, as long as the letter is in hand", async () => {
  const letter = await classified(province(), { class: "proposal" });
  await record(letter, "outcome-told");
  await record(letter, "progress-told");
  expect(
    await province().rows("select kind from petition_milestones where petition_id = $1 order by at", [
      letter.petitionId,
    ]),
  ).toEqual([{ kind: "outcome-told" }, { kind: "progress-told" }]);
});
