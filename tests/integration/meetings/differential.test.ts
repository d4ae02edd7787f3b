import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { inRound } from "@/tests/support/builders/agreement-stages";
import {
  approved,
  cancelled,
  changedWeek,
  confirmed,
  displaced,
  displacedWhenFiled,
  filed,
  ownOfParty,
  postponed,
  restricted,
  sheetOf,
  ungoverned,
} from "@/tests/support/builders/meeting-stages";
import { committee, council, party, stranger, useProvince } from "@/tests/support/builders/province";
import { dutyOf } from "@/tests/support/builders/task-stages";
import { drawActor } from "@/tests/support/differential/actors";
import { drawFrom } from "@/tests/support/differential/draw";
import { judgeByDatabase } from "@/tests/support/differential/judge-by-database";
import {
  compareFilings,
  compareMeetingCells,
  comparePublications,
  type MeetingCell,
  type MeetingItem,
  meetingItem,
} from "@/tests/support/differential/meeting-cells";
import { type Findings, tries } from "@/tests/support/differential/probes";
import {
  type FilingDuty,
  nameBody,
  rawMeetingAct,
  rawMeetingActs,
} from "@/tests/support/differential/raw-meeting-acts";
import { type Fault, sabotaged, withOpenPolicy, withoutTrigger } from "@/tests/support/differential/sabotage";

// `npm run test:deep` draws more.
const drawn = Number(process.env["DRAWN_CELLS"] ?? 240);
const province = useProvince();
const items: MeetingItem[] = [];
let duties: (FilingDuty & { state: string })[];
let week: Parameters<typeof comparePublications>[1];

beforeAll(async () => {
  const stages = {
    filed,
    approved,
    confirmed,
    postponed,
    cancelled,
    displaced,
    displacedWhenFiled,
    restricted,
    ownOfParty,
    ungoverned,
  };
  for (const [name, build] of Object.entries(stages)) {
    items.push(await meetingItem(province(), name, await build(province())));
  }
  await inRound(province());
  duties = await province().rows(
    `select d.id, d.version_id as "versionId", d.lead_office_id as "leadOfficeId", v.state
      from coordination_duties d join agreement_versions v on v.tenant_id = d.tenant_id and v.id = d.version_id
      where d.tenant_id = $1 and d.lead_rule = 'fixed' order by v.created_at, d.ordinal`,
    [province().phuTho.tenant.id],
  );
  const none = { id: null, versionId: null, leadOfficeId: null, state: "ungoverned" };
  duties.push(none, none, none, none);
  const { monday } = await changedWeek(province());
  const [sheet] = await sheetOf(province(), monday);
  const dutyId = await dutyOf(province(), "weekly-schedule");
  const versionId = duties.find(({ state }) => state === "signed")?.versionId ?? "";
  week = { monday, id: sheet?.id ?? "", versions: 1, versionId, dutyId };
}, 240_000);

const chiefOf = (office: string) => tries(province(), office, "chief");

const itemOf = (name: string): MeetingItem => {
  const item = items.find((each) => each.name === name);
  if (!item) throw new Error(`no ${name}`);
  return item;
};

/** Every act of each office's chief on every meeting. */
function cellsOfChiefs(): MeetingCell[] {
  return [party, council, committee, stranger].flatMap((office) =>
    items.flatMap((item) => rawMeetingActs.map((act) => ({ who: chiefOf(office), item, act }))),
  );
}

function drawnCells(): MeetingCell[] {
  const draw = drawFrom(20261127);
  return Array.from({ length: drawn }, () => ({
    who: drawActor(draw, province()),
    item: draw.pick(items),
    act: draw.pick(rawMeetingActs),
  }));
}

test(`360 cells of the chiefs, ${drawn} drawn: what the code allows the database accepts, what it refuses by tenant, post, part, state or place the database refuses`, async () => {
  const { counts, allowed, differences } = await compareMeetingCells(province(), [
    ...cellsOfChiefs(),
    ...drawnCells(),
  ]);
  expect(differences).toEqual([]);
  expect([...allowed].sort()).toEqual([...rawMeetingActs].sort());
  expect(counts.allowed).toBeGreaterThan(40);
  expect(counts.role).toBeGreaterThan(3);
  expect(counts.refused).toBeGreaterThan(300);
  expect(counts.other).toBe(0);
}, 240_000);

