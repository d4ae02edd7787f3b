// npm run bench -- signing: signed files judged, an agreement of 60 articles read and two versions of it compared, and 34 provinces
// signing at once. BENCH_TIMES and BENCH_TENANTS make it smaller.
import { X509Certificate } from "node:crypto";
import { getAgreementPage } from "@/lib/agreements/queries/get-agreement-page";
import { getComparison } from "@/lib/agreements/queries/get-comparison";
import { checkOffline } from "@/lib/agreements/signing/check-offline";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as, postOf } from "@/prisma/seed/caller";
import { readAs } from "@/prisma/seed/scenarios/agreements";
import { generateClient, isClientFresh } from "@/scripts/lib/generated-client.mjs";
import { buildPortal, isBuildFresh } from "@/scripts/lib/production-build.mjs";
import goals from "./goals.json";
import { type Databases, makeDatabases } from "./lib/databases";
import { makeLongAgreement } from "./lib/long-agreement";
import { createManyTenants } from "./lib/many-tenants";
import { note, percentile, print, resultOf } from "./lib/result";
import { signEverywhere } from "./lib/sign-at-once";
import { signIn } from "./lib/visitor";
import { startWebServer } from "./lib/web-server";

const goal = goals.signing;
const times = Number(process.env["BENCH_TIMES"] ?? 200);
const warmUp = 40;
const provinces = Number(process.env["BENCH_TENANTS"] ?? 34);
const articles = 60;
const office = "VPTU";

function spread(milliseconds: readonly number[]) {
  return { p50_ms: percentile(milliseconds, 0.5), p95_ms: percentile(milliseconds, 0.95) };
}

async function measure(name: string, bound: number, work: () => Promise<unknown>): Promise<void> {
  const durations: number[] = [];
  for (let turn = -warmUp; turn < times; turn += 1) {
    const began = performance.now();
    await work();
    if (turn >= 0) durations.push(performance.now() - began);
  }
  print(resultOf(name, durations.length, spread(durations), bound));
}

/** The demonstration's agreement in force: three chiefs signed it, then the clerks of three offices. */
async function verification({ seeded }: Databases): Promise<void> {
  const tenantId = seeded.tenant.id;
  const authorities = await readAs(seeded, office, (tx) =>
    tx.certificateAuthority.findMany({ where: { tenantId }, select: { certificateDer: true } }),
  );
  const roots = authorities.map(({ certificateDer }) => new X509Certificate(certificateDer));
  for (const count of [3, 6]) {
    const { bytes } = await readAs(seeded, office, (tx) =>
      tx.issuedDocument.findFirstOrThrow({
        where: { tenantId, seq: count },
        orderBy: { createdAt: "asc" },
        select: { bytes: true },
      }),
    );
    const judge = () => {
      const { ok, signatures } = checkOffline(bytes, { roots, now: new Date() });
      if (!ok || signatures.length !== count) throw new Error(`not ${count} valid signatures`);
      return Promise.resolve();
    };
    const size = Math.round(bytes.length / 1_024);
    await measure(`a file of ${count} signatures judged (${size} kB)`, goal.verify, judge);
  }
}

async function reading({ seeded }: Databases, agreementId: string): Promise<void> {
  const reader = as(seeded, office, "specialist");
  const read = async (versionNumber: number) => {
    const found = await runQuery(getAgreementPage, reader, { agreementId, versionNumber });
    const shown = found?.view.chapters.flatMap((chapter) => chapter.articles).length;
    if (shown !== articles) throw new Error(`${shown} articles were read`);
  };
  const compare = async () => {
    const found = await runQuery(getComparison, reader, { agreementId, from: 1, to: 2 });
    if (!found?.view.compared) throw new Error("nothing was compared");
  };
  await measure(`reading ${articles} articles, signed, by the query`, goal.page, () => read(1));
  await measure(`reading ${articles} articles, under negotiation, by the query`, goal.page, () => read(2));
  await measure(`two versions of ${articles} articles compared, by the query`, goal.compare, compare);
}

async function overHttp({ seeded, large, password }: Databases, agreementId: string): Promise<void> {
  const server = await startWebServer(large);
  try {
    const visitor = await signIn(server.base, postOf(seeded, office, "specialist").email, password);
    const page = `/${seeded.tenant.slug}/agreements/${agreementId}`;
    await measure(`page of ${articles} articles, under negotiation, over HTTP`, goal.page, () =>
      visitor.fetch(page),
    );
    await measure(`page that compares ${articles} articles, over HTTP`, goal.compare, () =>
      visitor.fetch(`${page}/compare?from=1&to=2`),
    );
    visitor.close();
  } finally {
    await server.stop();
  }
}

/** Who signs while 33 other provinces do waits for the processor, but no signature may cost more of it than when each signs alone. */
async function everywhere(databases: Databases): Promise<void> {
  note(`making ${provinces} provinces`);
  const tenants = await createManyTenants(databases, provinces);
  await signEverywhere(tenants.slice(0, 4), databases.password, 0, "at once");
  const alone = await signEverywhere(tenants, databases.password, 1, "one by one");
  const together = await signEverywhere(tenants, databases.password, 2, "at once");
  for (const [how, { milliseconds, perSecond }] of [
    ["one province after another", alone],
    [`${provinces} provinces at once`, together],
  ] as const) {
    const bound = how === "one province after another" ? goal.sign : goal.signAtOnce;
    print(resultOf(`sign, ${how}`, milliseconds.length, { ...spread(milliseconds), rps: perSecond }, bound));
  }
  const ratio = alone.perSecond / together.perSecond;
  const title = `sign, time a signature, ${provinces} at once / one after another`;
  print(resultOf(title, together.milliseconds.length, { ratio }, 1));
}

async function main(): Promise<void> {
  if (!isClientFresh()) await generateClient();
  note("making the data");
  const databases = await makeDatabases({ small: 0, large: 0 }, () => Promise.resolve());
  try {
    await verification(databases);
    const agreementId = await makeLongAgreement(databases.seeded, databases.password, articles);
    await reading(databases, agreementId);
    if (!isBuildFresh()) {
      note("building");
      await buildPortal();
    }
    await overHttp(databases, agreementId);
    await everywhere(databases);
  } finally {
    await databases.stop();
  }
}

await main();
