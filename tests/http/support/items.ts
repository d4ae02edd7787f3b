import { randomUUID } from "node:crypto";
import { postOf } from "@/prisma/seed/caller";
import { addStrangers, type Strangers } from "@/tests/integration/platform/support/strangers";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";
import { type Person, type Portal, startPortal } from "./portal";

/** Ids that stand in addresses and forms: of things that are there for their own people only. */
export type Ids = {
  slug: string;
  task: string;
  draft: string;
  draftVersion: string;
  agreed: string;
  /** A remark on a clause of `agreed`. */
  point: string;
  waiting: string;
  waitingVersion: string;
  declined: string;
  declinedVersion: string;
  article: string;
  duty: string;
  signature: string;
  document: string;
  office: string;
  certificate: string;
  /** Of the insider's office, standing. */
  delegation: string;
  /** A meeting that is for its own office only. */
  meeting: string;
  programme: string;
  item: string;
  /** A letter that is for its own office only. */
  petition: string;
  /** The case that letter is in. */
  case: string;
  /** A scan of that letter. */
  scan: string;
  /** A visit that was refused, of the same office. */
  refusedVisit: string;
  /** What the office of that letter handed over. */
  handover: string;
  paperLetter: string;
  paper: string;
  /** The Monday of a published week. */
  monday: string;
  notice: string;
  mail: string;
  feed: string;
  file: string;
  /** The filing of `meeting`, which its own person may take back. */
  undo: string;
};

export type Scene = {
  database: SeededDatabase;
  portal: Portal;
  strangers: Strangers;
  real: Ids;
  /** As many ids of nothing, in a tenant that is there. */
  never: Ids;
  people: {
    insider: Person;
    /** Of the same office: reads what only an inspector reads. */
    inspector: Person;
    /** Chief of an office of the same province that has no part in anything of `real`. */
    withoutPart: Person;
    /** Chief in another province. */
    otherTenant: Person;
  };
  close: () => Promise<void>;
};

async function realIds(database: SeededDatabase, strangers: Strangers): Promise<Ids> {
  const { tenant, offices } = strangers.phuTho;
  const one = async (sql: string): Promise<string> => {
    const { rows } = await database.pool("owner").query<{ id: string }>(sql, [tenant.id]);
    if (!rows[0]) throw new Error(`nothing is found by ${sql}`);
    return rows[0].id;
  };
  const version = (state: string, column: "id" | "agreement_id") =>
    one(`select ${column} as id from agreement_versions where tenant_id = $1 and state = '${state}'`);
  return {
    slug: tenant.slug,
    task: strangers.taskWithoutCouncil,
    file: strangers.fileWithoutCouncil,
    draft: strangers.draft.agreementId,
    draftVersion: strangers.draft.versionId,
    agreed: strangers.agreed.agreementId,
    point: await one(
      `select id from clause_points where tenant_id = $1 and version_id = '${strangers.agreed.versionId}'`,
    ),
    waiting: await version("awaiting-signatures", "agreement_id"),
    waitingVersion: await version("awaiting-signatures", "id"),
    declined: await version("declined", "agreement_id"),
    declinedVersion: await version("declined", "id"),
    article: await one(
      `select article_key as id from agreement_articles where tenant_id = $1 and version_id = '${strangers.draft.versionId}'
        order by ordinal limit 1`,
    ),
    duty: await one(
      `select id from coordination_duties where tenant_id = $1 and version_id = '${strangers.draft.versionId}'
        order by ordinal limit 1`,
    ),
    signature: await one(
      `select s.id from signatures s join signing_rounds r on r.id = s.round_id where s.tenant_id = $1 and r.state = 'open'`,
    ),
    document: await one(
      `select d.id from issued_documents d join signing_rounds r on r.id = d.round_id
        where d.tenant_id = $1 and r.state = 'open' and d.seq = 0`,
    ),
    delegation: await one(
      `select id from signing_delegations where tenant_id = $1 and office_id = '${offices.get("VPTU")}'`,
    ),
    feed: await one("select id from calendar_feeds where tenant_id = $1"),
    undo: await one(
      `select act_id as id from meeting_undos where tenant_id = $1 and meeting_id = '${strangers.restrictedMeeting}'`,
    ),
    office: offices.get("VP UBND") ?? "",
    meeting: strangers.restrictedMeeting,
    programme: strangers.programmeDraft,
    item: await one(
      `select id from programme_items where tenant_id = $1 and programme_id = '${strangers.programmeDraft}'`,
    ),
    petition: strangers.partyLetter,
    case: await one(
      `select case_id as id from petition_case_members where tenant_id = $1 and petition_id = '${strangers.partyLetter}'`,
    ),
    scan: strangers.partyScan,
    refusedVisit: strangers.refusedVisit,
    handover: await one(
      `select h.id from national_handovers h join petitions p on p.tenant_id = h.tenant_id and p.lead_office_id = h.office_id
        where h.tenant_id = $1 and p.id = '${strangers.partyLetter}'`,
    ),
    paperLetter: strangers.paper.petitionId,
    paper: strangers.paper.paperId,
    monday: await one(
      "select to_char(monday, 'YYYY-MM-DD') as id from week_sheets where tenant_id = $1 order by monday desc limit 1",
    ),
    notice: await one("select id from notices where tenant_id = $1 order by created_at, id limit 1"),
    mail: await one("select id from mails where tenant_id = $1 and state = 'failed'"),
    certificate: strangers.phuTho.certificates.get(postOf(strangers.phuTho, "VPTU", "chief").personId) ?? "",
  };
}