test("filing, 100 drawn actors: from duties in force, not yet in force, and under none", async () => {
  const draw = drawFrom(11);
  const cells = Array.from({ length: 100 }, () => ({
    who: drawActor(draw, province()),
    duty: draw.pick(duties),
  }));
  const { counts, differences } = await compareFilings(province(), cells);
  expect(differences).toEqual([]);
  expect(counts.allowed).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(20);
  expect(counts.other).toBe(0);
}, 240_000);

test("publishing, 60 drawn actors", async () => {
  const draw = drawFrom(13);
  // Whoever acts in the other tenant publishes its own week of that Monday, which is another question.
  const people = Array.from({ length: 60 }, () => drawActor(draw, province())).filter(
    ({ kind }) => kind !== "other-tenant",
  );
  const { counts, differences } = await comparePublications(province(), week, people);
  expect(differences).toEqual([]);
  expect(counts.allowed).toBeGreaterThan(3);
  expect(counts.refused).toBeGreaterThan(20);
  expect(counts.other).toBe(0);
}, 240_000);

const asFindings = ({ differences }: { differences: readonly object[] }): Findings =>
  differences.map((difference) => JSON.stringify(difference));

async function accepts(
  office: string,
  ...statements: Parameters<typeof judgeByDatabase>[2]
): Promise<boolean> {
  return (await judgeByDatabase(province().pool("app"), chiefOf(office), statements)).accepted;
}

/** Promise: each office its own acts. */
async function probeWrites(): Promise<Findings> {
  const cells = [filed.name, approved.name, confirmed.name].flatMap((name) =>
    [party, council, committee].flatMap((office) =>
      (["edit", "approve", "confirm", "postpone"] as const).map((act) => ({
        who: chiefOf(office),
        item: itemOf(name),
        act,
      })),
    ),
  );
  return asFindings(await compareMeetingCells(province(), cells));
}

/** Promise: who leads is as signed, and only a party files under a duty. */
async function probeFiles(): Promise<Findings> {
  const [signedDuty] = duties;
  if (!signedDuty) throw new Error("there is a duty in force");
  const cells = [party, stranger].map((office) => ({ who: chiefOf(office), duty: signedDuty }));
  return asFindings(await compareFilings(province(), cells));
}

/** Promise: bodies and leaders are written by whose turn it is. */
async function probeBodies(): Promise<Findings> {
  const tenantId = province().phuTho.tenant.id;
  const wrong = [
    [party, "filed"],
    [council, "filed"],
    [committee, "confirmed"],
    [party, "cancelled"],
  ] as const;
  const found: string[] = [];
  for (const [office, name] of wrong) {
    if (await accepts(office, nameBody(tenantId, itemOf(name).meetingId))) found.push(`${office}: ${name}`);
  }
  return found;
}

/** Promise: what is confirmed has its places, what is over has none. */
async function probePlaces(): Promise<Findings> {
  const found: string[] = [];
  for (const [act, name] of [
    ["confirm", "approved"],
    ["postpone", "confirmed"],
  ] as const) {
    const [update] = rawMeetingAct(act, itemOf(name).meetingId, chiefOf(party));
    if (update && (await accepts(party, update))) found.push(`${name}: ${act} without its places`);
  }
  return found;
}

/** Promise: no two confirmed meetings share a place. */
async function probeOverlap(): Promise<Findings> {
  const confirming = rawMeetingAct("confirm", itemOf("displaced").meetingId, chiefOf(party));
  return (await accepts(party, ...confirming)) ? ["confirmed over what is confirmed"] : [];
}

/** Promise: only who lost a place, by its lead or its filing office, answers for it. */
async function probeAnswers(): Promise<Findings> {
  const answered = await accepts(council, [
    "update displacements set answer = 'moved', answered_at = now() where meeting_id = $1",
    [itemOf("displaced").meetingId],
  ]);
  return answered ? ["the assisting office answered"] : [];
}

async function probePublishes(): Promise<Findings> {
  const people = [party, council, committee].map(chiefOf);
  return asFindings(await comparePublications(province(), week, people));
}

