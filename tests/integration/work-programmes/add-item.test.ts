import { expect } from "vitest";
import { addItem } from "@/lib/work-programmes/commands/add-item";
import { committeeChair, leaderPost } from "@/tests/support/builders/meeting-stages";
import {
  approval,
  committeeYear,
  decision,
  itemInput,
  itemRow,
  quarterDraft,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { dutyOf, officeId } from "@/tests/support/builders/task-stages";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(addItem, {
  province,
  ready: () => quarterDraft(province()),
  by: [party, "specialist"],
  input: async ({ programmeId, year }) => ({
    programmeId,
    ...(await itemInput(province(), year, {
      dutyId: await dutyOf(province(), "committee-meetings"),
      ...approval,
    })),
  }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "writes what was typed, led by the office the duty names": async ({ stage, result, province }) => {
      expect(await itemRow(province, result.itemId)).toMatchObject({
        programme_id: stage.programmeId,
        parent_item_id: null,
        starts_on: `${stage.year}-02-10`,
        ends_on: `${stage.year}-02-11`,
        precision: "days",
        lead_office_id: officeId(province, committee),
        leader_post_id: leaderPost(province, committeeChair),
        approval_number: approval.approvalNumber,
        state: "active",
      });
    },
  },
  events: ["programmes.itemAdded"],
  wrongInput: {
    "no title": { change: { title: "" }, field: "title" },
    "no time": { change: { due: "" }, field: "due" },
    "a time that is none": { change: { due: "khi nào xong" }, field: "due" },
    "a time outside the quarter": { change: ({ year }) => ({ due: `05/${year}` }), field: "due" },
    "a duty that is not in force": {
      change: { dutyId: "00000000-0000-4000-8000-000000000000" },
      field: "dutyId",
    },
    "half an approval": { change: { approvalNumber: "" }, field: "approvalNumber" },
    "an approval of days to come": { change: { approvedOn: "01/01/2090" }, field: "approvedOn" },
    "a leader who is none": {
      change: () => ({ leaderPostId: province().phuTho.posts[0]?.postId }),
      field: "leaderPostId",
    },
    "a meeting one does not know": {
      change: { meetingId: "00000000-0000-4000-8000-000000000000" },
      field: "meetingId",
    },
  },
  notAllowed: {
    "a reception officer": { by: [party, "reception-officer"], reason: "role", source: "portal" },
  },
  wrongState: {
    "the same leader is asked for on these days by another office": {
      stage: async () => {
        const stage = await quarterDraft(province());
        await committeeYear(province(), stage.year);
        return stage;
      },
      code: "conflict",
      message: "itemOverlaps",
    },
    "issued, without a decision": {
      stage: async () => ({ ...(await yearIssued(province())), above: await yearIssued(province()) }),
      code: "invalid",
      message: "invalid",
    },
  },
  stale: null,
  atOnce: { answer: "both" },
});

describeCommand(addItem, {
  province,
  ready: () => yearIssued(province()),
  by: [party, "specialist"],
  input: async ({ programmeId, year }) => ({
    programmeId,
    ...(await itemInput(province(), year, { title: "Lễ kỷ niệm ngày thành lập tỉnh", due: `05/${year}` })),
    ...decision,
  }),
  subjectId: ({ programmeId }) => programmeId,
  does: {
    "what is added after issue has its decision, which is its approval as well": async ({
      result,
      province,
    }) => {
      expect(await itemRow(province, result.itemId)).toMatchObject({
        state: "active",
        approval_number: decision.decisionNumber,
      });
      const changes = await province.rows(
        `select act, item_revision, decision_number, decided_by, before from programme_changes where item_id = $1`,
        [result.itemId],
      );
      expect(changes).toEqual([
        {
          act: "add",
          item_revision: 0,
          decision_number: decision.decisionNumber,
          decided_by: decision.decidedBy,
          before: null,
        },
      ]);
    },
  },
  events: ["programmes.addedByDecision"],
  wrongInput: {
    "no decision": {
      change: { decisionNumber: "", decidedOn: "", decidedBy: "" },
      field: "decisionNumber",
    },
    "half a decision": { change: { decidedBy: "" }, field: "decidedBy" },
    "a decision of days to come": { change: { decidedOn: "01/01/2090" }, field: "decidedOn" },
  },
  notAllowed: {
    "another office, which reads it": {
      by: [council, "chief"],
      reason: "part",
      source: "portal",
      offices: [party],
    },
  },
  otherOffice: { reason: "part", source: "portal" },
  wrongState: {},
  stale: null,
  atOnce: { answer: "both" },
});
