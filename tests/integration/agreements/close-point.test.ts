import { expect, test } from "vitest";
import { answerPoint } from "@/lib/agreements/commands/answer-point";
import { closePoint } from "@/lib/agreements/commands/close-point";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { pointRow, withPoint } from "@/tests/support/builders/agreement-points";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(closePoint, {
  province,
  ready: () => withPoint(province(), "remark"),
  by: [committee, "department-head"],
  input: (point) => ({ pointId: point.pointId }),
  subjectId: (point) => point.versionId,
  does: {
    "settles the office's own remark": async ({ stage, province }) => {
      expect(await pointRow(province, stage)).toEqual({ state: "settled", answer: null, closed: true });
    },
  },
  events: ["agreements.pointClosed"],
  wrongInput: { "no point": { change: { pointId: "the last one" }, field: "pointId" } },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "after the version was withdrawn": {
      stage: async () => {
        const point = await withPoint(province(), "remark");
        await executeCommand(withdrawVersion, as(province().phuTho, party, "chief"), {
          ...point,
          reason: "Soạn nhầm bản mẫu.",
        });
        return point;
      },
      reason: "state",
      source: ["signing", 2],
    },
    "a second time": {
      stage: async () => {
        const point = await withPoint(province(), "remark");
        await executeCommand(closePoint, as(province().phuTho, committee, "chief"), {
          pointId: point.pointId,
        });
        return point;
      },
      code: "conflict",
      message: "pointClosed",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});

test("another party's remark is not one's to close, nor its proposal to take back", async () => {
  for (const kind of ["remark", "proposal"] as const) {
    const { pointId } = await withPoint(province(), kind);
    const attempted = await attempt(closePoint, as(province().phuTho, council, "chief"), { pointId });
    expect(answerOf(attempted)).toMatchObject({ code: "conflict", message: "othersPoint" });
  }
});

test("a remark that was answered is settled with its answer, a proposal is taken back", async () => {
  const remark = await withPoint(province(), "remark");
  await executeCommand(answerPoint, as(province().phuTho, council, "specialist"), {
    pointId: remark.pointId,
    decision: "reply",
    answer: "Đã có ở Điều 12.",
  });
  const proposal = await withPoint(province(), "proposal");
  for (const { pointId } of [remark, proposal])
    await executeCommand(closePoint, as(province().phuTho, committee, "specialist"), { pointId });
  expect(await pointRow(province(), remark)).toMatchObject({ state: "settled", answer: "Đã có ở Điều 12." });
  expect(await pointRow(province(), proposal)).toMatchObject({ state: "withdrawn", closed: true });
});
