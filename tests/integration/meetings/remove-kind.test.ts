import { expect } from "vitest";
import { addKind } from "@/lib/meetings/commands/add-kind";
import { fileMeeting } from "@/lib/meetings/commands/file-meeting";
import { removeKind } from "@/lib/meetings/commands/remove-kind";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { dayAt, formatDay, plusDays } from "@/lib/platform/dates/days";
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

/** A meeting nobody of the administrator's office may read is of the kind. */
const used = async () => {
  const stage = await addedKind();
  await executeCommand(fileMeeting, as(province().phuTho, "VP UBND", "records-clerk"), {
    title: "Họp báo về lũ lụt",
    kindKey: stage.key,
    day: formatDay(plusDays(dayAt(new Date()), 20)),
    from: "8:00",
    until: "9:00",
    visibility: "restricted",
  });
  return stage;
};

describeCommand(removeKind, {
  province,
  ready: addedKind,
  by: administrator,
  input: ({ key }) => ({ kindKey: key }),
  subjectId: tenantId,
  does: {
    "takes it away": async ({ stage }) => expect(await kindRow(stage.key)).toBeUndefined(),
  },
  events: ["meetings.kindRemoved"],
  wrongInput: { "no kind": { change: { kindKey: "" }, field: "kindKey" } },
  notAllowed: { "a chief": { by: [party, "chief"], reason: "role", source: "portal" } },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {
    "a standard one stays": { stage: async () => ({ key: "ceremony" }), reason: "state", source: "portal" },
    "one with a meeting stays": { stage: used, code: "conflict", message: "kindUsed" },
  },
  stale: null,
  atOnce: { answer: { code: "not-found" } },
});
