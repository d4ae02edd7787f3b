import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { escalateForwards, sentBefore } from "@/lib/petitions/circles/escalate-forwards";
import { circleJobs } from "@/lib/petitions/circles/jobs";
import { defaultLaw } from "@/lib/petitions/clocks/default-law";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { plusDays } from "@/lib/platform/dates/days";
import queues from "@/lib/platform/outbox/queues.json";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { outside } from "@/tests/support/builders/letters-outside";
import { acknowledged, asOwner, forwarded, type LetterOnItsWay } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

/** The same slip, sent so many days before. */
async function sentDaysAgo(days: number): Promise<LetterOnItsWay> {
  const letter = await forwarded(province());
  await asOwner(province(), "update petition_forwards set sent_on = portal_today() - $2::int where id = $1", [
    letter.forwardId,
    days,
  ]);
  return letter;
}

const noticesOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<{ office: string }>(
    `select o.code as office from notices n join offices o on o.id = n.office_id
      where n.kind = 'forward-unacknowledged' and n.subject_id = $1 order by o.ordinal`,
    [petitionId],
  );

const onDesk = async (
  { petitionId }: { petitionId: string },
  office: string,
  role: "chief" | "inspector" | "specialist",
) => {
  const page = await runQuery(getDesk, as(province().phuTho, office, role), {});
  return page?.view.petitions.some((each) => each.petitionId === petitionId && each.act === "press");
};

test("a slip nobody acknowledged in the days of the rule is told to chiefs and inspectors of both offices, once", async () => {
  const late = await sentDaysAgo(60);
  const fresh = await sentDaysAgo(0);
  await escalateForwards();
  await escalateForwards();
  expect(await noticesOf(late)).toEqual([{ office: party }, { office: committee }]);
  expect(await noticesOf(fresh)).toEqual([]);
  const mails = await province().rows<{ text: string; subject: string }>(
    "select c.text, c.subject from mail_contents c where c.text like $1",
    [`%${late.code}%`],
  );
  expect(mails).not.toEqual([]);
  for (const { text, subject } of mails) {
    expect(text).not.toMatch(/Khổng Thị Mơ|0977/);
    expect(subject).not.toContain(late.code);
  }
  for (const office of [party, committee]) {
    expect(await onDesk(late, office, "chief")).toBe(true);
    expect(await onDesk(late, office, "inspector")).toBe(true);
    expect(await onDesk(late, office, "specialist")).toBe(false);
    expect(await onDesk(fresh, office, "chief")).toBe(false);
  }
  await executeCommand(answerForward, as(province().phuTho, party, "specialist"), {
    petitionId: late.petitionId,
    forwardId: late.forwardId,
    answer: "acknowledged",
    reason: "",
  });
  expect(await onDesk(late, committee, "chief")).toBe(false);
});

test("a slip a body outside has not acknowledged is told to chiefs and inspectors of the office that sent it", async () => {
  const late = await outside(province());
  await asOwner(province(), "update petition_forwards set sent_on = portal_today() - 60 where id = $1", [
    late.forwardId,
  ]);
  await escalateForwards();
  await escalateForwards();
  expect(await noticesOf(late)).toEqual([{ office: committee }]);
  expect(await onDesk(late, committee, "chief")).toBe(true);
});

test("what was acknowledged is not told, however long ago it was sent", async () => {
  const letter = await acknowledged(province());
  await asOwner(province(), "update petition_forwards set sent_on = portal_today() - 90 where id = $1", [
    letter.forwardId,
  ]);
  await escalateForwards();
  expect(await noticesOf(letter)).toEqual([]);
});

test("its job is one the worker knows, and harmless when there is nothing to do", async () => {
  for (const { queue, handle } of circleJobs) {
    expect(queues).toContain(queue);
    await handle({});
    await handle(null);
  }
});

test("days of the rule are working days: two after Thursday are over on Tuesday", () => {
  // Thursday 19 November 2026 is the last day of which Friday and Monday are over on Tuesday.
  expect(sentBefore("2026-11-24", 2, defaultLaw)).toBe("2026-11-19");
  expect(sentBefore("2026-11-23", 2, defaultLaw)).toBe("2026-11-18");
  expect(sentBefore("2026-09-03", 1, defaultLaw)).toBe(plusDays("2026-08-28", -1));
});
