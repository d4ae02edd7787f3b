import pg from "pg";
import type { Role } from "@/lib/platform/policy/rule-table";
import { postOf } from "@/prisma/seed/caller";
import { committee, council, type Province, party, stranger } from "@/tests/support/builders/province";
import { officeId } from "@/tests/support/builders/task-stages";
import type { Tries } from "./actors";
import { judgeByDatabase, type Statement } from "./judge-by-database";
import { rawAgreementAct } from "./raw-agreement-acts";
import { compareTaskCells, type TaskItem } from "./task-cells";
import type { VersionItem } from "./version-item";

/** Each probe goes round the code and answers what it found wrong: nothing, in a healthy database. */
export type Findings = readonly string[];

export function tries({ phuTho }: Province, office: string, role: Role): Tries {
  const post = postOf(phuTho, office, role);
  return { kind: "own", tenant: phuTho.tenant, post, ...post };
}

/** The ways to change one word of what is signed, each by itself. */
function changes(item: VersionItem): readonly (readonly [string, Statement])[] {
  const { versionId } = item;
  return [
    [
      "article",
      ["update agreement_articles set heading = heading || '.' where version_id = $1", [versionId]],
    ],
    ["area", ["update coordination_areas set title = title || '.' where version_id = $1", [versionId]]],
    ["duty", ["update coordination_duties set text = text || '.' where version_id = $1", [versionId]]],
    [
      "working rules",
      ["update coordination_duties set opinion_days = opinion_days + 1 where version_id = $1", [versionId]],
    ],
    ["lead row", ["update duty_lead_rows set label = label || '.' where version_id = $1", [versionId]]],
    ["office of a duty", ["delete from duty_offices where version_id = $1", [versionId]]],
    [
      "term",
      [
        "update agreement_versions set planned_from = '2030-01-01', revision = revision + 1 where id = $1",
        [versionId],
      ],
    ],
  ];
}

/** Promise: a change of any part of the text clears every consent. Wants a version all have consented to. */
export async function probeConsentsCleared(province: Province, item: VersionItem): Promise<Findings> {
  const found: string[] = [];
  const who = tries(province, committee, "specialist");
  const left: Statement = [
    // Answers no row, and so a refusal, where consents are gone: accepted means that some are left.
    "select 1 from consents where version_id = $1",
    [item.versionId],
  ];
  for (const [what, change] of changes(item)) {
    const changed = await judgeByDatabase(province.pool("app"), who, [change]);
    if (!changed.accepted) found.push(`${what}: not changed at all: ${changed.because}`);
    const after = await judgeByDatabase(province.pool("app"), who, [change, left]);
    if (after.accepted) found.push(`${what}: consents are left`);
  }
  return found;
}

/** Promise: nothing of the text changes after the round opened. Wants a version in a round. */
export async function probeEditAfterFreeze(province: Province, item: VersionItem): Promise<Findings> {
  const found: string[] = [];
  for (const office of [party, council])
    for (const [what, change] of changes(item)) {
      const verdict = await judgeByDatabase(province.pool("app"), tries(province, office, "chief"), [change]);
      if (verdict.accepted) found.push(`${office}: ${what} changed`);
    }
  return found;
}

/** Promise: only the holder of the named post signs, for the own party. Wants a version in a round. */
export async function probeStrangerSigns(province: Province, item: VersionItem): Promise<Findings> {
  const councils = item.parties.find((candidate) => candidate.officeId === officeId(province, council));
  if (!councils) throw new Error("the council's office is a party");
  const forCouncil = { ...item, parties: [councils] };
  const people: readonly (readonly [string, Role])[] = [
    [council, "deputy-chief"],
    [council, "specialist"],
    [party, "chief"],
    [stranger, "chief"],
  ];
  const found: string[] = [];
  for (const [office, role] of people) {
    // Of a party's statements only file and signature: whether it were the last is not asked here.
    const [file, signature] = rawAgreementAct("sign", forCouncil, tries(province, office, role));
    if (!file || !signature) throw new Error("signing writes a file and a signature");
    const verdict = await judgeByDatabase(province.pool("app"), tries(province, office, role), [
      file,
      signature,
    ]);
    if (verdict.accepted) found.push(`${office} ${role} signed for ${council}`);
  }
  return found;
}

