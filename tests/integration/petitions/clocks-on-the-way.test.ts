import { expect, test } from "vitest";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { concludePetition } from "@/lib/petitions/commands/conclude-petition";
import { takeBackPetition } from "@/lib/petitions/commands/take-back-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { petitionRow } from "@/tests/support/builders/petition-stages";
import { classified, forwarded } from "@/tests/support/builders/petition-way";
import { committee, party, useProvince } from "@/tests/support/builders/province";

// The way of a letter moves its clocks in the same transaction.

const province = useProvince();

const clocks = async ({ petitionId }: { petitionId: string }) => {
  const rows = await province().rows<{ said: string }>(
    `select o.code || ' ' || c.step || ' ' || c.status as said from petition_clocks c join offices o on o.id = c.office_id
      where c.petition_id = $1 and c.status <> 'replaced' and c.step <> 'reception-outcome' order by c.created_at, c.step`,
    [petitionId],
  );
  return rows.map(({ said }) => said);
};

async function answered(answer: string, reason = "") {
  const letter = await forwarded(province(), { class: "complaint" });
  const { petitionId, forwardId } = letter;
  const input = { petitionId, forwardId, answer, reason };
  await executeCommand(answerForward, as(province().phuTho, party, "specialist"), input);
  return letter;
}

test("given over, what one office owed was done by nobody, and the other owes it from its own receipt", async () => {
  const given = await forwarded(province(), { class: "complaint" });
  expect(await clocks(given)).toEqual([`${committee} complaint-accept ended`]);
  const taken = await answered("acknowledged");
  expect(await clocks(taken)).toEqual([
    `${committee} complaint-accept ended`,
    `${party} complaint-accept running`,
  ]);
});

test("sent back and taken back, it is owed again", async () => {
  const back = await answered("sent-back", "Nội dung thuộc Ủy ban nhân dân tỉnh.");
  const { revision } = await petitionRow(province(), back);
  await executeCommand(takeBackPetition, as(province().phuTho, committee, "chief"), {
    petitionId: back.petitionId,
    revision,
  });
  expect(await clocks(back)).toEqual([
    `${committee} complaint-accept ended`,
    `${committee} complaint-accept running`,
  ]);
});

test("concluded, nothing more is owed of it", async () => {
  const letter = await classified(province(), { class: "complaint" });
  expect(await clocks(letter)).toEqual([`${committee} complaint-accept running`]);
  await executeCommand(concludePetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    conclusion: "guided",
    words: "Nội dung thuộc thẩm quyền của xã.",
    body: "Ủy ban nhân dân xã Mỹ Lung",
    documentNumber: "15/HD-VP",
  });
  expect(await clocks(letter)).toEqual([`${committee} complaint-accept met`]);
});
