import { expect, test } from "vitest";
import { enterBodyAnswer } from "@/lib/petitions/commands/enter-body-answer";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { takeBackPetition } from "@/lib/petitions/commands/take-back-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay } from "@/lib/platform/dates/days";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import {
  answeredOutside,
  communeOutside,
  outside,
  outsideInput,
} from "@/tests/support/builders/letters-outside";
import { petitionRow, readersOfPetition } from "@/tests/support/builders/petition-stages";
import { classified, forwardsOf, lookedUp, officeIdOf } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const today = formatDay(dayAt(new Date()));
const result = { answer: "answered", documentNumber: "77/UBND-TCD", resultOn: today, words: "Đã trả lời." };

describeCommand(enterBodyAnswer, {
  province,
  ready: () => outside(province()),
  by: [committee, "specialist"],
  input: ({ petitionId, forwardId }) => ({ petitionId, forwardId, ...result }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "writes the result down for the body, marked so": async ({ stage }) => {
      expect(await forwardsOf(province(), stage)).toMatchObject([
        { state: "answered", answered_via: "office", result_document: "77/UBND-TCD", result: "Đã trả lời." },
      ]);
    },
    "closes the letter": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "forwarded",
        closed_at: expect.any(Date),
        follow_up: `77/UBND-TCD, ${today}: Đã trả lời.`,
      });
    },
    "told no office of it that had no part": async ({ stage }) => {
      expect(await readersOfPetition(province(), stage)).toEqual({ [committee]: "lead" });
    },
  },
  events: ["petitions.bodyAnswered"],
  wrongInput: {
    "no day": { change: { resultOn: "" }, field: "resultOn" },
    "a day to come": { change: { resultOn: "31/12/2099" }, field: "resultOn" },
    "a day before the slip": { change: { resultOn: "1/1/2020" }, field: "resultOn" },
    "no number": { change: { documentNumber: "" }, field: "documentNumber" },
    "words for a number": { change: { documentNumber: "của bà Lan" }, field: "documentNumber" },
    "back without a ground": { change: { answer: "sent-back" }, field: "ground" },
  },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "not given over yet": {
      stage: async () => ({
        ...(await classified(province())),
        ...(await communeOutside(province())),
        forwardId: "00000000-0000-4000-8000-000000000000",
      }),
      reason: "state",
      source: "portal",
    },
  },
  stale: { change: { forwardId: "00000000-0000-4000-8000-000000000000" }, message: "stalePetition" },
  atOnce: { answer: { code: "stale" } },
});

test("sent back it is taken back, and may be given over once more", async () => {
  const letter = await answeredOutside(province(), {
    answer: "sent-back",
    ground: "not-competent",
    words: "Thuộc sở.",
  });
  const caller = as(province().phuTho, committee, "specialist");
  await executeCommand(takeBackPetition, caller, letter);
  const { bodyId } = await communeOutside(province());
  await executeCommand(forwardPetition, caller, outsideInput(await lookedUp(province(), letter), bodyId));
  expect((await forwardsOf(province(), letter)).map(({ state }) => state)).toEqual(["sent", "taken-back"]);
});

test("a letter goes to one place", async () => {
  const letter = await classified(province());
  const { bodyId } = await communeOutside(province());
  const send = (change: object) =>
    executeCommand(forwardPetition, as(province().phuTho, committee, "specialist"), {
      ...outsideInput(letter, bodyId),
      ...change,
    });
  await expect(send({ officeId: officeIdOf(province(), party) })).rejects.toMatchObject({
    details: { fields: { externalBodyId: ["forwardToOne"] } },
  });
  await expect(send({ reason: "" })).rejects.toMatchObject({
    details: { fields: { reason: ["forwardReasonMissing"] } },
  });
  await expect(send({ externalBodyId: letter.petitionId })).rejects.toMatchObject({
    details: { fields: { externalBodyId: ["forwardOfficeMissing"] } },
  });
});

test("past the code: no result without its day, no end without a result, no answer as if by the link", async () => {
  const letter = await outside(province());
  const { officeId, accountId } = postOf(province().phuTho, committee, "chief");
  const put = (sql: string) =>
    outcomeOf(province().pool("app"), { tenantId: province().phuTho.tenant.id, officeId, accountId }, sql, [
      letter.petitionId,
    ]);
  const slip = (set: string) =>
    put(`update petition_forwards set ${set}, answered_at = now() where petition_id = $1`);
  expect(await slip("state = 'answered', result = 'x', answered_via = 'office'")).toMatch(/^23514/);
  expect(await slip("state = 'acknowledged', answered_via = 'link'")).toBe("PH002 frozen");
  expect(await slip("state = 'acknowledged', answered_via = 'office'")).toBe("done");
  expect(await put("update petitions set closed_at = now(), revision = revision + 1 where id = $1")).toBe(
    "PH002 state",
  );
});