function neverIds(real: Ids): Ids {
  return {
    ...real,
    task: randomUUID(),
    draft: randomUUID(),
    delegation: randomUUID(),
    draftVersion: randomUUID(),
    agreed: randomUUID(),
    point: randomUUID(),
    waiting: randomUUID(),
    waitingVersion: randomUUID(),
    declined: randomUUID(),
    declinedVersion: randomUUID(),
    duty: randomUUID(),
    signature: randomUUID(),
    document: randomUUID(),
    meeting: randomUUID(),
    programme: randomUUID(),
    item: randomUUID(),
    petition: randomUUID(),
    case: randomUUID(),
    scan: randomUUID(),
    refusedVisit: randomUUID(),
    handover: randomUUID(),
    paperLetter: randomUUID(),
    paper: randomUUID(),
    notice: randomUUID(),
    mail: randomUUID(),
    feed: randomUUID(),
    file: randomUUID(),
    undo: randomUUID(),
  };
}

/** A seeded database with things to hide, the production build on it, and people who may and may not see them. */
export async function openScene(): Promise<Scene> {
  const database = await seededDatabase();
  const strangers = await addStrangers(database);
  const real = await realIds(database, strangers);
  const portal = await startPortal(database);
  return {
    database,
    portal,
    strangers,
    real,
    never: neverIds(real),
    people: {
      insider: await portal.signedIn(postOf(strangers.phuTho, "VPTU", "chief")),
      inspector: await portal.signedIn(postOf(strangers.phuTho, "VPTU", "inspector")),
      withoutPart: await portal.signedIn(strangers.fourth),
      otherTenant: await portal.signedIn(postOf(database.haGiang, "VPTU", "chief")),
    },
    close: async () => {
      await portal.stop();
      await database.close();
    },
  };
}

/** The body of an answer with what must differ blanked: the ids that were asked for and the nonce of this answer. */
export async function comparable(response: Response, ids: Ids): Promise<string> {
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  const named = Object.entries(ids).filter(([name]) => name !== "article");
  return [...named, ["nonce", nonce ?? "no nonce"]].reduce(
    (text, [name, value]) => text.replaceAll(value ?? "", `<${name}>`),
    await response.text(),
  );
}
