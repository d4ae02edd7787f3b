import { expect, test } from "vitest";
import { splitPetition } from "@/lib/petitions/commands/split-petition";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { everythingWritten, peopleOf, petitionRow } from "@/tests/support/builders/petition-stages";
import { classified, forwarded } from "@/tests/support/builders/petition-way";
import { committee, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const mixed = (change: Record<string, unknown> = {}) =>
  classified(province(), { class: "mixed", denounces: "no", ...change });
const partsOf = ({ petitionId }: { petitionId: string }) =>
  province().rows<{ id: string; class: string; subject: string; identity: string; content: string | null }>(
    "select * from petitions where parent_id = $1 order by class",
    [petitionId],
  );
const input = ({ petitionId, revision }: { petitionId: string; revision: number }) => ({
  petitionId,
  revision,
  subject1: "Đòi bồi thường khi thu hồi đất",
  class1: "complaint",
  subject2: "Đề nghị sửa đường vào xóm",
  class2: "proposal",
});

describeCommand(splitPetition, {
  province,
  ready: () => mixed(),
  by: [committee, "specialist"],
  input,
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "closes the whole and makes a letter of each content, found from both sides": async ({ stage }) => {
      expect(await petitionRow(province(), stage)).toMatchObject({
        state: "split",
        closed_at: expect.any(Date),
      });
      const parts = await partsOf(stage);
      expect(parts).toMatchObject([
        { class: "complaint", subject: "Đòi bồi thường khi thu hồi đất", state: "classified" },
        { class: "proposal", subject: "Đề nghị sửa đường vào xóm", state: "classified" },
      ]);
      for (const { id } of parts) {
        expect(await peopleOf(province(), { petitionId: id })).toMatchObject([
          { identity: "plain", full_name: "Khổng Thị Mơ" },
        ]);
      }
    },
  },
  events: ["petitions.split", "petitions.taken", "petitions.taken"],
  wrongInput: {
    "one content": { change: { subject2: "", class2: "" }, field: "subject2" },
    "a third without its class": { change: { subject3: "Nội dung thứ ba" }, field: "class3" },
    "mixed again": { change: { class1: "mixed" }, field: "class1" },
    "a denunciation out of what denounces nobody": { change: { class1: "denunciation" }, field: "class1" },
  },
  notAllowed: { "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" } },
  wrongState: {
    "not mixed": { stage: () => classified(province()), code: "conflict", message: "onlyMixedIsSplit" },
    "given over": { stage: () => forwarded(province()), reason: "state", source: "portal" },
  },
  stale: { change: { revision: 7 }, message: "stalePetition" },
  atOnce: { answer: { code: "forbidden", reason: "state" } },
});

test("out of a letter that denounces, only the denunciation carries who wrote and what, sealed", async () => {
  const letter = await mixed({
    denounces: "yes",
    fullName: "Lò Thị Piêng Sáo",
    address: "Bản Xa Lạ Nhất",
    phone: "",
    idNumber: "",
    content: "Ông trưởng bản nhận tiền của dân bản mà giấu.",
  });
  const caller = as(province().phuTho, committee, "specialist");
  await expect(
    executeCommand(splitPetition, caller, { ...input(letter), subject2: "Việc của lo thi pieng sao" }),
  ).rejects.toMatchObject({ code: "invalid", details: { fields: { subject2: ["namesDenouncer"] } } });
  await executeCommand(splitPetition, caller, { ...input(letter), class1: "denunciation" });
  const [denunciation, proposal] = await partsOf(letter);
  expect(denunciation).toMatchObject({ class: "denunciation", identity: "sealed", content: null });
  expect(await peopleOf(province(), { petitionId: denunciation?.id ?? "" })).toMatchObject([
    { sealed: true },
  ]);
  expect(proposal).toMatchObject({ class: "proposal", identity: "plain", content: "" });
  expect(await peopleOf(province(), { petitionId: proposal?.id ?? "" })).toEqual([]);
  const written = await everythingWritten(province());
  for (const trace of ["Piêng Sáo", "Bản Xa Lạ Nhất", "nhận tiền của dân bản"])
    expect(written).not.toContain(trace);
});
