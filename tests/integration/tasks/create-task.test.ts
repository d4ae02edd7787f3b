import { describe, expect, test } from "vitest";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { createTask } from "@/lib/tasks/commands/create-task";
import { as } from "@/prisma/seed/caller";
import { inForce, inRound, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { dutyOf, inDays, officeId, partOf, taskRow } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

const body = (code: string) => province().phuTho.bodies.get(code);
const host = (title: string) => province().phuTho.leaderPosts.get(title);

describeCommand(createTask, {
  province,
  ready: () => inForce(province()),
  by: [committee, "records-clerk"],
  input: async () => ({
    dutyId: await dutyOf(province(), "party-meetings"),
    title: "Tài liệu hội nghị Ban Thường vụ",
    description: "Mỗi văn phòng một phần.",
    dueOn: inDays(9),
  }),
  subjectId: (version) => version.versionId,
  does: {
    "gives it to the office the duty names, whoever created it": async ({ result, province }) => {
      expect(await taskRow(province, result)).toMatchObject({
        lead_office_id: officeId(province, party),
        creator_office_id: officeId(province, committee),
        state: "open",
        revision: 1,
        due_on: inDays(9),
      });
    },
    "names the assisting offices the duty names, each with its responsible post": async ({
      result,
      province,
    }) => {
      for (const office of [council, committee]) {
        const part = await partOf(province, result, office);
        expect(part.state).toBe("named");
        expect(part["responsible_post_id"]).not.toBeNull();
      }
    },
    "lets exactly lead and assisting offices read": async ({ result, province }) => {
      const readers = await province.rows(
        "select o.code, a.level from access a join offices o on o.tenant_id = a.tenant_id and o.id = a.office_id where a.subject_id = $1 order by o.ordinal",
        [result.taskId],
      );
      expect(readers).toEqual([
        { code: party, level: "lead" },
        { code: council, level: "assist" },
        { code: committee, level: "assist" },
      ]);
    },
  },
  events: ["tasks.created"],
  wrongInput: {
    "no title": { change: { title: "" }, field: "title" },
    "a title of four letters": { change: { title: "Việc" }, field: "title" },
    "a day that is none": { change: { dueOn: "30/2/2027" }, field: "dueOn" },
    "a day that passed": { change: { dueOn: inDays(-1) }, field: "dueOn" },
    "no duty": { change: { dutyId: "" }, field: "dutyId" },
    "no body where the lead is whom the body is served by": {
      change: async () => ({ dutyId: await dutyOf(province(), "joint-meetings") }),
      field: "bodyId",
    },
    "no host where the host's office leads": {
      change: async () => ({ dutyId: await dutyOf(province(), "delegations") }),
      field: "hostPostId",
    },
    "a subject the table does not have": {
      change: async () => ({ dutyId: await dutyOf(province(), "letters"), subjectKey: "weather" }),
      field: "subjectKey",
    },
  },
  notAllowed: {
    "an inspector": { by: [party, "inspector"], reason: "role", source: ["responsibilities", 11] },
    "the administrator of the portal": {
      by: [party, "tenant-administrator"],
      reason: "role",
      source: ["responsibilities", 11],
    },
  },
  otherOffice: { reason: "part", source: ["responsibilities", 2], offices: [party, council, committee] },
  conflicts: {
    "a duty of a version not yet signed": {
      change: async () => {
        const version = await inRound(province());
        return { dutyId: await dutyIn(version) };
      },
      answer: { code: "not-found", message: "notFound" },
    },
  },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});

async function dutyIn(version: VersionStage): Promise<string> {
  const [duty] = await province().rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = 'party-meetings'",
    [version.versionId],
  );
  return duty?.id ?? "";
}

describe("who leads follows the duty's rule", () => {
  const leads: readonly (readonly [string, string, () => Record<string, unknown>, string])[] = [
    ["a fixed lead", "council-sessions", () => ({}), council],
    ["the office that serves the body", "joint-meetings", () => ({ bodyId: body("HDND") }), council],
    ["the office that serves another body", "joint-meetings", () => ({ bodyId: body("TU") }), party],
    [
      "the office of the hosting leader",
      "delegations",
      () => ({ hostPostId: host("Chủ tịch Ủy ban nhân dân tỉnh") }),
      committee,
    ],
  ];

  test.each(leads)("%s", async (_rule, dutyKey, question, office) => {
    const created = await executeCommand(createTask, as(province().phuTho, party, "specialist"), {
      dutyId: await dutyOf(province(), dutyKey),
      title: "Việc theo quy tắc",
      ...question(),
    });
    expect(await taskRow(province(), created)).toMatchObject({
      lead_office_id: officeId(province(), office),
    });
  });

  test("each subject of the table of letters leads to the office of its row", async () => {
    const dutyId = await dutyOf(province(), "letters");
    const rows = await province().rows<{ subjectKey: string; officeId: string }>(
      `select subject_key as "subjectKey", office_id as "officeId" from duty_lead_rows where duty_id = $1`,
      [dutyId],
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const { subjectKey, officeId } of rows) {
      const created = await executeCommand(createTask, as(province().phuTho, party, "specialist"), {
        dutyId,
        title: "Đơn theo bảng",
        subjectKey,
      });
      expect(await taskRow(province(), created)).toMatchObject({ lead_office_id: officeId });
    }
  });
});

test("today is no day that passed", async () => {
  const attempted = await attempt(createTask, as(province().phuTho, party, "specialist"), {
    dutyId: await dutyOf(province(), "party-meetings"),
    title: "Việc phải xong hôm nay",
    dueOn: inDays(0),
  });
  expect(answerOf(attempted)).toBe("done");
});
