import { describe, expect, test } from "vitest";
import { endingRules } from "@/lib/agreements/ending/rule-table";
import { agreementRolesSource, agreementRules } from "@/lib/agreements/rule-table";
import { renderTemplate } from "@/lib/agreements/template/eight-areas";
import {
  attendanceRules,
  feedRules,
  keepingRules,
  meetingRolesSource,
  meetingRules,
  sheetRules,
} from "@/lib/meetings/rule-table";
import { mailRules } from "@/lib/notifications/rule-table";
import { caseRules } from "@/lib/petitions/cases/rule-table";
import { calendarRules } from "@/lib/petitions/clocks/rule-table";
import { competenceRules } from "@/lib/petitions/competence/rule-table";
import { externalBodyRules } from "@/lib/petitions/external/rule-table";
import { nationalHandoverRules } from "@/lib/petitions/handovers/rule-table";
import { petitionRules } from "@/lib/petitions/rule-table";
import { findOverlaps } from "@/lib/platform/policy/rule-cells";
import { decide, matchRules, type Rule, type RuleSource } from "@/lib/platform/policy/rule-table";
import { ruleTableMarkdown } from "@/lib/platform/policy/rule-table-document";
import { handoverRules } from "@/lib/tasks/handover/rule-table";
import { taskRolesSource, taskRules } from "@/lib/tasks/rule-table";
import { programmeRules } from "@/lib/work-programmes/rule-table";
import { mergedOffices, threeOffices } from "../../support/builders/template-params";

const clause: RuleSource = { kind: "article", articleKey: "a", clause: 1 };

const asking: Rule<"ask" | "close", "lead" | "assist", "open" | "closed", "named" | "asked"> = {
  id: "ask",
  act: "ask",
  roles: ["chief"],
  parts: ["lead"],
  states: ["open"],
  assistStates: ["named"],
  source: clause,
  quote: "The lead asks.",
};
const closing: typeof asking = {
  id: "close",
  act: "close",
  roles: ["chief", "specialist"],
  parts: ["lead"],
  states: ["open"],
  source: clause,
  quote: "The lead closes.",
};
const rules = [asking, closing];
const words = {
  acts: ["ask", "close"],
  parts: ["lead", "assist"],
  states: ["open", "closed"],
  assistStates: ["named", "asked"],
} as const;

describe("a decision", () => {
  const cell = { act: "ask", role: "chief", part: "lead", state: "open", assistState: "named" } as const;

  test("names the rule that allows", () => {
    expect(decide(rules, cell)).toEqual({ allowed: true, rule: asking });
    expect(matchRules(rules, cell)).toEqual([asking]);
  });

  test("gives the part before everything else, with the rules that say whose act it is", () => {
    expect(decide(rules, { ...cell, part: "assist", state: "closed", role: "inspector" })).toEqual({
      allowed: false,
      reason: "part",
      rules: [asking],
    });
  });

  test("then the state, then the assisting office's state, then the role", () => {
    expect(decide(rules, { ...cell, state: "closed", role: "inspector" })).toMatchObject({ reason: "state" });
    expect(decide(rules, { ...cell, assistState: "asked", role: "inspector" })).toMatchObject({
      reason: "assist-state",
    });
    expect(decide(rules, { ...cell, role: "inspector" })).toMatchObject({ reason: "role", rules: [asking] });
  });

  test("a rule about an assisting office does not answer a question that names none", () => {
    expect(decide(rules, { ...cell, assistState: undefined })).toMatchObject({ reason: "assist-state" });
  });

  test("a rule without an assisting state answers for every one", () => {
    expect(decide(rules, { ...cell, act: "close", role: "specialist" })).toMatchObject({ allowed: true });
    expect(decide(rules, { ...cell, act: "close", assistState: undefined })).toMatchObject({ allowed: true });
  });
});

test("a planted second rule for the same cell is found", () => {
  expect(findOverlaps(rules, words)).toEqual([]);
  const overlaps = findOverlaps([...rules, { ...closing, id: "close-again", roles: ["specialist"] }], words);
  expect(overlaps).toHaveLength(3);
  for (const overlap of overlaps)
    expect(overlap).toMatchObject({ act: "close", role: "specialist", part: "lead" });
});

