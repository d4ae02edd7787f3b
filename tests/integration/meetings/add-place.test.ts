import { expect, test } from "vitest";
import { addPlace } from "@/lib/meetings/commands/add-place";
import { as } from "@/prisma/seed/caller";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;
const officeId = (code: string) => province().phuTho.offices.get(code) ?? "";
const kit = { kind: "kit", name: "Bộ họp trực tuyến lưu động", site: "", seats: "", setupMinutes: "20" };

describeCommand(addPlace, {
  province,
  ready: async () => ({}),
  by: administrator,
  input: () => ({ ...kit, officeId: officeId(committee) }),
  subjectId: tenantId,
  does: {
    "keeps it for the office that has it": async ({ result, province }) => {
      const [row] = await province.rows("select * from resources where id = $1", [result.resourceId]);
      expect(row).toMatchObject({
        tenant_id: tenantId(),
        kind: "kit",
        name: kit.name,
        office_id: officeId(committee),
        site: null,
        seats: null,
        setup_minutes: 20,
        active: true,
        person_id: null,
      });
    },
  },
  events: ["meetings.placeAdded"],
  wrongInput: {
    "a leader is no place": { change: { kind: "leader" }, field: "kind" },
    "no name": { change: { name: "" }, field: "name" },
    "an office of nowhere": {
      change: { officeId: "00000000-0000-4000-8000-000000000000" },
      field: "officeId",
    },
    "seats for nobody": { change: { seats: "0" }, field: "seats" },
    "a day of setting up": { change: { setupMinutes: "600" }, field: "setupMinutes" },
  },
  notAllowed: {
    "a chief for another office": { by: [party, "chief"], reason: "role", source: "portal" },
    "a clerk": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
  },
  // An office of ours is none of theirs.
  otherTenant: { code: "invalid" },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("a chief adds one for the own office, and none that is everybody's", async () => {
  const chief = as(province().phuTho, committee, "chief");
  const input = { ...kit, kind: "room", name: "Phòng họp B", seats: "30", officeId: officeId(committee) };
  expect(answerOf(await attempt(addPlace, chief, input))).toBe("done");
  expect(answerOf(await attempt(addPlace, chief, { ...input, officeId: "" }))).toMatchObject({
    code: "forbidden",
  });
});
