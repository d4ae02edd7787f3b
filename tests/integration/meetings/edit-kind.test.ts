import { expect } from "vitest";
import { addKind } from "@/lib/meetings/commands/add-kind";
import { editKind } from "@/lib/meetings/commands/edit-kind";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;

const addedKind = async () => {
  const { key } = await executeCommand(addKind, as(province().phuTho, ...administrator), {
    name: "Họp báo thường kỳ",
    rank: "60",
  });
  return { key };
};
const kindRow = async (key: string) => {
  const [row] = await province().rows<Record<string, unknown>>(
    "select name, rank, duty_key, built_in from meeting_kinds where tenant_id = $1 and key = $2",
    [tenantId(), key],
  );
  return row;
};

describeCommand(editKind, {
  province,
  ready: addedKind,
  by: administrator,
  input: ({ key }) => ({ kindKey: key, name: "Họp báo đột xuất", rank: "55", dutyKey: "" }),
  subjectId: tenantId,
  does: {
    "renames and ranks it": async ({ stage }) => {
      expect(await kindRow(stage.key)).toEqual({
        name: "Họp báo đột xuất",
        rank: 55,
        duty_key: null,
        built_in: false,
      });
    },
    "and a standard one as well, which stays standard": async () => {
      const input = {
        kindKey: "ceremony",
        name: "Lễ, kỷ niệm, khánh thành",
        rank: "61",
        dutyKey: "joint-meetings",
      };
      await executeCommand(editKind, as(province().phuTho, ...administrator), input);
      expect(await kindRow("ceremony")).toMatchObject({ name: input.name, rank: 61, built_in: true });
    },
  },
  events: ["meetings.kindEdited"],
  wrongInput: {
    "no name": { change: { name: "" }, field: "name" },
    "no kind": { change: { kindKey: "" }, field: "kindKey" },
    "a rank past the last": { change: { rank: "100" }, field: "rank" },
  },
  notAllowed: { "a chief": { by: [party, "chief"], reason: "role", source: "portal" } },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