describe("the tables of the portal", () => {
  const all: readonly Rule[] = [
    ...taskRules,
    ...handoverRules,
    ...agreementRules,
    ...endingRules,
    ...meetingRules,
    ...sheetRules,
    ...feedRules,
    ...attendanceRules,
    ...keepingRules,
    ...mailRules,
    ...programmeRules,
    ...petitionRules,
    ...caseRules,
    ...externalBodyRules,
    ...competenceRules,
    ...nationalHandoverRules,
    ...calendarRules,
  ];

  test("hold at most 160 rules with ids of their own and no empty condition", () => {
    expect(all.length).toBeLessThanOrEqual(160);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const rule of all) {
      for (const condition of [rule.roles, rule.parts, rule.states, rule.assistStates ?? ["any"]]) {
        expect(condition.length).toBeGreaterThan(0);
        expect(new Set<string>(condition).size).toBe(condition.length);
      }
    }
  });

  test.each([
    ["three offices", threeOffices],
    ["merged offices", mergedOffices],
  ])("quote whole sentences of the clause they name, for %s", (_, params) => {
    const { articles } = renderTemplate(params);
    for (const { id, source, quote } of all) {
      if (source.kind !== "article") continue;
      const text = articles.find(({ key }) => key === source.articleKey)?.clauses[source.clause - 1] ?? "";
      const at = text.indexOf(quote);
      expect(at, id).toBeGreaterThanOrEqual(0);
      expect(quote, id).toMatch(/\.$/);
      if (at > 0) expect(text.slice(at - 2, at), id).toBe(". ");
    }
  });

  test("rest on an article wherever one can speak", () => {
    expect(all.filter(({ source }) => source.kind !== "article").map(({ id }) => id)).toEqual([
      "agreement-draft",
      "agreement-delegate",
      "agreement-register-certificate",
      "agreement-request-key",
      "agreement-request-office-key",
      "agreement-issue",
      "agreement-name-outside",
      "agreement-name-signer",
      "agreement-speak-outside",
      "ending-propose",
      "ending-agree",
      "ending-refuse",
      "ending-withdraw",
      "meeting-file-ungoverned",
      "meeting-number",
      "feed-revoke-own",
      "feed-revoke-of-office",
      "answer-in-person",
      "answer-for-a-leader",
      "answer-for-an-office",
      "presence-record",
      "calendar-set-rules",
      "quorum-set",
      "quorum-remove",
      "kind-add",
      "kind-edit",
      "kind-remove",
      "place-add",
      "place-add-own",
      "place-edit",
      "place-edit-own",
      "mail-resend",
      "programme-draft",
      "programme-read-draft",
      "programme-read-issued",
      "programme-carry-down",
      "programme-add-item",
      "programme-edit-item",
      "programme-remove-item",
      "programme-discard",
      "programme-issue",
      "programme-amend",
      "programme-settle",
      "petition-take",
      "petition-read",
      "petition-assign",
      "petition-classify-received",
      "petition-classify-again",
      "petition-amend-received",
      "petition-amend-classified",
      "petition-record",
      "petition-assess",
      "petition-split",
      "petition-forward",
      "petition-answer-forward",
      "petition-issue-link",
      "petition-enter-answer",
      "petition-take-back",
      "petition-tell-result",
      "petition-guide",
      "petition-return",
      "petition-file-away",
      "petition-reopen",
      "petition-decline",
      "petition-settle",
      "petition-withdraw",
      "petition-destroy",
      "petition-attach",
      "petition-read-scan",
      "petition-look",
      "petition-unseal",
      "petition-read-looks",
      "petition-join",
      "petition-keep-apart",
      "petition-undo-join",
      "petition-issue-secret",
      "petition-see-additions",
      "petition-issue-paper",
      "petition-read-paper",
      "petition-review-look-ups",
      "petition-import-many",
      "case-open",
      "case-join",
      "case-leave",
      "case-appoint",
      "case-end-appointment",
      "case-answer",
      "case-tell",
      "case-record-step",
      "case-persist",
      "external-body-keep",
      "competence-keep",
      "national-handover-read",
      "national-handover-prepare",
      "national-handover-keep-receipt",
      "calendar-decide-day",
      "calendar-revise-rule",
      "calendar-choose-off-days",
    ]);
  });
});

test("docs/rule-table.md is what the tables print", async () => {
  const { articles } = renderTemplate(threeOffices);
  const sourceName = (source: RuleSource) => {
    if (source.kind !== "article") return source.name;
    const article = articles.find(({ key }) => key === source.articleKey);
    return `Điều ${article?.ordinal} khoản ${source.clause}`;
  };
  const clauseText = (source: { articleKey: string; clause: number }) =>
    articles.find(({ key }) => key === source.articleKey)?.clauses[source.clause - 1] ?? "";
  const section = (
    title: string,
    rules: readonly Rule[],
    /** Left out where the rules themselves name the roles. */
    inside?: { kind: "article"; articleKey: string; clause: number },
  ) =>
    [
      `## ${title}`,
      ruleTableMarkdown(rules, sourceName),
      ...(inside ? [`Roles inside an office, ${sourceName(inside)}: ${clauseText(inside)}`] : []),
    ].join("\n\n");
  const text = [
    "# Who may do what",
    "Printed from the rule tables by `tests/unit/platform/rule-table.test.ts`; print it again with `npx vitest run --config tests/vitest.config.ts --project unit tests/unit/platform/rule-table.test.ts -u`. An act that no row allows is refused: by the office's part first, then by the state of the item, then by how far the assisting office has come, last by the person's role. The sentences are those of the template; where negotiation changed the wording, a refusal shows the clause of the version in force, found by article key and clause number.",
    section("Tasks", taskRules, taskRolesSource),
    section("Tasks whose lead a newer text moves", handoverRules),
    section("Agreements", agreementRules, agreementRolesSource),
    section("Ending an agreement before its term", endingRules),
    section("Meetings", meetingRules, meetingRolesSource),
    section("Week sheets", sheetRules, meetingRolesSource),
    section("Calendar feeds", feedRules, meetingRolesSource),
    section("Attendance", attendanceRules),
    section("What the calendar reckons with", keepingRules),
    section("Mails", mailRules),
    section("Programmes of work", programmeRules),
    ["## Citizens' letters", ruleTableMarkdown(petitionRules, sourceName)].join("\n\n"),
    section("Cases of many letters", caseRules),
    section("Bodies outside the portal", externalBodyRules),
    section("Which letters are whose", competenceRules),
    section("Hand-over to the national database", nationalHandoverRules),
    section("Days off and limits", calendarRules),
    "## Review",
    "Read once more by somebody who had written none of the rows, as a chief who wants more than his part and as a lawyer who asks whether the sentence gives exactly this. Two sentences were mended, two questions are open; row by row in [rule-table-review.md](rule-table-review.md).",
  ].join("\n\n");
  await expect(`${text}\n`).toMatchFileSnapshot("../../../docs/rule-table.md");
});
