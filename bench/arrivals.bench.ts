// npm run bench -- arrivals: a register of 20,000 letters that nothing is kept of yet waits to be compared, and meanwhile letters are
// sent on line: how long until each has its clock and is compared, and how long the register takes. BENCH_LETTERS sets another size.
import pg from "pg";
import { citizenPortal, putDraft } from "@/lib/petitions/citizen/functions";
import { tellSchema } from "@/lib/petitions/citizen/schema";
import type { Sent } from "@/lib/petitions/citizen/sent";
import { writeLetter } from "@/lib/petitions/citizen/write-letter";
import { newKey, seal } from "@/lib/petitions/identity/letter-key";
import { unwrapTenantKey } from "@/lib/petitions/identity/tenant-key";
import { sameLetterJobs } from "@/lib/petitions/same-letter/jobs";
import { derivedLetterKey } from "@/lib/platform/derived-letter-key";
import { newId } from "@/lib/platform/ids";
import { runWorker } from "@/lib/platform/outbox/run-worker";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { drawHousehold, drawMatter, written } from "@/tests/support/same-letter/letters";
import goals from "./goals.json";
import { type Databases, makeDatabases } from "./lib/databases";
import { type Random, randomFrom } from "./lib/random";
import { note, percentile, print, resultOf } from "./lib/result";

const size = Number(process.env["BENCH_LETTERS"] ?? 20_000);
const inPart = 1_000;
const everyMs = 2_000;

type Letter = { id: string; code: string; wrapped: string; person: string } & ReturnType<typeof written>;

/** The register as it stood before letters were compared: every letter waits, each of another household and matter. */
async function bringIn(superuserUrl: string, tenantId: string, count: number): Promise<void> {
  if (count === 0) return;
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ id: string; wrapped: Buffer; body: string; office: string }>(
    `select k.id, k.wrapped, b.id as body, o.id as office from tenant_keys k
      join bodies b on b.tenant_id = k.tenant_id and b.code = 'UBND'
      join offices o on o.tenant_id = k.tenant_id and o.code = 'VP UBND'
      where k.tenant_id = $1 and k.purpose = 'letters'`,
    [tenantId],
  );
  const [stored] = rows;
  if (!stored) throw new Error("the province is not seeded");
  const serverKey = Buffer.from(process.env["PORTAL_SERVER_KEY"] ?? "", "base64");
  const wrapping = unwrapTenantKey(tenantId, stored, derivedLetterKey(serverKey));
  const random = randomFrom(91);
  const letterOf = (n: number): Letter => {
    const id = newId();
    const wrapped = seal(wrapping.key, newKey(), { purpose: "letter-key", tenantId, id });
    const told = written(drawHousehold(random), drawMatter(random));
    return { id, code: `CU-${n}`, wrapped: Buffer.from(wrapped).toString("hex"), person: newId(), ...told };
  };
  const of = `jsonb_to_recordset($2::jsonb) as l (id uuid, code text, wrapped text, person uuid, "fullName" text, address text,
    phone text, "idNumber" text, subject text, content text)`;
  for (let done = 0; done < count; done += inPart) {
    const letters = Array.from({ length: Math.min(inPart, count - done) }, (_, n) => letterOf(done + n));
    const values = [tenantId, JSON.stringify(letters)];
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(
      `insert into petitions (tenant_id, id, code, kind, receiving_body_id, receiving_office_id, filing_office_id, lead_office_id, origin,
          channel, received_on, class, denounces, identity, subject, content, state, created_at, changed_at)
        select $1, l.id, l.code, 'letter', $3::uuid, $4::uuid, $4::uuid, $4::uuid, 'import', 'post', date '2026-11-03', 'complaint', 'no', 'plain',
          l.subject, l.content, 'classified', now(), now() from ${of}`,
      [...values, stored.body, stored.office],
    );
    await client.query(
      `insert into petition_people (tenant_id, id, petition_id, identity, ordinal, full_name, address, phone, id_number)
        select $1, l.person, l.id, 'plain', 1, l."fullName", l.address, l.phone, l."idNumber" from ${of}`,
      values,
    );
    await client.query(
      `insert into petition_keys (tenant_id, petition_id, tenant_key_id, wrapped, created_at)
        select $1, l.id, $3::uuid, decode(l.wrapped, 'hex'), now() from ${of}`,
      [...values, stored.id],
    );
    await client.query(
      `insert into petition_sketches_due (tenant_id, petition_id) select $1, l.id from ${of}`,
      values,
    );
    await client.query("commit");
  }
  await client.query("vacuum analyze");
  await client.end();
}

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

