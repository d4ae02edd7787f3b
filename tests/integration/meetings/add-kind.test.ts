import { expect } from "vitest";
import { addKind } from "@/lib/meetings/commands/add-kind";
import { party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;

describeCommand(addKind, {
  province,
  ready: async () => ({}),
  by: administrator,
  input: () => ({ name: "Họp báo thường kỳ", rank: "60", dutyKey: "joint-meetings" }),
  subjectId: tenantId,
  does: {
    "adds one of the tenant's own, after the others": async ({ result, province }) => {
      const rows = await province.rows<{ key: string }>(
        "select key, name, rank, duty_key, built_in from meeting_kinds where tenant_id = $1 order by ordinal",
        [tenantId()],
      );
      expect(rows.at(-1)).toEqual({
        key: result.key,
        name: "Họp báo thường kỳ",
        rank: 60,
        duty_key: "joint-meetings",
        built_in: false,
      });
    },
  },
  events: ["meetings.kindAdded"],
  wrongInput: {
    "no name": { change: { name: " " }, field: "name" },
    "a rank nobody has": { change: { rank: "0" }, field: "rank" },
    "a rank that is no number": { change: { rank: "cao" }, field: "rank" },
  },
  notAllowed: { "a chief": { by: [party, "chief"], reason: "role", source: "portal" } },
  otherTenant: { code: "forbidden" },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
