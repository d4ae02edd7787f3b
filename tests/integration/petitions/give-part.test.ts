import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { givePart } from "@/lib/petitions/commands/give-part";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import {
  acceptedPart,
  askedPart,
  declinedPart,
  forwardedWhenAsked,
  givenPart,
  partContribution,
  partRequest,
  partRowOf,
  takenOverPart,
} from "@/tests/support/builders/petition-parts";
import { denouncer } from "@/tests/support/builders/petition-stages";
import { lookedUp } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { inDays } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const giving = ["responsibilities", 8] as const;

describeCommand(givePart, {
  province,
  ready: () => askedPart(province()),
  by: [council, "specialist"],
  input: ({ petitionId }) => ({ petitionId, contribution: partContribution }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps the text under the letter's key, who wrote it and when; counts as having accepted": async ({
      stage,
      province,
    }) => {
      const row = await partRowOf(province, stage);
      expect(row).toMatchObject({
        state: "contributed",
        contributed_by: postOf(province.phuTho, council, "specialist").personId,
        contributed_at: expect.any(Date),
        answered_at: expect.any(Date),
      });
      expect((row["contribution"] as Buffer).toString("utf8")).not.toContain("đầu tư công");
    },
  },
  events: ["petitions.partGiven"],
  wrongInput: {
    "no text": { change: { contribution: "" }, field: "contribution" },
    "a text longer than a paper": { change: { contribution: "a".repeat(20_001) }, field: "contribution" },
  },
  notAllowed: {
    "the lead writes no other office's part": { by: [committee, "chief"], reason: "part", source: giving },
    "a records clerk": { by: [council, "records-clerk"], reason: "role", source: ["responsibilities", 11] },
  },
  wrongState: {
    "after declining": { stage: () => declinedPart(province()), reason: "assist-state", source: giving },
    "after it was taken over": {
      stage: () => takenOverPart(province()),
      reason: "assist-state",
      source: giving,
    },
    "of a letter that was given over": {
      stage: () => forwardedWhenAsked(province()),
      reason: "state",
      source: giving,
    },
  },
  stale: null,
  // The second revises the first: an office may do so until its part is taken over.
  atOnce: { answer: "both" },
});

async function pageOf(office: string, role: Role, { petitionId }: { petitionId: string }) {
  const found = await runQuery(getPetitionPage, as(province().phuTho, office, role), { petitionId });
  return found?.view;
}

async function onDesk(office: string, role: Role, { petitionId }: { petitionId: string }) {
  const found = await runQuery(getDesk, as(province().phuTho, office, role), {});
  const rows = found?.view.petitions.filter((each) => each.petitionId === petitionId) ?? [];
  return rows.map(({ act, dueOn }) => [act, dueOn]);
}

test("stands on the desk of who owes it by its day, then on the lead's, then on nobody's", async () => {
  const asked = await askedPart(province());
  expect(await onDesk(council, "chief", asked)).toEqual([["acceptPart", inDays(5)]]);
  expect(await onDesk(council, "specialist", asked)).toEqual([["givePart", inDays(5)]]);
  expect(await onDesk(council, "records-clerk", asked)).toEqual([]);
  expect(await onDesk(committee, "specialist", asked)).toEqual([]);
  expect(await onDesk(council, "chief", await acceptedPart(province()))).toEqual([["givePart", inDays(5)]]);
  const given = await givenPart(province());
  expect(await onDesk(committee, "specialist", given)).toEqual([["takeOverPart", null]]);
  expect(await onDesk(council, "chief", given)).toEqual([]);
  expect(await onDesk(committee, "specialist", await takenOverPart(province()))).toEqual([]);
  expect(await onDesk(council, "chief", await forwardedWhenAsked(province()))).toEqual([]);
});

test("the letter's page says who leads, who assists and by which clause; texts are the lead's and the office's own", async () => {
  const letter = await givenPart(province());
  const own = await pageOf(council, "specialist", letter);
  expect(own?.part).toBe("assist");
  expect(own?.assist.why).toMatchObject({ kind: "receiving" });
  expect(own?.assist.duty?.quote.source).toMatch(/^Điều \d+ khoản \d+, Quy chế số /);
  expect(own?.assist.duty?.quote.text).toContain("phối hợp cung cấp hồ sơ, cho ý kiến");
  expect(own?.assist.parts).toMatchObject([
    { mine: true, state: "contributed", request: partRequest, contribution: partContribution },
  ]);
  // Name and address are needed to contribute, telephone and identity number are not.
  expect(own?.petitioners).toEqual([
    { kind: "plain", fullName: denouncer.fullName, address: denouncer.address, phone: "", idNumber: "" },
  ]);
  const lead = await pageOf(committee, "specialist", letter);
  expect(lead?.assist.takeable).toHaveLength(1);
  expect(lead?.assist.askable.map(({ code }) => code)).toEqual([party, council]);
  expect(lead?.assist.parts[0]?.contribution).toBe(partContribution);
  expect(lead?.petitioners[0]).toMatchObject({ phone: denouncer.phone });
  expect(await pageOf(party, "chief", letter)).toBeUndefined();
});

test("of a denunciation the office reads what it is asked and never who wrote, and may not write it either", async () => {
  const letter = await askedPart(province(), {
    class: "denunciation",
    denounces: "yes",
    subject: "Việc thu quỹ ở xóm",
  });
  const page = await pageOf(council, "chief", letter);
  expect(page?.assist.parts[0]?.request).toBe(partRequest);
  expect(page?.petitioners).toEqual([{ kind: "sealed" }]);
  expect(JSON.stringify(page)).not.toMatch(/Khổng Thị Mơ|0977 123 456|Xóm Vực/);
  const attempted = await attempt(givePart, as(province().phuTho, council, "chief"), {
    petitionId: letter.petitionId,
    contribution: `Bà ${denouncer.fullName} đã gửi đơn nhiều nơi.`,
  });
  expect(answerOf(attempted)).toMatchObject({
    code: "invalid",
    fields: { contribution: ["namesDenouncer"] },
  });
});

test("a text that names who wrote opens no more once the letter denounces", async () => {
  const letter = await askedPart(province());
  await executeCommand(givePart, as(province().phuTho, council, "chief"), {
    petitionId: letter.petitionId,
    contribution: `Bà ${denouncer.fullName} đã được trả lời.`,
  });
  expect(await partRowOf(province(), letter)).toMatchObject({ names: true });
  const { revision } = await lookedUp(province(), letter);
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision,
    class: "denunciation",
    denounces: "yes",
  });
  for (const office of [committee, council]) {
    const page = await pageOf(office, "chief", letter);
    expect(page?.assist.parts).toMatchObject([
      { state: "contributed", request: null, contribution: null, declineReason: null },
    ]);
    expect(JSON.stringify(page)).not.toContain(denouncer.fullName);
  }
});
