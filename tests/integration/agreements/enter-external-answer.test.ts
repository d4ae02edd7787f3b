import { expect } from "vitest";
import { enterExternalAnswer } from "@/lib/agreements/commands/enter-external-answer";
import { textHash } from "@/tests/support/builders/agreement-stages";
import {
  draftedWithOutside,
  inRoundWithOutside,
  negotiatingWithOutside,
} from "@/tests/support/builders/outside-parties";
import { committee, council, useProvince } from "@/tests/support/builders/province";
import { describeCommand } from "@/tests/support/command-outcomes";

const province = useProvince();

describeCommand(enterExternalAnswer, {
  province,
  ready: () => negotiatingWithOutside(province()),
  by: [council, "records-clerk"],
  input: async (stage) => ({
    versionId: stage.versionId,
    partyId: stage.partyId,
    contentHash: await textHash(province(), stage),
    answer: "consented",
    words: "Công văn số 15/MTTQ-BTT.",
  }),
  subjectId: (stage) => stage.versionId,
  does: {
    "marks that the office entered it": async ({ stage, province }) => {
      const rows = await province.rows(
        "select answer, words, via, account_id is not null as entered from external_answers where version_id = $1",
        [stage.versionId],
      );
      expect(rows).toEqual([
        { answer: "consented", words: "Công văn số 15/MTTQ-BTT.", via: "office", entered: true },
      ]);
    },
  },
  events: ["agreements.externalAnswered"],
  wrongInput: {
    "a refusal without a reason": { change: { answer: "refused", words: " " }, field: "words" },
    "no answer": { change: { answer: "" }, field: "answer" },
  },
  notAllowed: {
    "a party that does not represent it": {
      by: [committee, "chief"],
      reason: "part",
      source: "portal",
      offices: [council],
    },
  },
  wrongState: {
    "while it is a draft": { stage: () => draftedWithOutside(province()), reason: "state", source: "portal" },
    "once it is being signed": {
      stage: () => inRoundWithOutside(province()),
      code: "conflict",
      message: "wrongState",
    },
  },
  stale: { change: { contentHash: "0".repeat(64) }, message: "staleText" },
  atOnce: { answer: "both" },
});
