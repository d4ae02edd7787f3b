import { expect, test } from "vitest";
import { getCase } from "@/lib/petitions/cases/queries/get-case";
import { joinCase } from "@/lib/petitions/commands/join-case";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { caseOf, household, membersOf } from "@/tests/support/builders/cases";
import { petitionRow, taken } from "@/tests/support/builders/petition-stages";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(joinCase, {
  province,
  ready: async () => {
    const found = await caseOf(province(), 1);
    return { ...found, other: await household(province(), found.matter) };
  },
  by: [committee, "specialist"],
  input: ({ code, other }) => ({ petitionIds: [other.petitionId], code, reason: "Cùng một con đường." }),
  subjectId: ({ other }) => other.petitionId,
  does: {
    "puts the letter into the case, where it keeps its own terms": async ({ stage }) => {
      expect(await membersOf(province(), stage)).toHaveLength(2);
      expect(await petitionRow(province(), stage.other)).toMatchObject({ state: "classified" });
    },
  },
  events: ["petitions.caseJoined", "petitions.putInCase"],
  wrongInput: {
    "no reason": { change: { reason: "" }, field: "reason" },
    "no letter": { change: { petitionIds: [] }, field: "petitionIds" },
  },
  notAllowed: {
    "a clerk of records": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
  },
  conflicts: {
    "a code nobody told": {
      change: { code: "VV-PT-0000-0000" },
      answer: { code: "conflict", message: "noSuchCase" },
    },
  },
  wrongState: {
    "in the case already": {
      stage: async () => {
        const found = await caseOf(province(), 2);
        const other = found.letters[1];
        if (!other) throw new Error("no letter");
        return { ...found, other };
      },
      code: "conflict",
      message: "inACase",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("the same words from another household are another letter of the case, and never the same letter", async () => {
  const found = await caseOf(province(), 1);
  const other = await household(province(), found.matter, { bodyId: province().phuTho.bodies.get("TU") });
  const page = await runQuery(getPetitionPage, as(province().phuTho, party, "specialist"), {
    petitionId: other.petitionId,
  });
  expect(page?.view.same).toEqual([]);
  expect(page?.view.inCase).toMatchObject({
    memberOf: null,
    mayJoin: true,
    alike: [{ office: committee, code: found.letters[0]?.code, caseCode: found.code }],
  });
  const typed = await askSameLetter(
    as(province().phuTho, party, "specialist"),
    askedLetterSchema.parse({
      ...(await petitionRow(province(), other)),
      fullName: "Cà Thị Khác",
      address: "số 911, bản Khác, xã Xa",
      phone: "0911222333",
      denounces: "no",
    }),
  );
  expect(typed).toMatchObject({
    found: expect.arrayContaining([expect.objectContaining({ kind: "case", caseCode: found.code })]),
  });
  // Told of the case beside its own letter, the other office joins it, and reads of it what it is told and no name.
  await executeCommand(joinCase, as(province().phuTho, party, "specialist"), {
    petitionIds: [other.petitionId],
    code: found.code,
    reason: "Cùng một con đường.",
  });
  const seen = await runQuery(getCase, as(province().phuTho, party, "specialist"), { caseId: found.caseId });
  expect(seen?.view.members.map(({ readable, own }) => [readable, own])).toEqual([
    [false, false],
    [true, true],
  ]);
  expect(JSON.stringify(seen?.view)).not.toContain(found.letters[0]?.fullName);
});

test("a code is not tried out: what says something else joins no case it was not told of", async () => {
  const found = await caseOf(province(), 1);
  const other = await taken(province(), { class: "feedback", bodyId: province().phuTho.bodies.get("TU") });
  await expect(
    executeCommand(joinCase, as(province().phuTho, party, "specialist"), {
      petitionIds: [other.petitionId],
      code: found.code,
      reason: "Thử mã.",
    }),
  ).rejects.toMatchObject({ code: "conflict", messageKey: "noSuchCase" });
});

test("nor past the code: what denounces is in no case, what is another's is put nowhere, a letter is in one case", async () => {
  const found = await caseOf(province(), 1);
  const sealed = await household(province(), found.matter, { class: "denunciation", denounces: "yes" });
  const free = await household(province(), found.matter);
  const put = (office: string, petitionId: string | undefined, officeOf = office) => {
    const { officeId, accountId } = postOf(province().phuTho, office, "specialist");
    return outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into petition_case_members (tenant_id, id, case_id, petition_id, kept, office_id, account_id, reason, at)
        values (current_tenant(), gen_random_uuid(), $1, $2, 'plain', $3, current_account(), 'Lý do', now())`,
      [found.caseId, petitionId, postOf(province().phuTho, officeOf, "specialist").officeId],
    );
  };
  expect(await put(committee, sealed.petitionId)).toBe("PH002 state");
  expect(await put(party, free.petitionId, committee)).toBe("PH001 part");
  expect(await put(committee, found.letters[0]?.petitionId)).toBe("23505");
  expect(await put(committee, free.petitionId)).toBe("done");
});