/** Promise: a published sheet stays as it was, for the owner of the tables as well. */
async function probeSheetRewritten(): Promise<Findings> {
  const client = await province().pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("update week_sheet_versions set rows = '[]'");
    return ["a published sheet was changed"];
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "PH009") return [];
    throw error;
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** Promise: what is not for the common sheet is read by the offices concerned. */
async function probeReads(): Promise<Findings> {
  const found: string[] = [];
  for (const name of ["filed", "restricted"]) {
    const look = ["select 1 from meetings where id = $1", [itemOf(name).meetingId]] as const;
    if (await accepts(stranger, look)) found.push(name);
  }
  return found;
}

const constraint = `alter table resource_claims add constraint resource_claims_no_overlap exclude using gist
  (tenant_id with =, resource_id with =, during with &&) where (kind = 'confirmed')`;
const dropped = "alter table resource_claims drop constraint resource_claims_no_overlap";
const signature = `claims_against(p_resources uuid[], p_from timestamptz, p_until timestamptz, p_except uuid, p_site text,
    p_kind text, p_filed_at timestamptz)
  returns table (resource_id uuid, starts_at timestamptz, ends_at timestamptz, kind text, meeting_id uuid, near boolean,
    takeable boolean)`;
const blind = `create or replace function ${signature} language sql stable security definer
  set search_path = pg_catalog, public as $$
    select null::uuid, null::timestamptz, null::timestamptz, null::text, null::uuid, false, false where false $$`;
const sighted = "select pg_get_functiondef(oid) as before from pg_proc where proname = 'claims_against'";

const probes: Record<string, { probe: () => Promise<Findings>; faults: Record<string, Fault> }> = {
  "each office does its own acts": {
    probe: probeWrites,
    faults: { "meetings are not guarded": withoutTrigger("meetings", "guard_update") },
  },
  "who leads is as signed": {
    probe: probeFiles,
    faults: { "filing is not guarded": withoutTrigger("meetings", "guard_insert") },
  },
  "bodies are written by whose turn it is": {
    probe: probeBodies,
    faults: { "bodies are not guarded": withoutTrigger("meeting_bodies", "guard_write") },
  },
  "what is confirmed has its places": {
    probe: probePlaces,
    faults: { "places are not asked for": withoutTrigger("meetings", "claims_stand") },
  },
  "no two confirmed meetings share a place": {
    probe: probeOverlap,
    faults: {
      "neither function nor constraint sees a clash": {
        before: sighted,
        plant: `${blind}; ${dropped}`,
        mend: (definition) => `${definition}; ${constraint}`,
      },
    },
  },
  "whoever lost a place answers": {
    probe: probeAnswers,
    faults: { "answers are not guarded": withoutTrigger("displacements", "guard_update") },
  },
  "the lead of the calendar publishes": {
    probe: probePublishes,
    faults: { "publishing is not guarded": withoutTrigger("week_sheet_versions", "guard_insert") },
  },
  "a published sheet stays as it was": {
    probe: probeSheetRewritten,
    faults: { "sheets may be changed": withoutTrigger("week_sheet_versions", "frozen") },
  },
  "what is not for everybody is not read by everybody": {
    probe: probeReads,
    faults: { "every meeting is readable": withOpenPolicy("meetings", "read_by_access") },
  },
};

describe.each(Object.entries(probes))("%s", (_promise, { probe, faults }) => {
  test("in the database as it is", async () => {
    expect(await probe()).toEqual([]);
  });

  test.each(Object.entries(faults))("found when %s", async (_name, fault) => {
    expect(await sabotaged(province(), fault, probe)).not.toEqual([]);
  });

  test("and whole again afterwards", async () => {
    expect(await probe()).toEqual([]);
  });
});

test("where one of the two is lost, the other still refuses a clash", async () => {
  const withoutConstraint = { plant: dropped, mend: () => constraint };
  const withoutFunction = { before: sighted, plant: blind, mend: (definition: string) => definition };
  for (const fault of [withoutConstraint, withoutFunction]) {
    expect(await sabotaged(province(), fault, probeOverlap)).toEqual([]);
  }
});
