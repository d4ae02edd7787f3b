import { beforeAll, expect, test } from "vitest";
import { answeredOutside, outside } from "@/tests/support/builders/letters-outside";
import { given } from "@/tests/support/builders/petition-handler";
import { askedPart, givenPart } from "@/tests/support/builders/petition-parts";
import { taken } from "@/tests/support/builders/petition-stages";
import {
  acknowledged,
  classified,
  filedAway,
  forwarded,
  lookedUp,
  sentBack,
  settledThere,
} from "@/tests/support/builders/petition-way";
import {
  committee,
  council,
  type Province,
  party,
  stranger,
  useProvince,
} from "@/tests/support/builders/province";
import { drawActor } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import {
  comparePetitionCells,
  type PetitionItem,
  rawPetitionActs,
} from "@/tests/support/differential/petition-cells";
import { tries } from "@/tests/support/differential/probes";
import { sabotaged, withoutTrigger } from "@/tests/support/differential/sabotage";

// `npm run test:deep` draws more.
const drawn = Number(process.env["DRAWN_CELLS"] ?? 60);
const province = useProvince();
const items: PetitionItem[] = [];

beforeAll(async () => {
  const stages = {
    received: async (of: Province) => lookedUp(of, await taken(of)),
    classified,
    denunciation: (of: Province) => classified(of, { class: "denunciation", denounces: "yes" }),
    givenDenunciation: async (of: Province) =>
      given(of, await classified(of, { class: "denunciation", denounces: "yes" })),
    complaint: (of: Province) => classified(of, { class: "complaint" }),
    forwarded,
    sentBack,
    acknowledged,
    settledThere,
    outside,
    backFromOutside: (of: Province) => answeredOutside(of, { answer: "sent-back", ground: "unclear" }),
    filedAway,
    askedPart: (of: Province) => askedPart(of),
    givenPart: (of: Province) => givenPart(of),
    kept: (of: Province) => filedAway(of, { overdue: false }),
  };
  for (const [name, build] of Object.entries(stages)) {
    items.push({ name, ...(await build(province())) });
  }
});

function cellsOfChiefs() {
  return [party, council, committee, stranger].flatMap((office) =>
    items.flatMap((item) =>
      rawPetitionActs.map((act) => ({ who: tries(province(), office, "chief"), item, act })),
    ),
  );
}

test(`the chiefs' cells and ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const draw = drawFrom(20261126);
  const { counts, allowed, differences } = await comparePetitionCells(province(), [
    ...cellsOfChiefs(),
    ...Array.from({ length: drawn }, () => ({
      who: drawActor(draw, province()),
      item: draw.pick(items),
      act: draw.pick(rawPetitionActs),
    })),
  ]);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...rawPetitionActs].sort());
  expect(counts.allowed).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(300);
});

test.each([
  ["letters", withoutTrigger("petitions", "guard_update")],
  ["their way", withoutTrigger("petitions", "guard_way")],
  ["slips", withoutTrigger("petition_forwards", "guard_write")],
  ["parts", withoutTrigger("petition_contributions", "guard_write")],
  ["who works on them", withoutTrigger("petition_handlers", "guard_write")],
])("it is found when %s are not guarded", async (_what, fault) => {
  const few = cellsOfChiefs().filter(({ item }) =>
    ["denunciation", "forwarded", "askedPart"].includes(item.name),
  );
  const { differences } = await sabotaged(province(), fault, () =>
    comparePetitionCells(province(), few, { toTheFirst: true }),
  );
  expect(differences).not.toEqual([]);
});