/** Promise: nobody signs before the own turn. Wants a version in a round in groups, the committee's office first. */
export async function probeOutOfTurn(province: Province, item: VersionItem): Promise<Findings> {
  const found: string[] = [];
  for (const office of [party, council]) {
    const who = tries(province, office, "chief");
    const verdict = await judgeByDatabase(province.pool("app"), who, rawAgreementAct("sign", item, who));
    if (verdict.accepted) found.push(`${office} signed before its turn`);
  }
  return found;
}

/** Promise: the lead closes and describes, nobody else; held against the command's own answer. */
export async function probeAssistCloses(province: Province, item: TaskItem): Promise<Findings> {
  const about = officeId(province, council);
  const cells = [party, council, committee].flatMap((office) =>
    (["close", "describe"] as const).map((act) => ({
      who: tries(province, office, "chief"),
      item,
      act,
      about,
    })),
  );
  const { differences } = await compareTaskCells(province, cells);
  return differences.map((difference) => JSON.stringify(difference));
}

/** Promise: who holds no post in the acting office today acts for nobody. */
export async function probePostNotHeld(
  province: Province,
  task: TaskItem,
  version: VersionItem,
): Promise<Findings> {
  const person = tries(province, council, "chief");
  const pretender: Tries = {
    ...person,
    kind: "post-not-held",
    post: postOf(province.phuTho, party, "chief"),
  };
  const { differences } = await compareTaskCells(
    province,
    (["describe", "close"] as const).map((act) => ({
      who: pretender,
      item: task,
      act,
      about: person.post.officeId,
    })),
  );
  const edited = await judgeByDatabase(
    province.pool("app"),
    pretender,
    rawAgreementAct("editArticle", version, pretender),
  );
  return [
    ...differences.map((difference) => JSON.stringify(difference)),
    ...(edited.accepted ? ["edited an article for an office that is not the person's"] : []),
  ];
}

/** Promise: an office without part reads no task, and no agreement before it is signed. */
export async function probeStrangerReads(province: Province): Promise<Findings> {
  const who = tries(province, stranger, "chief");
  const looks: readonly Statement[] = [
    ["select 1 from tasks", []],
    ["select 1 from task_assists", []],
    ["select 1 from agreement_versions where state <> 'signed'", []],
    [
      "select 1 from consents c where not exists (select 1 from agreement_versions v where v.id = c.version_id)",
      [],
    ],
    ["select 1 from audit_events where subject_kind = 'task'", []],
  ];
  const found: string[] = [];
  for (const look of looks) {
    if ((await judgeByDatabase(province.pool("app"), who, [look])).accepted) found.push(look[0]);
  }
  return found;
}

/** Promise: a file goes on with the bytes of the one before. Wants a version in a round. */
export async function probeFileReplaced(province: Province, item: VersionItem): Promise<Findings> {
  const who = tries(province, council, "chief");
  const { round } = item;
  if (!round) throw new Error("the version has no round");
  const other = { ...item, round: { ...round, bytes: Buffer.alloc(round.bytes.length, 32) } };
  const verdict = await judgeByDatabase(province.pool("app"), who, rawAgreementAct("sign", other, who));
  return verdict.accepted ? ["another file was signed than the one issued"] : [];
}

/** Promise: what happened is not taken back, not even by the owner of the tables. */
export async function probeHistoryRewritten(province: Province): Promise<Findings> {
  const found: string[] = [];
  for (const sql of [
    "update audit_events set payload = '{}'",
    "delete from audit_events",
    "delete from signatures",
    "update issued_documents set bytes = '', sha256 = encode(sha256(''), 'hex')",
  ]) {
    const client = await province.pool("owner").connect();
    try {
      await client.query("begin");
      await client.query(sql);
      found.push(sql);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      // PH009 is our own trigger's; anything else would hide that the trigger is gone.
      if (error.code !== "PH009") found.push(`${sql}: ${error.message}`);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }
  return found;
}
