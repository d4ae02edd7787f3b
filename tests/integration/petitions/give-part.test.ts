import { expect, test } from "vitest";
import { getDesk } from "@/lib/desk/queries/get-desk";
import { answerForward } from "@/lib/petitions/commands/answer-forward";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { forwardPetition } from "@/lib/petitions/commands/forward-petition";
import { givePart } from "@/lib/petitions/commands/give-part";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { getScan } from "@/lib/petitions/queries/get-scan";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import type { Role } from "@/lib/platform/policy/rule-table";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
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
import { forwardingInput, lookedUp, officeIdOf } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { inDays } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";
import { textUpload } from "@/tests/support/files/uploads";

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

const opened = async (office: string, role: Role, petitionId: string, fileId: string) =>
  (await runQuery(getScan, as(province().phuTho, office, role), { petitionId, fileId })) !== null;

/** The council's answer with two files, one of which a sender called by a name. */
async function givenWithFiles(change: Record<string, unknown> = {}) {
  const letter = await askedPart(province(), change);
  await executeCommand(givePart, as(province().phuTho, council, "specialist"), {
    petitionId: letter.petitionId,
    contribution: partContribution,
    files: [
      await textUpload("khong-thi-mo.txt", "Bảng vốn năm 2027."),
      await textUpload("ho-so.txt", "Hồ sơ."),
    ],
  });
  const part = (await pageOf(council, "specialist", letter))?.assist.parts[0];
  return { letter, files: part?.files ?? [] };
}

test("files come with the answer, sealed and called by numbers; the lead and the office open them, nobody else who reads the letter", async () => {
  const { letter, files } = await givenWithFiles();
  const { petitionId } = letter;
  expect(files).toMatchObject([{ opens: true }, { opens: true }]);
  const kept = await province().rows<{ name: string; sealed: boolean }>(
    "select name, sealed from files where subject_kind = 'petition-part' and subject_id = $1 order by name",
    [petitionId],
  );
  expect(kept.map(({ name, sealed }) => [name, sealed])).toEqual([
    ["part-1", true],
    ["part-2", true],
  ]);
  const [file] = files;
  expect(await opened(council, "specialist", petitionId, file?.id ?? "")).toBe(true);
  expect(await opened(committee, "specialist", petitionId, file?.id ?? "")).toBe(true);
  expect((await pageOf(committee, "specialist", letter))?.secrecy.scans).toEqual([]);
  expect(await opened(party, "chief", petitionId, file?.id ?? "")).toBe(false);
  // Given over, the letter is read on by who had it, and its parts by who handles it now.
  const { revision } = await lookedUp(province(), letter);
  await executeCommand(
    forwardPetition,
    as(province().phuTho, committee, "specialist"),
    forwardingInput(province(), { petitionId, revision }),
  );
  const { forwardId } = await lookedUp(province(), letter);
  await executeCommand(answerForward, as(province().phuTho, party, "specialist"), {
    petitionId,
    forwardId,
    answer: "acknowledged",
    reason: "",
  });
  expect((await pageOf(party, "specialist", letter))?.assist.parts[0]?.files).toHaveLength(2);
  expect(await opened(party, "specialist", petitionId, file?.id ?? "")).toBe(true);
  expect(await opened(council, "specialist", petitionId, file?.id ?? "")).toBe(true);
  expect((await pageOf(committee, "specialist", letter))?.assist.parts[0]?.files).toEqual([]);
  expect(await opened(committee, "specialist", petitionId, file?.id ?? "")).toBe(false);
});

test("a file is taken back while the part may be revised, and opens no more", async () => {
  const { letter, files } = await givenWithFiles();
  const { petitionId } = letter;
  const [first, second] = files.map(({ id }) => id);
  await executeCommand(givePart, as(province().phuTho, council, "specialist"), {
    petitionId,
    contribution: partContribution,
    removedFiles: [first],
  });
  expect(await opened(committee, "specialist", petitionId, first ?? "")).toBe(false);
  expect(await opened(committee, "specialist", petitionId, second ?? "")).toBe(true);
});

test("what came before a letter was sealed opens no more then, what came after does", async () => {
  const { letter, files } = await givenWithFiles();
  const { petitionId } = letter;
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    petitionId,
    revision: (await lookedUp(province(), letter)).revision,
    class: "denunciation",
    denounces: "yes",
  });
  for (const office of [committee, council]) {
    expect((await pageOf(office, "chief", letter))?.assist.parts[0]?.files.map(({ opens }) => opens)).toEqual(
      [false, false],
    );
    expect(await opened(office, "chief", petitionId, files[0]?.id ?? "")).toBe(false);
  }
  const sealed = await givenWithFiles({
    class: "denunciation",
    denounces: "yes",
    subject: "Việc thu quỹ ở xóm",
  });
  for (const office of [committee, council]) {
    expect(await opened(office, "chief", sealed.letter.petitionId, sealed.files[0]?.id ?? "")).toBe(true);
  }
});

test("nor past the code: no file of an office that was not asked, of a part that was taken over, for another, in the clear, or another's", async () => {
  const { letter, files } = await givenWithFiles();
  const taken = await takenOverPart(province());
  const scope = (office: string) => {
    const { officeId, accountId } = postOf(province().phuTho, office, "chief");
    return { tenantId: province().phuTho.tenant.id, officeId, accountId };
  };
  const put = (office: string, petitionId: string, change: Record<string, string> = {}) =>
    outcomeOf(
      province().pool("app"),
      scope(office),
      `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, sealed,
          created_at, given_to_office_id, letter_identity)
        values (current_tenant(), gen_random_uuid(), 'petition-part', '${petitionId}', current_office(), current_account(),
          ${change["name"] ?? "'part-1'"}, 'application/octet-stream', 1, repeat('0', 64), true, true, now(),
          ${change["to"] ?? `'${officeIdOf(province(), committee)}'`}, ${change["identity"] ?? "'plain'"})`,
    );
  expect(await put(council, letter.petitionId)).toBe("done");
  expect(await put(council, letter.petitionId, { name: "'khong-thi-mo.txt'" })).toBe("23514");
  expect(await put(council, letter.petitionId, { identity: "'sealed'" })).toBe("PH002 state");
  expect(await put(council, letter.petitionId, { to: `'${officeIdOf(province(), party)}'` })).toBe(
    "PH001 part",
  );
  expect(await put(committee, letter.petitionId)).toBe("PH001 part");
  expect(await put(party, letter.petitionId)).toMatch(/42501|PH001/);
  expect(await put(council, taken.petitionId)).toBe("PH002 assist-state");
  const removed = (office: string) =>
    outcomeOf(
      province().pool("app"),
      scope(office),
      `update files set removed_at = now() where id = '${files[0]?.id}'`,
    );
  expect(await removed(committee)).toBe("PH001 not-own-office");
  expect(await removed(party)).toBe("no row");
  expect(await removed(council)).toBe("done");
});
