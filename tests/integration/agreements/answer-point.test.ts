import { describe, expect, test } from "vitest";
import { answerPoint } from "@/lib/agreements/commands/answer-point";
import { editArticle } from "@/lib/agreements/commands/edit-article";
import { withdrawVersion } from "@/lib/agreements/commands/withdraw-version";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import {
  firstClause,
  type PointStage,
  pointOn,
  pointRow,
  proposedText,
  withPoint,
} from "@/tests/support/builders/agreement-points";
import { consentCount, oneConsent, revisionOf } from "@/tests/support/builders/agreement-stages";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(answerPoint, {
  province,
  ready: async () => pointOn(province(), await oneConsent(province()), "proposal"),
  by: [council, "specialist"],
  input: (point) => ({ pointId: point.pointId, decision: "accept", answer: "" }),
  subjectId: (point) => point.versionId,
  does: {
    "writes the clause as proposed": async ({ stage, province }) => {
      expect(await firstClause(province, stage)).toBe(proposedText);
      expect(await pointRow(province, stage)).toEqual({ state: "accepted", answer: null, closed: true });
    },
    "clears the consents as an edit does": async ({ stage, province }) => {
      expect([await consentCount(province, stage), await revisionOf(province, stage)]).toEqual([0, 2]);
    },
  },
  events: ["agreements.proposalAccepted"],
  wrongInput: {
    "no decision": { change: { decision: "" }, field: "decision" },
    "rejected without a reason": { change: { decision: "reject", answer: "" }, field: "answer" },
    "a proposal is not merely answered": {
      change: { decision: "reply", answer: "Sẽ xem lại." },
      field: "decision",
    },
    "no point": { change: { pointId: "the last one" }, field: "pointId" },
  },
  notAllowed: {
    "a records clerk": { by: [council, "records-clerk"], reason: "role", source: ["heads", 4] },
  },
  wrongState: {
    "after the version was withdrawn": {
      stage: async () => {
        const point = await withPoint(province(), "proposal");
        await executeCommand(withdrawVersion, as(province().phuTho, party, "chief"), {
          ...point,
          reason: "Soạn nhầm bản mẫu.",
        });
        return point;
      },
      reason: "state",
      source: ["signing", 2],
    },
    "when it was decided already": {
      stage: async () => {
        const point = await withPoint(province(), "proposal");
        await decide(point, party, "reject", "Báo cáo quý là đủ.");
        return point;
      },
      code: "conflict",
      message: "pointClosed",
    },
    "when the clause was edited meanwhile": {
      stage: async () => {
        const point = await withPoint(province(), "proposal");
        await edit(point, "Khoản một đã viết khác.");
        return point;
      },
      code: "stale",
      message: "clauseChanged",
    },
  },
  stale: null,
  atOnce: {
    second: {
      by: [party, "specialist"],
      input: (point) => ({ pointId: point.pointId, decision: "reject", answer: "Báo cáo quý là đủ." }),
    },
    answer: { code: "conflict" },
  },
});

function decide(point: PointStage, office: string, decision: string, answer = ""): Promise<unknown> {
  const { pointId } = point;
  return executeCommand(answerPoint, as(province().phuTho, office, "specialist"), {
    pointId,
    decision,
    answer,
  });
}

async function edit(point: PointStage, first: string): Promise<void> {
  const [article] = await province().rows<{ clauses: string[]; heading: string }>(
    "select clauses, heading from agreement_articles where version_id = $1 and article_key = 'scope'",
    [point.versionId],
  );
  await executeCommand(editArticle, as(province().phuTho, party, "specialist"), {
    versionId: point.versionId,
    revision: await revisionOf(province(), point),
    articleKey: "scope",
    heading: article?.heading,
    text: [first, ...(article?.clauses ?? []).slice(1)].join("\n\n"),
  });
}

describe("what else an answer does", () => {
  test("a remark is answered and stays open for the one who made it", async () => {
    const point = await withPoint(province(), "remark");
    await decide(point, council, "reply", "Đã có ở Điều 12.");
    expect(await pointRow(province(), point)).toEqual({
      state: "answered",
      answer: "Đã có ở Điều 12.",
      closed: false,
    });
  });

  test("a rejected proposal keeps its reason and leaves text and consents alone", async () => {
    const point = await pointOn(province(), await oneConsent(province()), "proposal");
    const before = await firstClause(province(), point);
    await decide(point, council, "reject", "Báo cáo quý là đủ.");
    expect(await pointRow(province(), point)).toMatchObject({
      state: "rejected",
      answer: "Báo cáo quý là đủ.",
    });
    expect([await firstClause(province(), point), await consentCount(province(), point)]).toEqual([
      before,
      1,
    ]);
  });

  test("nobody answers the own office's word", async () => {
    const point = await withPoint(province(), "proposal");
    const attempted = await attempt(answerPoint, as(province().phuTho, committee, "chief"), {
      pointId: point.pointId,
      decision: "accept",
    });
    expect(answerOf(attempted)).toMatchObject({ code: "conflict", message: "ownPoint" });
  });

  test("accepting and editing the same clause in one moment: one of them is told of the other's text", async () => {
    const point = await withPoint(province(), "proposal");
    const words = "Khoản một đã viết khác.";
    const both = await Promise.allSettled([decide(point, council, "accept"), edit(point, words)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = both.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "stale" });
    const accepted = both[0].status === "fulfilled";
    expect(await firstClause(province(), point)).toBe(accepted ? proposedText : words);
  });
});
