import { expect, test } from "vitest";
import { assignDuty } from "@/lib/agreements/commands/assign-duty";
import { as } from "@/prisma/seed/caller";
import {
  consentCount,
  consented,
  drafted,
  inForce,
  inRound,
  revisionOf,
  type VersionStage,
  withdrawn,
} from "@/tests/support/builders/agreement-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";
import { answerOf, attempt, describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

async function duty(version: VersionStage, dutyKey: string): Promise<string> {
  const [row] = await province().rows<{ id: string }>(
    "select id from coordination_duties where version_id = $1 and duty_key = $2",
    [version.versionId, dutyKey],
  );
  return row?.id ?? "";
}

const id = (code: string) => officeId(province(), code);

describeCommand(assignDuty, {
  province,
  ready: () => consented(province()),
  by: [council, "specialist"],
  input: async (version) => ({
    versionId: version.versionId,
    revision: await revisionOf(province(), version),
    dutyId: await duty(version, "party-meetings"),
    leadRule: "fixed",
    cells: { [id(party)]: "PH", [id(council)]: "CT", [id(committee)]: "B" },
  }),
  subjectId: (version) => version.versionId,
  does: {
    "gives the duty to the new lead, one assisting and one informed office": async ({ stage, province }) => {
      const [row] = await province.rows(
        `select lead_rule as rule, lead_office_id as lead, (select jsonb_object_agg(office_id, part) from duty_offices o
          where o.tenant_id = d.tenant_id and o.duty_id = d.id) as parts
          from coordination_duties d where id = $1`,
        [await duty(stage, "party-meetings")],
      );
      expect(row).toEqual({
        rule: "fixed",
        lead: id(council),
        parts: { [id(party)]: "assist", [id(committee)]: "informed" },
      });
    },
    "clears every consent": async ({ stage, province }) => {
      expect(await consentCount(province, stage)).toBe(0);
    },
    "counts one revision more": async ({ stage, province }) => {
      expect(await revisionOf(province, stage)).toBe(2);
    },
  },
  events: ["agreements.dutyAssigned"],
  wrongInput: {
    "two leads": {
      change: () => ({ cells: { [id(party)]: "CT", [id(council)]: "CT" } }),
      field: "cells",
    },
    "no lead under a fixed rule": { change: () => ({ cells: { [id(party)]: "PH" } }), field: "cells" },
    "a fixed lead under the rule of the served body": {
      change: { leadRule: "office-serving" },
      field: "cells",
    },
    "a fixed lead under the rule of the host": { change: { leadRule: "host-of" }, field: "cells" },
    "a rule no screen edits": { change: { leadRule: "by-table" }, field: "leadRule" },
    "an office that is no party": {
      change: () => ({ cells: { [id(party)]: "CT", [id(stranger)]: "PH" } }),
      field: "cells",
    },
    "a cell of no known kind": { change: () => ({ cells: { [id(party)]: "X" } }), field: "cells" },
  },
  notAllowed: {
    "a records clerk": { by: [committee, "records-clerk"], reason: "role", source: ["heads", 4] },
    "a secretary": { by: [party, "secretary"], reason: "role", source: ["heads", 4] },
  },
  conflicts: {
    "a duty whose lead the law names": {
      change: async (version) => ({ dutyId: await duty(version, "joint-voter-contact") }),
      answer: { code: "conflict", message: "fixedByLaw" },
    },
    "a duty of another version": {
      change: async () => ({ dutyId: await duty(await inForce(province()), "party-meetings") }),
      answer: { code: "not-found", message: "notFound" },
    },
  },
  wrongState: {
    "a draft is the contact office's own": {
      stage: () => drafted(province()),
      reason: "state",
      source: ["signing", 2],
    },
    "after the round opened": { stage: () => inRound(province()), reason: "state", source: ["signing", 2] },
    "after signing": { stage: () => inForce(province()), reason: "state", source: ["signing", 2] },
    "after withdrawing": { stage: () => withdrawn(province()), reason: "state", source: ["signing", 2] },
  },
  stale: { change: { revision: 9 }, message: "staleText" },
  atOnce: { answer: { code: "stale" } },
});

test("a duty goes to the office of whoever hosts, and from it to one office", async () => {
  const version = await consented(province());
  const assign = async (dutyKey: string, leadRule: string, cells: Record<string, string>) => {
    const dutyId = await duty(version, dutyKey);
    const revision = await revisionOf(province(), version);
    const input = { versionId: version.versionId, revision, dutyId, leadRule, cells };
    expect(answerOf(await attempt(assignDuty, as(province().phuTho, council, "specialist"), input))).toBe(
      "done",
    );
    const [row] = await province().rows(
      "select lead_rule as rule, lead_office_id as lead from coordination_duties where id = $1",
      [dutyId],
    );
    return row;
  };
  const all = { [id(party)]: "PH", [id(council)]: "PH", [id(committee)]: "B" };
  expect(await assign("party-meetings", "host-of", all)).toEqual({ rule: "host-of", lead: null });
  const one = { ...all, [id(party)]: "CT" };
  expect(await assign("delegations", "fixed", one)).toEqual({ rule: "fixed", lead: id(party) });
});
