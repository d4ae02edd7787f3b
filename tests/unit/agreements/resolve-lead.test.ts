import { describe, expect, test } from "vitest";
import {
  type LeadQuestion,
  type ResolvedLead,
  resolveLead,
  type ServingMap,
} from "@/lib/agreements/resolve-lead";
import type { Duty, LeadRule } from "@/lib/agreements/types";

type DutyOffices = Duty["offices"];

const three: ServingMap = {
  officeOfBody: new Map([
    ["committee-of-the-party", "party-office"],
    ["delegation", "assembly-office"],
    ["council", "assembly-office"],
    ["peoples-committee", "committee-office"],
  ]),
  bodyOfPost: new Map([
    ["secretary", "committee-of-the-party"],
    ["chair-of-council", "council"],
    ["chair-of-committee", "peoples-committee"],
    ["chair-of-nothing", "dissolved-body"],
  ]),
};

/** Hà Giang 2018–2020: one office serves delegation, council and committee. */
const merged: ServingMap = {
  ...three,
  officeOfBody: new Map([
    ["committee-of-the-party", "party-office"],
    ["delegation", "merged-office"],
    ["council", "merged-office"],
    ["peoples-committee", "merged-office"],
  ]),
};

function offices(parts: Record<string, "assist" | "informed">): DutyOffices {
  return Object.entries(parts).map(([officeId, part]) => ({ officeId, part, responsiblePostId: null }));
}

const letters: LeadRule = {
  kind: "by-table",
  rows: [
    { subjectKey: "party-members", label: "Đảng viên", officeId: "party-office", basis: "Điều 12 khoản 4" },
    { subjectKey: "land", label: "Đất đai", officeId: "committee-office", basis: "Luật Đất đai" },
  ],
};

const everybodyAssists = offices({
  "party-office": "assist",
  "assembly-office": "assist",
  "committee-office": "assist",
});

type Row = {
  rule: LeadRule;
  offices: DutyOffices;
  question: LeadQuestion;
  map?: ServingMap;
  answer: Omit<ResolvedLead, "why"> & { why?: object };
};

