import { expect } from "vitest";
import { getConsolidated } from "@/lib/agreements/queries/get-consolidated";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { drafted, expectLastFileSound, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { daysGoBy } from "@/tests/support/builders/days";
import { inDays } from "@/tests/support/builders/endings";
import { committee, council, type Province, party, stranger } from "@/tests/support/builders/province";
import { answerOf } from "@/tests/support/command-outcomes";
import { actInDatabase, headingOf, movedDuty, officeCode } from "./act-in-database";
import { afterMove, type Life, type LifeOffice, type LifeVersion, newLife, placeInForceOn } from "./model";
import { moveOf, type Step } from "./moves";

type Kept = {
  state: string;
  amends: number | null;
  consents: string[];
  signatures: string[];
  organisations: string[];
  number: number | null;
  /** Of the text that stands, days apart: the same text has another on another day. */
  hash: string;
  lead: string | null;
  heading: string;
  /** Days from today. */
  from: number | null;
  until: number | null;
  plannedFrom: number | null;
  plannedUntil: number | null;
};

/** What the database says of every version, in the words of the model. */
async function kept({ phuTho, rows }: Province, { agreementId }: VersionStage): Promise<Kept[]> {
  const codes = (table: string) =>
    `coalesce((select array_agg(o.code order by o.ordinal) from ${table} s
      join agreement_parties p on p.id = s.party_id join offices o on o.id = p.office_id
      where s.version_id = v.id), '{}')`;
  return rows<Kept>(
    `with tenant as materialized (select set_config('app.tenant_id', $2, true))
    select v.state, (select b.number - 1 from agreement_versions b where b.id = v.amends_id) as amends,
      ${codes("consents")} as consents, ${codes("signatures")} as signatures,
      ${codes("organisation_signatures")} as organisations,
      (select r.number from signing_rounds r where r.version_id = v.id) as number,
      version_content_hash(v.tenant_id, v.id) as hash,
      (select o.code from coordination_duties d join offices o on o.id = d.lead_office_id
        where d.version_id = v.id and d.duty_key = '${movedDuty}') as lead,
      (select heading from agreement_articles a where a.version_id = v.id and a.article_key = 'scope') as heading,
      v.effective_from - portal_today() as "from", v.effective_until - portal_today() as until,
      v.planned_from - portal_today() as "plannedFrom", v.planned_until - portal_today() as "plannedUntil"
    from tenant, agreement_versions v where v.agreement_id = $1 order by v.number`,
    [agreementId, phuTho.tenant.id],
  );
}

const order = [party, council, committee, stranger];

function codesOf(offices: readonly LifeOffice[]): string[] {
  return offices.map((office) => officeCode[office]).sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

function modelled(
  life: Life,
  version: LifeVersion,
  heading: string,
): Omit<Kept, "hash" | "number"> & { open: boolean } {
  const fromToday = (day: number | null | undefined) => (day == null ? null : day - life.today);
  const { state, amends, text, inForce } = version;
  return {
    state,
    amends,
    consents: codesOf(version.consents),
    signatures: codesOf(version.signatures),
    organisations: codesOf(version.organisations),
    open: version.number !== null,
    lead: officeCode[text.lead],
    heading: text.words === 0 ? heading : headingOf(text.words),
    from: fromToday(inForce?.from),
    until: fromToday(inForce?.until),
    plannedFrom: fromToday(text.from),
    plannedUntil: fromToday(text.until),
  };
}

function expectAsModelled(life: Life, found: readonly Kept[], heading: string): void {
  expect(found.map(({ number, ...rest }) => ({ ...rest, open: number !== null }))).toEqual(
    life.versions.map((version, index) => ({
      ...modelled(life, version, heading),
      hash: found[index]?.hash,
    })),
  );
}

/** The fingerprint of a text is another where the text is, and only there; a number given stays. */
function expectSameText(previous: Life, before: readonly Kept[], life: Life, after: readonly Kept[]): void {
  before.forEach((old, index) => {
    const [was, is] = [previous.versions[index]?.text, life.versions[index]?.text];
    const changed = JSON.stringify(was) !== JSON.stringify(is);
    if (previous.today === life.today)
      expect(after[index]?.hash !== old.hash, "the text changed").toBe(changed);
    if (old.number !== null) expect(after[index]?.number).toBe(old.number);
  });
}

/** Which text decides around each day on which something begins or ends: by the model, by the database, and as people read it. */
async function expectConsolidated(province: Province, version: VersionStage, life: Life, heading: string) {
  const edges = life.versions.flatMap(({ inForce }) =>
    inForce ? [inForce.from, inForce.until ?? inForce.from] : [],
  );
  const days = new Set([life.today, ...edges.flatMap((day) => [day - 1, day])]);
  for (const day of days) {
    const place = placeInForceOn(life, day);
    const text = place === null ? undefined : life.versions[place]?.text;
    const on = inDays(day - life.today);
    const answer = await runQuery(getConsolidated, as(province.phuTho, party, "chief"), { ...version, on });
    const shown = answer?.view.text;
    const scope = shown?.chapters
      .flatMap(({ articles }) => articles)
      .find(({ articleKey }) => articleKey === "scope");
    const cells = shown?.matrix
      .flatMap(({ duties }) => duties)
      .find(({ dutyKey }) => dutyKey === movedDuty)?.cells;
    const lead = answer?.view.parties[cells?.indexOf("CT") ?? -1]?.office.code;
    expect(shown ? { heading: scope?.heading, lead } : null, `on day ${day}`).toEqual(
      text
        ? { heading: text.words === 0 ? heading : headingOf(text.words), lead: officeCode[text.lead] }
        : null,
    );
  }
}

/** Lead and rules of the task made last. */
async function expectTask({ rows }: Province, taskId: string | null, { task }: Life): Promise<void> {
  if (taskId === null) return expect(task).toBeNull();
  const [row] = await rows(
    `select o.code as lead, v.number - 1 as under from tasks t join offices o on o.id = t.lead_office_id
      join agreement_versions v on v.id = t.version_id where t.id = $1`,
    [taskId],
  );
  expect(row).toEqual({ lead: task && officeCode[task.lead], under: task?.under });
}

/** Plays one life with real people, real files and real signatures, holding every row against the model. */
export async function playInDatabase(province: Province, steps: readonly Step[]): Promise<Life> {
  const first = await drafted(province);
  const versions = [first];
  const numbers: number[] = [];
  let taskId: string | null = null;
  let life = newLife;
  let seen = await kept(province, first);
  const heading = seen[0]?.heading ?? "";
  for (const [tick, step] of steps.entries()) {
    const move = moveOf(step, life);
    const expected = afterMove(life, move);
    if (move.act === "wait") await daysGoBy(province, first.agreementId, move.days);
    else {
      const target = move.onOlder ? versions.at(-2) : versions.at(-1);
      if (!target) continue;
      const attempted = await actInDatabase(province, { ...target, taskId, edits: life.edits, tick }, move);
      const answer = answerOf(attempted);
      expect(answer === "done", `${JSON.stringify(move)}: ${JSON.stringify(answer)}`).toBe(expected !== null);
      if (answer !== "done") expect(answer, "a fault, not an answer").not.toHaveProperty("fault");
      const made: Partial<Record<"taskId" | "versionId" | "agreementId", string>> =
        "result" in attempted ? attempted.result : {};
      if (move.act === "createTask") taskId = made.taskId ?? taskId;
      if (move.act === "revise" || move.act === "amend" || move.act === "renew")
        if (made.versionId) versions.push({ ...first, versionId: made.versionId });
    }
    const next = expected ?? life;
    const found = await kept(province, first);
    expectAsModelled(next, found, heading);
    expectSameText(life, seen, next, found);
    await expectTask(province, taskId, next);
    const number = found.at(-1)?.number;
    if (move.act === "openRound" && expected && number != null) {
      for (const earlier of numbers) expect(number).toBeGreaterThan(earlier);
      numbers.push(number);
    }
    [life, seen] = [next, found];
  }
  await expectConsolidated(province, first, life, heading);
  for (const [index, version] of versions.entries()) {
    if (life.versions[index]?.state === "signed") await expectLastFileSound(province, version);
  }
  return life;
}
