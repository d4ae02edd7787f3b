import { expect, test } from "vitest";
import { addPlace } from "@/lib/meetings/commands/add-place";
import { editPlace } from "@/lib/meetings/commands/edit-place";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const administrator = [party, "tenant-administrator"] as const;
const tenantId = () => province().phuTho.tenant.id;
const officeId = (code: string) => province().phuTho.offices.get(code) ?? "";

const added = () =>
  executeCommand(addPlace, as(province().phuTho, ...administrator), {
    kind: "room",
    name: "Phòng họp B",
    officeId: officeId(committee),
    site: "trụ sở UBND tỉnh",
    setupMinutes: "0",
  });
const change = {
  name: "Phòng họp B2",
  site: "trụ sở UBND tỉnh",
  seats: "40",
  setupMinutes: "15",
  active: "no",
};

describeCommand(editPlace, {
  province,
  ready: added,
  by: [committee, "chief"],
  input: ({ resourceId }) => ({ resourceId, ...change, officeId: officeId(committee) }),
  subjectId: ({ resourceId }) => resourceId,
  does: {
    "keeps the new words and takes it out of use": async ({ stage, province }) => {
      const [row] = await province.rows("select * from resources where id = $1", [stage.resourceId]);
      expect(row).toMatchObject({
        name: change.name,
        seats: 40,
        setup_minutes: 15,
        active: false,
        kind: "room",
      });
    },
  },
  events: ["meetings.placeEdited"],
  wrongInput: {
    "no room": { change: { resourceId: "phòng" }, field: "resourceId" },
    "no name": { change: { name: "" }, field: "name" },
    "in use or not": { change: { active: "maybe" }, field: "active" },
    "an office of nowhere": {
      change: { officeId: "00000000-0000-4000-8000-000000000000" },
      field: "officeId",
    },
  },
  notAllowed: {
    "a clerk of its office": { by: [committee, "records-clerk"], reason: "role", source: "portal" },
    "its chief gives it to nobody else": {
      change: () => ({ officeId: officeId(party) }),
      reason: "role",
      source: "portal",
    },
    "the chief of another office": { by: [party, "chief"], reason: "role", source: "portal" },
  },
  otherOffice: { reason: "role", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

test("a leader is none, and the administrator changes those of every office", async () => {
  const admin = as(province().phuTho, ...administrator);
  const [leader] = await province().rows<{ id: string }>(
    "select id from resources where tenant_id = $1 and kind = 'leader' limit 1",
    [tenantId()],
  );
  const ofLeader = { ...change, resourceId: leader?.id, officeId: "" };
  expect(answerOf(await attempt(editPlace, admin, ofLeader))).toMatchObject({ code: "not-found" });
  const { resourceId } = await added();
  expect(answerOf(await attempt(editPlace, admin, { ...change, resourceId, officeId: "" }))).toBe("done");
});