const resolved: Record<string, Row> = {
  "fixed: the named office, whatever the item": {
    rule: { kind: "fixed", officeId: "party-office" },
    offices: offices({ "assembly-office": "assist", "committee-office": "informed" }),
    question: { bodyId: "council", subjectKey: "land" },
    answer: {
      leadOfficeId: "party-office",
      assistOfficeIds: ["assembly-office"],
      informedOfficeIds: ["committee-office"],
      mergedIntoLead: false,
      why: { rule: "fixed" },
    },
  },
  "office-serving: the office of the item's body; the others assist": {
    rule: { kind: "office-serving" },
    offices: everybodyAssists,
    question: { bodyId: "council" },
    answer: {
      leadOfficeId: "assembly-office",
      assistOfficeIds: ["party-office", "committee-office"],
      informedOfficeIds: [],
      mergedIntoLead: true,
      why: { rule: "office-serving", bodyId: "council" },
    },
  },
  "office-serving: two bodies of one office have one lead": {
    rule: { kind: "office-serving" },
    offices: offices({ "party-office": "assist", "committee-office": "informed" }),
    question: { bodyId: "delegation" },
    answer: {
      leadOfficeId: "assembly-office",
      assistOfficeIds: ["party-office"],
      informedOfficeIds: ["committee-office"],
      mergedIntoLead: false,
    },
  },
  "office-serving: an informed office that leads is informed no more": {
    rule: { kind: "office-serving" },
    offices: offices({ "party-office": "assist", "committee-office": "informed" }),
    question: { bodyId: "peoples-committee" },
    answer: {
      leadOfficeId: "committee-office",
      assistOfficeIds: ["party-office"],
      informedOfficeIds: [],
      mergedIntoLead: true,
    },
  },
  "host-of: the office of the body in which the host holds the post": {
    rule: { kind: "host-of" },
    offices: everybodyAssists,
    question: { hostPostId: "chair-of-committee" },
    answer: {
      leadOfficeId: "committee-office",
      assistOfficeIds: ["party-office", "assembly-office"],
      informedOfficeIds: [],
      mergedIntoLead: true,
      why: { rule: "host-of", hostPostId: "chair-of-committee" },
    },
  },
  "by-table: the office of the subject's row, with its basis": {
    rule: letters,
    offices: everybodyAssists,
    question: { subjectKey: "land" },
    answer: {
      leadOfficeId: "committee-office",
      assistOfficeIds: ["party-office", "assembly-office"],
      informedOfficeIds: [],
      mergedIntoLead: true,
      why: { rule: "by-table", subjectLabel: "Đất đai", basis: "Luật Đất đai" },
    },
  },
  "merged: each of its three bodies is led by the one office, which assists itself no more": {
    rule: { kind: "office-serving" },
    offices: offices({ "party-office": "assist", "merged-office": "assist" }),
    question: { bodyId: "council" },
    map: merged,
    answer: {
      leadOfficeId: "merged-office",
      assistOfficeIds: ["party-office"],
      informedOfficeIds: [],
      mergedIntoLead: true,
    },
  },
  "merged: the party's host leaves the merged office to assist": {
    rule: { kind: "host-of" },
    offices: offices({ "party-office": "assist", "merged-office": "assist" }),
    question: { hostPostId: "secretary" },
    map: merged,
    answer: {
      leadOfficeId: "party-office",
      assistOfficeIds: ["merged-office"],
      informedOfficeIds: [],
      mergedIntoLead: true,
    },
  },
  "merged: the council's chair hosts through the merged office": {
    rule: { kind: "host-of" },
    offices: offices({ "party-office": "informed" }),
    question: { hostPostId: "chair-of-council" },
    map: merged,
    answer: {
      leadOfficeId: "merged-office",
      assistOfficeIds: [],
      informedOfficeIds: ["party-office"],
      mergedIntoLead: false,
    },
  },
};

test.each(Object.entries(resolved))("%s", (_sentence, row) => {
  const lead = resolveLead({ leadRule: row.rule, offices: row.offices }, row.question, row.map ?? three);
  expect(lead).toMatchObject(row.answer);
});

describe("the rule cannot tell", () => {
  const unresolved: Record<string, [LeadRule, LeadQuestion]> = {
    "office-serving without a body": [{ kind: "office-serving" }, {}],
    "office-serving for a body no office serves": [{ kind: "office-serving" }, { bodyId: "dissolved-body" }],
    "host-of without a host": [{ kind: "host-of" }, { bodyId: "council" }],
    "host-of for a post of no body": [{ kind: "host-of" }, { hostPostId: "nobody" }],
    "host-of for a body no office serves": [{ kind: "host-of" }, { hostPostId: "chair-of-nothing" }],
    "by-table without a subject": [letters, {}],
    "by-table for a subject the table does not have": [letters, { subjectKey: "weather" }],
    "by-table without rows": [{ kind: "by-table", rows: [] }, { subjectKey: "land" }],
  };

  test.each(Object.entries(unresolved))("%s", (_sentence, [leadRule, question]) => {
    expect(resolveLead({ leadRule, offices: everybodyAssists }, question, three)).toBeNull();
  });
});

test("the lead is never among the assisting or informed offices", () => {
  for (const bodyId of three.officeOfBody.keys())
    for (const map of [three, merged]) {
      const lead = resolveLead(
        {
          leadRule: { kind: "office-serving" },
          offices: [...everybodyAssists, ...offices({ "merged-office": "informed" })],
        },
        { bodyId },
        map,
      );
      expect([...(lead?.assistOfficeIds ?? []), ...(lead?.informedOfficeIds ?? [])]).not.toContain(
        lead?.leadOfficeId,
      );
    }
});
