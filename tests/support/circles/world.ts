import { newId } from "@/lib/platform/ids";
import { postOf } from "@/prisma/seed/caller";
import type { Province } from "@/tests/support/builders/province";
import { committee } from "@/tests/support/builders/province";
import { type Expected, expectedOf } from "./oracle";
import { drawRoutes, type Route } from "./routes";

type LetterRow = { id: string; receiving: string; lead: string; state: string };
type SlipRow = { id: string; petition: string; from: string; to: string; state: string };
type JoinRow = { id: string; petition: string; other: string; undone: boolean };
export type Laid = { route: Route; ids: readonly string[]; expected: readonly (readonly Expected[])[] };

/** The rows a route leaves behind, as the commands would write them. */
function rowsOf(route: Route, offices: readonly string[]) {
  const letters: LetterRow[] = [];
  const slips: SlipRow[] = [];
  const joins: JoinRow[] = [];
  const office = (n: number) => offices[n] as string;
  for (const step of route) {
    if (step.act === "take") {
      letters.push({
        id: newId(),
        receiving: office(step.receiving),
        lead: office(step.lead),
        state: "classified",
      });
      continue;
    }
    const letter = letters[step.letter] as LetterRow;
    const slip = slips.findLast(({ petition, state }) => petition === letter.id && state !== "taken-back");
    if (step.act === "join") {
      joins.push({
        id: newId(),
        petition: letter.id,
        other: letters[step.first]?.id as string,
        undone: false,
      });
    } else if (step.act === "undo") {
      const join = joins.findLast(({ petition, undone }) => petition === letter.id && !undone);
      if (join) join.undone = true;
    } else if (step.act === "forward") {
      slips.push({ id: newId(), petition: letter.id, from: letter.lead, to: office(step.to), state: "sent" });
      letter.state = "forwarded";
    } else if (slip && step.act === "acknowledge") {
      slip.state = "acknowledged";
      letter.lead = slip.to;
      letter.state = "classified";
    } else if (slip && step.act === "sendBack") slip.state = "sent-back";
    else if (slip && step.act === "takeBack") {
      slip.state = "taken-back";
      letter.state = "classified";
    } else if (slip && step.act === "answer") slip.state = "answered";
  }
  return { letters, slips, joins };
}

/** Lays routes down in the register with triggers off: what is asked of them is how the database sees circles. */
export async function layRoutes(province: Province, seed: number, count: number): Promise<Laid[]> {
  const { tenant, bodies, offices: byCode } = province.phuTho;
  const offices = [...byCode.values()];
  const { accountId } = postOf(province.phuTho, committee, "chief");
  const laid: Laid[] = [];
  const letters: LetterRow[] = [];
  const slips: SlipRow[] = [];
  const joins: JoinRow[] = [];
  for (const route of drawRoutes(seed, count, offices.length)) {
    const rows = rowsOf(route, offices);
    letters.push(...rows.letters);
    slips.push(...rows.slips);
    joins.push(...rows.joins);
    const expected = expectedOf(route, rows.letters.length, offices.length);
    laid.push({ route, ids: rows.letters.map(({ id }) => id), expected });
  }
  const client = await province.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    const put = (sql: string, rows: readonly unknown[], ...more: unknown[]) =>
      client.query(sql, [tenant.id, accountId, JSON.stringify(rows), ...more]);
    await put(
      `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, filing_account_id,
          lead_office_id, lead_why, channel, received_on, class, denounces, identity, subject, content, state, created_at, changed_at)
        select $1, r.id, 'R-' || r.id, 'letter', $4, r.receiving, r.receiving, $2, r.lead,
          case when r.lead = r.receiving then 'receiving' else 'forwarded' end, 'post', current_date, 'feedback', 'no', 'plain', 'x', '',
          r.state, now(), now()
        from jsonb_to_recordset($3) r (id uuid, receiving uuid, lead uuid, state text)`,
      letters,
      bodies.get("UBND"),
    );
    await put(
      `insert into petition_forwards (tenant_id, id, petition_id, from_office_id, to_office_id, reason, document_number, sent_on, state,
          back_reason, result, account_id, created_at, answered_at)
        select $1, r.id, r.petition, r."from", r."to", 'x', '1', current_date, r.state, 'x', 'x', $2, now(),
          case when r.state <> 'sent' then now() end
        from jsonb_to_recordset($3) r (id uuid, petition uuid, "from" uuid, "to" uuid, state text)`,
      slips,
    );
    await put(
      `insert into petition_joins (tenant_id, id, petition_id, other_id, kind, office_id, account_id, at, undone_at, undone_by)
        select $1, r.id, r.petition, r.other, 'joined', p.lead_office_id, $2, now(), case when r.undone then now() end,
          case when r.undone then $2::uuid end
        from jsonb_to_recordset($3) r (id uuid, petition uuid, other uuid, undone boolean)
        join petitions p on p.tenant_id = $1 and p.id = r.petition`,
      joins,
    );
    await client.query("commit");
    await client.query("analyze petitions, petition_forwards, petition_joins");
  } finally {
    client.release();
  }
  return laid;
}

type Seen = { petition: string; office: string; sent: number; back: number };
export type Judged = {
  questions: number;
  warnings: number;
  missed: string[];
  falseWarnings: string[];
  miscounted: string[];
};

/** Asks the database about every letter of the routes and every office, and holds the answers against the oracle. */
export async function judgeRoutes(province: Province, laid: readonly Laid[]): Promise<Judged> {
  const offices = [...province.phuTho.offices.values()];
  const client = await province.pool("superuser").connect();
  const seen = new Map<string, Seen>();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [province.phuTho.tenant.id]);
    const { rows } = await client.query<Seen>(
      `select asked.id as petition, s.office_id as office, count(*) filter (where s.what = 'sent')::int as sent,
          count(*) filter (where s.what in ('back', 'passed'))::int as back
        from unnest($1::uuid[]) asked (id) cross join lateral stations_of(asked.id) s group by 1, 2`,
      [laid.flatMap(({ ids }) => ids)],
    );
    for (const row of rows) seen.set(`${row.petition} ${row.office}`, row);
  } finally {
    await client.query("rollback");
    client.release();
  }
  const judged: Judged = { questions: 0, warnings: 0, missed: [], falseWarnings: [], miscounted: [] };
  for (const { route, ids, expected } of laid) {
    ids.forEach((id, letter) => {
      offices.forEach((office, n) => {
        const says = seen.get(`${id} ${office}`);
        const ought = expected[letter]?.[n] as Expected;
        const what = JSON.stringify({ route, letter, office: n, ought, says: says ?? null });
        judged.questions += 1;
        if (says) judged.warnings += 1;
        if (ought.was && !says) judged.missed.push(what);
        if (!ought.was && says) judged.falseWarnings.push(what);
        if (says && (says.sent !== ought.sent || says.back !== ought.back)) judged.miscounted.push(what);
      });
    });
  }
  return judged;
}
