// npm run bench -- arrivals: a register of 20,000 letters that nothing is kept of yet waits to be compared, and meanwhile letters are
// sent on line: how long until each has its clock and is compared, and how long the register takes. BENCH_LETTERS sets another size.
import pg from "pg";
import { citizenPortal, putDraft } from "@/lib/petitions/citizen/functions";
import { tellSchema } from "@/lib/petitions/citizen/schema";
import type { Sent } from "@/lib/petitions/citizen/sent";
import { writeLetter } from "@/lib/petitions/citizen/write-letter";
import { readPetitions } from "@/lib/petitions/import/read-petitions";
import { type Query, writePetitions } from "@/lib/petitions/import/write-petitions";
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
const inFile = 500;
const everyMs = 2_000;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const head = "receivedOn,receivedBy,channel,fullName,address,phone,idNumber,subject,content,class";

function register(random: Random, count: number): Uint8Array {
  const lines = Array.from({ length: count }, () => {
    const { fullName, address, phone, idNumber, subject, content } = written(
      drawHousehold(random),
      drawMatter(random),
    );
    const who = [fullName, address, phone, idNumber];
    return ["2026-11-03", "peoples-committee", "post", ...who, subject, content, "complaint"]
      .map(cell)
      .join(",");
  });
  return new TextEncoder().encode([head, ...lines].join("\n"));
}

/** The register as it stood before letters were compared: every letter waits. */
async function bringIn(databases: Databases, owner: pg.Client): Promise<void> {
  const { seeded, large } = databases;
  const client = new pg.Client({ connectionString: large.urls["DATABASE_DIRECT_URL"] });
  await client.connect();
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  const random = randomFrom(91);
  for (let done = 0; done < size; done += inFile) {
    const file = register(random, Math.min(inFile, size - done));
    const { petitions } = await readPetitions(file, "csv", new Date());
    await query("begin");
    await query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
    const { faults } = await writePetitions(query, {
      tenantId: seeded.tenant.id,
      tenantSlug: seeded.tenant.slug,
      officeId: seeded.offices.get("VP UBND") ?? "",
      petitions,
      file,
      encryptionKey: derivedLetterKey(Buffer.from(large.secrets["PORTAL_SERVER_KEY"] ?? "", "base64")),
      now: new Date(),
    });
    if (faults.length > 0) throw new Error(faults[0]?.error);
    await query("commit");
  }
  await client.end();
  await owner.query("begin");
  await owner.query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
  await owner.query("delete from petition_sketches");
  await owner.query("delete from petition_case_matches");
  await owner.query(
    "insert into petition_sketches_due (tenant_id, petition_id) select tenant_id, id from petitions where tenant_id = $1 on conflict do nothing",
    [seeded.tenant.id],
  );
  await owner.query("commit");
  await owner.query("vacuum analyze");
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
  note(`bringing in ${size} letters`);
  await bringIn(databases, owner);
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
  const databases = await makeDatabases({ small: 0, large: 0 }, async () => {});
  try {
    await measure(databases);
  } finally {
    await databases.stop();
  }
}

await main();
