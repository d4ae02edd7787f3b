import { beforeAll, expect, test } from "vitest";
import { type AgreementAct, agreementRules } from "@/lib/agreements/rule-table";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { drawActor } from "@/tests/support/differential/actors";
import { type AgreementCell, compareAgreementCells } from "@/tests/support/differential/agreement-cells";
import { agreementItems } from "@/tests/support/differential/agreement-items";
import { drawFrom } from "@/tests/support/differential/draw";
import { tries } from "@/tests/support/differential/probes";
import { type RawAgreementAct, rawAgreementActs } from "@/tests/support/differential/raw-agreement-acts";
import type { VersionItem } from "@/tests/support/differential/version-item";

const whole = 20_000;
const count = Number(process.env["DEEP_CELLS"] ?? whole);
// A smaller count asks each edge as much less often.
const least = Math.max(1, Math.floor((20 * count) / whole));

const province = useProvince();
let items: VersionItem[] = [];

beforeAll(async () => {
  items = await agreementItems(province());
});

const ruledAs: Record<RawAgreementAct, AgreementAct> = {
  editArticle: "edit",
  assignDuty: "edit",
  setWorkingRules: "edit",
  setTerm: "edit",
  send: "send",
  consent: "consent",
  openRound: "openRound",
  sign: "sign",
  takeTurn: "sign",
  declineToSign: "declineToSign",
  withdraw: "withdraw",
  revise: "revise",
};

/** An act in a state in which some rule gives it to somebody. */
const edges = rawAgreementActs.flatMap((act) => {
  const rules = agreementRules.filter((rule) => rule.act === ruledAs[act]);
  return [...new Set(rules.flatMap(({ states }) => states))].map((state) => ({ act, state }));
});

const nameOf = (act: string, state: string) => `${act} when ${state}`;

const inState = (state: string) => items.filter((item) => item.state === state);

/**
 * Every edge by who heads an office that is a party, once. Then half of them anybody, anything, anywhere, and half on an edge;
 * half of those by such a head, since some edges are one office's alone.
 */
function drawnCells(): AgreementCell[] {
  const draw = drawFrom(20261127);
  const heads = [party, council, committee].flatMap((office) =>
    (["chief", "deputy-chief"] as const).map((role) => tries(province(), office, role)),
  );
  const cells = heads.flatMap((who) =>
    edges.flatMap(({ act, state }) => inState(state).map((item) => ({ who, item, act }))),
  );
  for (let index = 0; cells.length < count; index += 1) {
    if (index % 2 === 0) {
      const who = drawActor(draw, province());
      cells.push({ who, item: draw.pick(items), act: draw.pick(rawAgreementActs) });
      continue;
    }
    const { act, state } = draw.pick(edges);
    const who = index % 4 === 1 ? draw.pick(heads) : drawActor(draw, province());
    cells.push({ who, item: draw.pick(inState(state)), act });
  }
  return cells;
}

// What was undone stays in the tables until somebody sweeps; each cell would read past it.
const sweep = `vacuum agreement_articles, agreement_versions, audit_events, consents, coordination_duties, duty_offices,
  issued_documents, register_entries, round_signers, signatures, signing_rounds, signing_turns`;

test(`${count} cells of agreements: code and database say the same, every edge allowed and refused ${least} times or more`, async () => {
  const groups = Map.groupBy(drawnCells(), ({ act, item }) => nameOf(act, item.state));
  const differences: object[] = [];
  const seen = new Map<string, { allowed: number; refused: number }>();
  for (const [name, cells] of groups) {
    const compared = await compareAgreementCells(province(), cells);
    differences.push(...compared.differences);
    const { allowed, refused, role, other } = compared.counts;
    expect(other, name).toBe(0);
    seen.set(name, { allowed, refused: refused + role });
    await province().rows(sweep);
  }
  expect(differences).toEqual([]);
  const names = edges.map(({ act, state }) => nameOf(act, state));
  const seldom = names.filter((name) => {
    const { allowed, refused } = seen.get(name) ?? { allowed: 0, refused: 0 };
    return allowed < least || refused < least;
  });
  expect(seldom).toEqual([]);
  const beside = [...seen].filter(([name, { allowed }]) => allowed > 0 && !names.includes(name));
  expect(beside).toEqual([]);
}, 7_200_000);
