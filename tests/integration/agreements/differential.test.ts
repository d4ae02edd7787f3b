import { beforeAll, expect, test } from "vitest";
import { committee, council, party, useProvince } from "@/tests/support/builders/province";
import { drawActor } from "@/tests/support/differential/actors";
import { type AgreementCell, compareAgreementCells } from "@/tests/support/differential/agreement-cells";
import { agreementItems } from "@/tests/support/differential/agreement-items";
import { drawFrom } from "@/tests/support/differential/draw";
import { tries } from "@/tests/support/differential/probes";
import { rawAgreementActs } from "@/tests/support/differential/raw-agreement-acts";
import type { VersionItem } from "@/tests/support/differential/version-item";

// `npm run test:deep` asks 20,000 (tests/deep/agreement-cells.test.ts).
const drawn = 400;
const province = useProvince();
let items: VersionItem[] = [];

beforeAll(async () => {
  items = await agreementItems(province());
});

/** Every act of each party's chief, and of one's deputy, on every version: the whole of what anybody may do is in here. */
function cellsOfSigners(): AgreementCell[] {
  const signers = [
    ...[party, council, committee].map((office) => tries(province(), office, "chief")),
    tries(province(), council, "deputy-chief"),
  ];
  return signers.flatMap((who) => {
    return items.flatMap((item) => rawAgreementActs.map((act) => ({ who, item, act })));
  });
}

function drawnCells(): AgreementCell[] {
  const draw = drawFrom(20261123);
  return Array.from({ length: drawn }, () => ({
    who: drawActor(draw, province()),
    item: draw.pick(items),
    act: draw.pick(rawAgreementActs),
  }));
}

test(`660 cells of those who sign, ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const cells = [...cellsOfSigners(), ...drawnCells()];
  const { counts, allowed, differences } = await compareAgreementCells(province(), cells);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...rawAgreementActs].sort());
  expect(counts.allowed).toBeGreaterThan(60);
  expect(counts.refused).toBeGreaterThan(400);
  expect(counts.other).toBe(0);
}, 240_000);
