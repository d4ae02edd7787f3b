import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attachScans } from "@/lib/petitions/commands/attach-scans";
import { classifyPetition } from "@/lib/petitions/commands/classify-petition";
import { destroyPetition } from "@/lib/petitions/commands/destroy-petition";
import { lookAtPetition } from "@/lib/petitions/commands/look-at-petition";
import { getScan } from "@/lib/petitions/queries/get-scan";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { getFile } from "@/lib/platform/files/answer-file";
import { answerSealedFile } from "@/lib/platform/files/answer-sealed";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { outcomeOf } from "@/tests/integration/platform/support/session";
import { type TakenPetition, taken } from "@/tests/support/builders/petition-stages";
import { classified, filedAway, forwarded, putAway } from "@/tests/support/builders/petition-way";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";
import { textUpload } from "@/tests/support/files/uploads";

const province = useProvince();
const sealed = { class: "denunciation", denounces: "yes" };
const handwriting = "Tôi là Khổng Thị Mơ, tố cáo ông A.";
const fileName = "don-cua-khong-thi-mo.txt";
const reason = "Xác minh nội dung đơn";
const scanOf = () => textUpload(fileName, handwriting);

function scansOf({ petitionId }: { petitionId: string }) {
  return province().rows<{
    id: string;
    name: string;
    type: string;
    sealed: boolean;
    removed_at: Date | null;
  }>(
    "select id, name, type, sealed, removed_at from files where subject_kind = 'petition' and subject_id = $1 order by id",
    [petitionId],
  );
}

async function attached(letter: TakenPetition): Promise<string> {
  await executeCommand(attachScans, as(province().phuTho, committee, "reception-officer"), {
    petitionId: letter.petitionId,
    files: [await scanOf()],
  });
  return (await scansOf(letter)).at(-1)?.id ?? "";
}

const asked = (
  office: string,
  role: "chief" | "specialist" | "inspector",
  letter: TakenPetition,
  fileId: string,
) => runQuery(getScan, as(province().phuTho, office, role), { petitionId: letter.petitionId, fileId });

async function opened(key: Uint8Array, fileId: string): Promise<string | undefined> {
  return (await answerSealedFile(province().phuTho.tenant.id, fileId, key))?.text();
}

describeCommand(attachScans, {
  province,
  ready: () => taken(province()),
  by: [committee, "records-clerk"],
  input: async ({ petitionId }) => ({ petitionId, files: [await scanOf()] }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "keeps it sealed and called by a number": async ({ stage }) => {
      expect(await scansOf(stage)).toMatchObject([
        { name: "scan-1", type: "application/octet-stream", sealed: true, removed_at: null },
      ]);
    },
    "writes neither name nor handwriting to the disk": async ({ stage }) => {
      const [scan] = await scansOf(stage);
      const folder = process.env["PORTAL_DATA"] ?? "";
      const kept = readdirSync(folder, { recursive: true, encoding: "utf8" }).find((path) =>
        path.endsWith(scan?.id ?? "none"),
      );
      const bytes = readFileSync(join(folder, kept ?? "")).toString("latin1");
      expect(bytes.length).toBeGreaterThan(handwriting.length);
      expect(bytes).not.toContain("khong-thi-mo");
      expect(bytes).not.toContain(Buffer.from("Khổng", "utf8").toString("latin1"));
    },
  },
  events: ["petitions.scansAttached"],
  wrongInput: { "no file": { change: { files: [] }, field: "files" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "what was filed away": { stage: () => filedAway(province()), reason: "state", source: "portal" },
  },
  stale: null,
  atOnce: { answer: "both" },
});

test("a scan in the clear is opened by who handles the letter, at no general address, and by nobody who only reads it", async () => {
  const letter = await taken(province());
  const fileId = await attached(letter);
  const found = await asked(committee, "specialist", letter, fileId);
  expect(await opened(found?.view.key ?? new Uint8Array(), fileId)).toBe(handwriting);
  expect(await asked(committee, "inspector", letter, fileId)).toBeNull();
  expect(await asked(council, "chief", letter, fileId)).toBeNull();
  expect(await asked(committee, "specialist", await taken(province()), fileId)).toBeNull();
  expect(await runQuery(getFile, as(province().phuTho, committee, "chief"), { fileId })).toBeNull();
});

test("becoming a denunciation it takes a look with a reason, which is kept with the scan", async () => {
  const letter = await classified(province());
  const fileId = await attached(letter);
  await executeCommand(classifyPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    revision: letter.revision,
    class: "denunciation",
  });
  expect(await asked(committee, "chief", letter, fileId)).toBeNull();
  const { scanKey } = await executeCommand(lookAtPetition, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    fileId,
    reason,
  });
  expect(await opened(scanKey, fileId)).toBe(handwriting);
  expect(await province().rows("select reason from petition_looks where file_id = $1", [fileId])).toEqual([
    { reason },
  ]);
});

test("a scan put with the wrong letter is taken back by the office that put it there", async () => {
  const letter = await taken(province());
  const fileId = await attached(letter);
  await executeCommand(attachScans, as(province().phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    removedFiles: [fileId],
  });
  expect(await scansOf(letter)).toMatchObject([{ removed_at: expect.any(Date) }]);
  expect(await asked(committee, "chief", letter, fileId)).toBeNull();
});

test("destroyed with its letter, no scan opens again", async () => {
  const before = await classified(province(), sealed);
  const fileId = await attached(before);
  const look = { petitionId: before.petitionId, fileId, reason };
  const chief = as(province().phuTho, committee, "chief");
  expect(await opened((await executeCommand(lookAtPetition, chief, look)).scanKey, fileId)).toBe(handwriting);
  const letter = await putAway(province(), before);
  await executeCommand(destroyPetition, chief, {
    petitionId: letter.petitionId,
    revision: letter.revision,
    documentNumber: "06/QĐ-VP",
  });
  await expect(executeCommand(lookAtPetition, chief, look)).rejects.toMatchObject({
    messageKey: "letterDestroyed",
  });
  // The bytes lie there still: there is no key any more that they open by.
  const keys = await province().rows("select wrapped from petition_keys where petition_id = $1", [
    letter.petitionId,
  ]);
  expect(keys).toEqual([{ wrapped: null }]);
});

test("the database takes a scan from an office of the letter only, sealed only, while it is open", async () => {
  const put = (office: string, letter: TakenPetition, values: string) => {
    const { officeId, accountId } = postOf(province().phuTho, office, "chief");
    return outcomeOf(
      province().pool("app"),
      { tenantId: province().phuTho.tenant.id, officeId, accountId },
      `insert into files (tenant_id, id, subject_kind, subject_id, office_id, account_id, name, type, size, sha256, text_read, sealed,
          created_at)
        values (current_tenant(), gen_random_uuid(), 'petition', $1, current_office(), current_account(), ${values}, 1,
          repeat('0', 64), true, true, now())`,
      [letter.petitionId],
    );
  };
  const scan = "'scan-1', 'application/octet-stream'";
  const letter = await forwarded(province());
  expect(await put(committee, letter, scan)).toBe("done");
  // Given over and not acknowledged: the other office reads it and adds nothing.
  expect(await put(party, letter, scan)).toBe("PH001 part");
  expect(await put(council, letter, scan)).toBe("PH001 part");
  expect(await put(committee, letter, "'khong-thi-mo.pdf', 'application/octet-stream'")).toBe("23514");
  expect(await put(committee, await filedAway(province()), scan)).toBe("PH002 state");
});
