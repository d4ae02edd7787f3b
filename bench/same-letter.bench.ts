// npm run bench -- same-letter: which office has this letter, at 10,000 letters of one province and at the country's 326,400; and a
// register of 1,000 letters brought in. BENCH_LETTERS sets another size of the largest province.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { readPetitions } from "@/lib/petitions/import/read-petitions";
import { type Query, writePetitions } from "@/lib/petitions/import/write-petitions";
import { askedLetterSchema, askSameLetter } from "@/lib/petitions/same-letter/ask";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { derivedLetterKey } from "@/lib/platform/derived-letter-key";
import { as } from "@/prisma/seed/caller";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { drawHousehold, drawMatter, type Written, written } from "@/tests/support/same-letter/letters";
import goals from "./goals.json";
import { type Databases, makeDatabases, type Setting } from "./lib/databases";
import { fillWithSketches } from "./lib/fill-sketches";
import { randomFrom } from "./lib/random";
import { note, percentile, print, resultOf } from "./lib/result";

const goal = goals.sameLetter;
const letters = { small: 10_000, large: Number(process.env["BENCH_LETTERS"] ?? 60_000) };
const warmUp = 20;
const times = 300;
const brought = 1_000;

function clientOf(setting: Setting): PrismaClient {
  const connectionString = setting.urls["DATABASE_URL"] ?? "";
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 2 }) });
}

/** Half of what is asked is there, as the models of the register were drawn from the same beginning. */
function asked(): Written[] {
  const [known, fresh] = [randomFrom(77), randomFrom(78)];
  return Array.from({ length: warmUp + times }, (_, n) => {
    const [household, matter] = [drawHousehold(known), drawMatter(known)];
    return n % 2 === 0 ? written(household, matter) : written(drawHousehold(fresh), drawMatter(fresh));
  });
}

async function answers({ seeded, small, large }: Databases): Promise<void> {
  const clients = [clientOf(small), clientOf(large)] as const;
  const questions = asked().map((letter) => askedLetterSchema.parse(letter));
  const durations: [number[], number[]] = [[], []];
  // One after the other, each by another person: nobody may ask so often.
  const offices = ["VPTU", "VP UBND", "VP ĐĐBQH&HĐND"] as const;
  for (const [turn, question] of questions.entries()) {
    for (const [index, client] of clients.entries()) {
      const kept = globalThis as typeof globalThis & { portalClients?: { app?: unknown } };
      kept.portalClients = { ...kept.portalClients, app: client };
      const office = offices[turn % offices.length] ?? "VPTU";
      if (turn % 20 === 0) await forgetLookUps([small, large][index] ?? small);
      const began = performance.now();
      const answer = await askSameLetter(as(seeded, office, "specialist"), question);
      const ms = performance.now() - began;
      if ("againAt" in answer) throw new Error("asked too often");
      if (turn >= warmUp) durations[index as 0 | 1].push(ms);
    }
  }
  for (const [index, size] of [letters.small, letters.large].entries()) {
    const of = durations[index as 0 | 1];
    const figures = { p50_ms: percentile(of, 0.5), p95_ms: percentile(of, 0.95) };
    print(resultOf(`same letter, ${size.toLocaleString("en")} letters`, of.length, figures, goal.answer));
  }
  const ratio = percentile(durations[1], 0.5) / percentile(durations[0], 0.5);
  print(resultOf("same letter, larger / 10,000 letters, p50", times, { ratio }, goal.growth));
  for (const client of clients) await client.$disconnect();
}

async function forgetLookUps(setting: Setting): Promise<void> {
  const client = new pg.Client({ connectionString: setting.urls["DATABASE_OWNER_URL"] });
  await client.connect();
  await client.query("update look_ups set at = at - interval '2 days' where source = 'typing'");
  await client.end();
}

function registerOf(count: number): Uint8Array {
  const random = randomFrom(79);
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from({ length: count }, () => {
    const letter = written(drawHousehold(random), drawMatter(random));
    const { fullName, address, phone, idNumber, subject, content } = letter;
    const cells = [
      "2026-11-03",
      "peoples-committee",
      "post",
      fullName,
      address,
      phone,
      idNumber,
      subject,
      content,
      "complaint",
    ];
    return cells.map(cell).join(",");
  });
  const head = "receivedOn,receivedBy,channel,fullName,address,phone,idNumber,subject,content,class";
  return new TextEncoder().encode([head, ...lines].join("\n"));
}

async function bringing(setting: Setting, { seeded }: Databases, size: number): Promise<void> {
  const file = registerOf(brought);
  const client = new pg.Client({ connectionString: setting.urls["DATABASE_DIRECT_URL"] });
  await client.connect();
  const query: Query = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  try {
    const began = performance.now();
    const read = await readPetitions(file, "csv", new Date());
    await query("begin");
    await query("select set_config('app.tenant_id', $1, true)", [seeded.tenant.id]);
    await writePetitions(query, {
      tenantId: seeded.tenant.id,
      tenantSlug: seeded.tenant.slug,
      officeId: seeded.offices.get("VP UBND") ?? "",
      petitions: read.petitions,
      file,
      encryptionKey: derivedLetterKey(Buffer.from(setting.secrets["PORTAL_SERVER_KEY"] ?? "", "base64")),
      now: new Date(),
    });
    await query("commit");
    const ms = performance.now() - began;
    print(
      resultOf(
        `register of 1,000 letters brought in, ${size.toLocaleString("en")} letters`,
        1,
        { p50_ms: ms, p95_ms: ms },
        goal.import,
      ),
    );
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  note("making the data");
  const databases = await makeDatabases(letters, fillWithSketches);
  try {
    await answers(databases);
    await bringing(databases.small, databases, letters.small);
    await bringing(databases.large, databases, letters.large);
  } finally {
    await databases.stop();
  }
}

await main();
