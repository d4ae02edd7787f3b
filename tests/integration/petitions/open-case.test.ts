import { expect } from "vitest";
import { listCases } from "@/lib/petitions/cases/queries/list-cases";
import { openCase } from "@/lib/petitions/commands/open-case";
import { getPetitionPage } from "@/lib/petitions/queries/get-petition-page";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { caseOf, household, membersOf, newMatter } from "@/tests/support/builders/cases";
import { committee, party, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();
const handler = () => as(province().phuTho, committee, "specialist");

describeCommand(openCase, {
  province,
  ready: () => household(province(), newMatter()),
  by: [committee, "specialist"],
  input: ({ petitionId }) => ({ petitionId, title: "Bồi thường làm đường vào bản" }),
  subjectId: ({ petitionId }) => petitionId,
  does: {
    "opens a case of the office, with the letter in it": async ({ stage, result }) => {
      expect(result.code).toMatch(/^VV-/);
      expect(await membersOf(province(), result)).toMatchObject([
        { petition_id: stage.petitionId, left: false },
      ]);
      const page = await runQuery(getPetitionPage, handler(), { petitionId: stage.petitionId });
      expect(page?.view.inCase.memberOf).toMatchObject({ code: result.code, lead: committee });
      const list = await runQuery(listCases, handler(), {});
      expect(list?.view.lines[0]).toMatchObject({ code: result.code, letters: 1, people: 1 });
      expect((await runQuery(listCases, as(province().phuTho, party, "chief"), {}))?.view.lines).toEqual([]);
    },
  },
  events: ["petitions.caseOpened", "petitions.putInCase"],
  wrongInput: { "no title": { change: { title: "x" }, field: "title" } },
  notAllowed: { "an inspector": { by: [committee, "inspector"], reason: "role", source: "portal" } },
  wrongState: {
    "in a case already": {
      stage: async () => {
        const [letter] = (await caseOf(province(), 1)).letters;
        if (!letter) throw new Error("no letter");
        return letter;
      },
      code: "conflict",
      message: "inACase",
    },
    "not classified": {
      stage: () => household(province(), newMatter(), { class: "" }),
      code: "conflict",
      message: "caseLetterUnfit",
    },
    "a denunciation": {
      stage: () => household(province(), newMatter(), { class: "denunciation", denounces: "yes" }),
      code: "conflict",
      message: "caseLetterUnfit",
    },
  },
  stale: null,
  atOnce: { answer: { code: "conflict" } },
});