type Arrived = { clockMs: number; comparedMs: number };

/** A letter as a citizen sends it, past the pages; how long after it was sent it has its clock, and is compared. */
async function sendOne({ seeded }: Databases, owner: pg.Client, random: Random): Promise<Arrived> {
  const { slug } = seeded.tenant;
  const portal = await citizenPortal(slug);
  if (!portal) throw new Error("no such province");
  const draft = { id: newId(), token: newId() };
  await putDraft(slug, draft.id, new Uint8Array([1]));
  const { fullName, address, phone, subject, content } = written(drawHousehold(random), drawMatter(random));
  const letter = tellSchema.parse({
    bodyId: seeded.bodies.get("UBND"),
    fullName,
    address,
    phone,
    subject,
    content,
  });
  const sent: Sent = {
    tenant: slug,
    portal,
    values: {},
    legacy: [],
    form: { fields: {}, files: [] } as never,
  };
  const { answer } = await writeLetter(sent, letter, draft, []);
  const began = performance.now();
  if (!answer || !("code" in answer)) throw new Error("not sent");
  const arrived: Partial<Arrived> = {};
  while (arrived.clockMs === undefined || arrived.comparedMs === undefined) {
    const { rows } = await owner.query<{ clock: boolean; compared: boolean }>(
      `select exists (select 1 from petition_clocks c where c.petition_id = p.id) as clock,
          exists (select 1 from petition_sketches s where s.petition_id = p.id) as compared
        from petitions p where p.code = $1`,
      [answer.code],
    );
    const ms = performance.now() - began;
    if (rows[0]?.clock) arrived.clockMs ??= ms;
    if (rows[0]?.compared) arrived.comparedMs ??= ms;
    await pause(10);
  }
  return { clockMs: arrived.clockMs, comparedMs: arrived.comparedMs };
}

async function measure(databases: Databases): Promise<void> {
  const owner = new pg.Client({ connectionString: databases.large.urls["DATABASE_OWNER_URL"] });
  await owner.connect();
  const left = async () =>
    Number((await owner.query("select count(*) from petition_sketches_due where not online")).rows[0].count);
  const random = randomFrom(92);
  const arrived: Arrived[] = [];
  const began = performance.now();
  const worker = await runWorker(sameLetterJobs);
  while ((await left()) > 0) {
    arrived.push(await sendOne(databases, owner, random));
    if (arrived.length % 10 === 0) note(`${await left()} left`);
    await pause(everyMs);
  }
  const ms = performance.now() - began;
  await worker.stop();
  await owner.end();
  const figures = (of: number[]) => ({ p50_ms: percentile(of, 0.5), p95_ms: percentile(of, 0.95) });
  const beside = `while ${size.toLocaleString("en")} letters wait`;
  const goal = goals.arrivals;
  print(
    resultOf(
      `clock of a letter sent on line ${beside}`,
      arrived.length,
      figures(arrived.map(({ clockMs }) => clockMs)),
      goal.clock,
    ),
  );
  print(
    resultOf(
      `the same compared ${beside}`,
      arrived.length,
      figures(arrived.map(({ comparedMs }) => comparedMs)),
      goal.compared,
    ),
  );
  print(
    resultOf(
      `the register of ${size.toLocaleString("en")} letters compared`,
      size,
      { p50_ms: ms, p95_ms: ms, rps: size / (ms / 1_000) },
      goal.register,
    ),
  );
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  note("making the data");
  const databases = await makeDatabases({ small: 0, large: size }, bringIn);
  try {
    await measure(databases);
  } finally {
    await databases.stop();
  }
}

await main();
