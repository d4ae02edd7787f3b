import { expect, test } from "vitest";
import {
  type AgreementRule,
  agreementActs,
  agreementParts,
  agreementRules,
  agreementStates,
} from "@/lib/agreements/rule-table";
import { everyCell, findOverlaps } from "@/lib/platform/policy/rule-cells";
import { decide, matchRules, roles } from "@/lib/platform/policy/rule-table";

const words = { acts: agreementActs, parts: agreementParts, states: agreementStates, assistStates: [] };
const cells = [...everyCell<AgreementRule>(words)];

test("every cell matches exactly one rule or none", () => {
  expect(findOverlaps<AgreementRule>(agreementRules, words)).toEqual([]);
});

test("every act and every rule is reached by some cell", () => {
  const reached = cells.flatMap((cell) => matchRules(agreementRules, cell));
  expect(new Set(reached)).toEqual(new Set(agreementRules));
  expect(new Set(reached.map(({ act }) => act))).toEqual(new Set(agreementActs));
});

test("an office that is no party sees a signed agreement and nothing before", () => {
  const allowed = cells.filter(
    (cell) => cell.part === "other" && matchRules(agreementRules, cell).length > 0,
  );
  expect(new Set(allowed.map(({ act, state }) => `${act} ${state}`))).toEqual(
    new Set(["read signed", "download signed"]),
  );
});

test("from the opening of the round on nobody edits, sends or consents", () => {
  const frozen = ["awaiting-signatures", "signed", "declined", "withdrawn"];
  for (const cell of cells.filter(({ state }) => frozen.includes(state))) {
    if (cell.act === "edit" || cell.act === "send" || cell.act === "consent") {
      expect(matchRules(agreementRules, cell)).toEqual([]);
    }
  }
});

test("only a chief, or a deputy or head of department who may be named, signs or declines, only while signatures are awaited", () => {
  for (const cell of cells.filter(({ act }) => act === "sign" || act === "declineToSign")) {
    const allowed =
      ["chief", "deputy-chief", "department-head"].includes(cell.role) &&
      cell.state === "awaiting-signatures" &&
      (cell.part === "contact" || cell.part === "party");
    expect(matchRules(agreementRules, cell).length > 0).toBe(allowed);
  }
});

test("only the contact office sends, opens the round and withdraws", () => {
  for (const act of ["send", "openRound", "withdraw"] as const) {
    const allowed = cells.filter((cell) => cell.act === act && matchRules(agreementRules, cell).length > 0);
    expect(new Set(allowed.map(({ part }) => part))).toEqual(new Set(["contact"]));
  }
});

test("a party that opens the round is told that the contact office does", () => {
  expect(
    decide(agreementRules, { act: "openRound", role: "chief", part: "party", state: "negotiating" }),
  ).toMatchObject({
    allowed: false,
    reason: "part",
    rules: [{ id: "agreement-open-round", parts: ["contact"] }],
  });
});

test("a party that edits a draft not yet sent is told when it may", () => {
  expect(decide(agreementRules, { act: "edit", role: "chief", part: "party", state: "draft" })).toMatchObject(
    {
      allowed: false,
      reason: "state",
      rules: [{ id: "agreement-edit-negotiating", states: ["negotiating"] }],
    },
  );
});

test("the parties download from the round on, every role of theirs", () => {
  const states = (role: (typeof roles)[number]) =>
    agreementStates.filter(
      (state) => decide(agreementRules, { act: "download", role, part: "party", state }).allowed,
    );
  for (const role of roles) {
    expect(states(role)).toEqual(["awaiting-signatures", "signed", "declined", "withdrawn"]);
  }
});
