import { beforeAll, describe, expect, test } from "vitest";
import {
  committeeYear,
  freshYear,
  itemRows,
  quarterCarried,
  quarterDraft,
  yearDraft,
  yearIssued,
} from "@/tests/support/builders/programme-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { drawActor, type Tries } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { judgeByDatabase } from "@/tests/support/differential/judge-by-database";
import { type Findings, tries } from "@/tests/support/differential/probes";
import {
  compareProgrammeCells,
  type ProgrammeCell,
  type ProgrammeItem,
  type RawProgrammeAct,
  rawProgrammeActs,
} from "@/tests/support/differential/programme-cells";
import { type Fault, sabotaged, withOpenPolicy, withoutTrigger } from "@/tests/support/differential/sabotage";

// `npm run test:deep` draws more.
const drawn = Number(process.env["DRAWN_CELLS"] ?? 60);
const province = useProvince();
let items: ProgrammeItem[] = [];

beforeAll(async () => {
  const carried = await quarterCarried(province());
  const [line] = await itemRows(province(), carried.programmeId);
  const empty = await quarterDraft(province());
  items = [
    { name: "draft", ...(await yearDraft(province())) },
    { name: "issued", ...(await yearIssued(province())) },
    { name: "carried down", ...carried, itemId: String(line?.["id"]) },
    // Nothing of its own yet: its item is the one above, which is another programme's.
    { name: "to be carried down", ...empty, itemId: empty.above.itemId },
    { name: "issued by another office", ...(await committeeYear(province(), freshYear())) },
  ];
}, 240_000);

const chiefOf = (office: string) => tries(province(), office, "chief");

/** What is asked of an item only where the programme has one of its own; a draft takes no decision. */
function asked({ name }: ProgrammeItem, act: RawProgrammeAct): boolean {
  if (act.endsWith("ByDecision")) return name.startsWith("issued");
  return name !== "to be carried down" || act === "carryDown" || act === "addItem";
}

function cellsOf(offices: readonly string[], wanted: readonly ProgrammeItem[] = items): ProgrammeCell[] {
  return offices.flatMap((office) =>
    wanted.flatMap((item) =>
      rawProgrammeActs.filter((act) => asked(item, act)).map((act) => ({ who: chiefOf(office), item, act })),
    ),
  );
}

function drawnCells(): ProgrammeCell[] {
  const draw = drawFrom(20261127);
  return Array.from({ length: drawn }, () => {
    const item = draw.pick(items);
    return {
      who: drawActor(draw, province()),
      item,
      act: draw.pick(rawProgrammeActs.filter((act) => asked(item, act))),
    };
  });
}

test(`the chiefs' cells and ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part or state the database refuses`, async () => {
  const { counts, allowed, differences } = await compareProgrammeCells(province(), [
    ...cellsOf([party, council, committee, stranger]),
    ...drawnCells(),
  ]);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...rawProgrammeActs].sort());
  expect(counts.allowed).toBeGreaterThan(15);
  expect(counts.role).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(80);
  // Nothing to carry where there is nothing above, and no decision where a form needs one.
  expect(counts.other).toBeLessThan(drawn);
}, 240_000);

/** Promise: each office its own programmes, an issued one by decision alone. */
const probeWrites = async (): Promise<Findings> => {
  const wanted = items.filter(({ name }) => name === "draft" || name === "issued");
  const { differences } = await compareProgrammeCells(province(), cellsOf([party, council], wanted));
  return differences.map((difference) => JSON.stringify(difference));
};

async function accepts(who: Tries, sql: string, id: string | undefined): Promise<boolean> {
  return (await judgeByDatabase(province().pool("app"), who, [[sql, [id]]])).accepted;
}

/** Promise: whoever throws a draft away holds a post of the office that drafts it. */
const probeThrownAway = async (): Promise<Findings> => {
  const empty = items.find(({ name }) => name === "to be carried down");
  const pretender: Tries = { ...chiefOf(council), post: chiefOf(party).post };
  const gone = await accepts(pretender, "delete from work_programmes where id = $1", empty?.programmeId);
  return gone ? ["a draft of an office where the person holds no post"] : [];
};

/** Promise: a draft is read by the office that drafts it. */
const probeReads = async (): Promise<Findings> => {
  const draft = items.find(({ name }) => name === "draft");
  const seen = await accepts(
    chiefOf(council),
    "select 1 from work_programmes where id = $1",
    draft?.programmeId,
  );
  return seen ? ["a draft of another office"] : [];
};

const probes: Record<string, { probe: () => Promise<Findings>; faults: Record<string, Fault> }> = {
  "each office its own programmes, what is issued by decision alone": {
    probe: probeWrites,
    faults: {
      "items are not guarded": withoutTrigger("programme_items", "guard_write"),
      "the issue is not guarded": withoutTrigger("work_programmes", "guard_update"),
      "an addition needs no decision": withoutTrigger("programme_items", "added_by_decision"),
    },
  },
  "who throws a draft away holds a post of its office": {
    probe: probeThrownAway,
    faults: { "throwing away is not guarded": withoutTrigger("work_programmes", "guard_delete") },
  },
  "a draft is read by the office that drafts it": {
    probe: probeReads,
    faults: { "every draft is readable": withOpenPolicy("work_programmes", "read_by_access") },
  },
};

describe.each(Object.entries(probes))("%s", (_promise, { probe, faults }) => {
  test("in the database as it is", async () => {
    expect(await probe()).toEqual([]);
  });

  test.each(Object.entries(faults))("found when %s", async (_name, fault) => {
    expect(await sabotaged(province(), fault, probe)).not.toEqual([]);
  });
});
