import { expect } from "vitest";
import { matrixCell } from "@/lib/agreements/matrix";
import { getConsolidated } from "@/lib/agreements/queries/get-consolidated";
import { loadContent } from "@/lib/agreements/queries/load-content";
import { type Day, dayAt, plusDays } from "@/lib/platform/dates/days";
import { runQuery } from "@/lib/platform/queries/run-query";
import { as } from "@/prisma/seed/caller";
import { readAs } from "@/prisma/seed/scenarios/agreements";
import { parties, signed, type VersionStage } from "@/tests/support/builders/agreement-stages";
import { amendmentOf, fromDay, giveLead, signWhole, writeArticle } from "@/tests/support/builders/amendments";
import { type Province, party, stranger } from "@/tests/support/builders/province";
import { type Draw, drawFrom } from "@/tests/support/differential/draw";
import { type GoldenChain, type GoldenText, goldenOn } from "./golden-text";

/** The text a chain begins with, read once from what was signed. */
async function firstText(
  province: Province,
  version: VersionStage,
): Promise<GoldenText & { free: string[] }> {
  const { phuTho } = province;
  const content = await readAs(phuTho, party, (tx) => loadContent(tx, phuTho.tenant.id, version.versionId));
  const idOf = (code: string) => phuTho.offices.get(code) ?? "";
  return {
    articles: Object.fromEntries(
      content.articles.map(({ articleKey, heading, clauses }) => [
        articleKey,
        { heading, clauses: [...clauses] },
      ]),
    ),
    matrix: Object.fromEntries(
      content.duties.map((duty) => [
        duty.dutyKey,
        Object.fromEntries(parties.map((code) => [code, matrixCell(duty, idOf(code))])),
      ]),
    ),
    free: content.duties.flatMap(({ dutyKey, fixedByLaw, leadRule }) =>
      fixedByLaw || leadRule.kind === "by-table" ? [] : [dutyKey],
    ),
  };
}

/** One random change, made both in the golden text and by the acts people do. */
async function change(
  province: Province,
  version: VersionStage,
  text: GoldenText,
  { draw, free, mark, sure }: { draw: Draw; free: readonly string[]; mark: string; sure: boolean },
): Promise<void> {
  if (!sure && draw.below(3) === 0) {
    const dutyKey = draw.pick(free);
    const lead = draw.pick(parties);
    const others = ["PH", "B", ""] as const;
    const cells: GoldenText["matrix"][string] = Object.fromEntries(
      parties.map((code) => [code, code === lead ? "CT" : draw.pick(others)]),
    );
    text.matrix[dutyKey] = cells;
    await giveLead(province, version, dutyKey, cells);
    return;
  }
  const articleKey = draw.pick(Object.keys(text.articles));
  const article = text.articles[articleKey];
  if (!article) throw new Error("no such article");
  const place = draw.below(article.clauses.length + 1);
  if (draw.below(6) === 0) article.heading = `${article.heading} (${mark})`;
  if (place === article.clauses.length) article.clauses.push(`Khoản thêm ${mark}.`);
  else if (!sure && draw.below(4) === 0) article.clauses[place] = "(bỏ)";
  else article.clauses[place] = `${article.clauses[place] ?? ""} Sửa ${mark}.`;
  await writeArticle(province, version, articleKey, article);
}

async function shownOn(
  province: Province,
  { agreementId }: VersionStage,
  day: Day,
  office: string = party,
): Promise<GoldenText | null> {
  const caller = as(province.phuTho, office, "chief");
  const answer = await runQuery(getConsolidated, caller, { agreementId, on: day });
  const text = answer?.view.text;
  if (!text) return null;
  const codes = answer.view.parties.map((one) => one.office.code);
  return {
    articles: Object.fromEntries(
      text.chapters.flatMap((chapter) =>
        chapter.articles.map(({ articleKey, heading, clauses }) => [
          articleKey,
          { heading, clauses: [...clauses] },
        ]),
      ),
    ),
    matrix: Object.fromEntries(
      text.matrix.flatMap((area) =>
        area.duties.map(({ dutyKey, cells }) => [
          dutyKey,
          Object.fromEntries(codes.map((code, index) => [code, cells[index] ?? ""])),
        ]),
      ),
    ),
  };
}

/** Which office the database itself names as the lead of every duty with a fixed lead on that day. */
async function leadsByDatabase(
  province: Province,
  { agreementId }: VersionStage,
  day: Day,
): Promise<Record<string, string>> {
  const { tenant } = province.phuTho;
  const client = await province.pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenant.id]);
    const { rows } = await client.query<{ key: string; code: string }>(
      `select d.duty_key as key, o.code from coordination_duties d
        join offices o on o.tenant_id = d.tenant_id and o.id = resolve_lead(d.tenant_id, d.id, null, null, null)
        where d.tenant_id = $1 and d.version_id = version_on($1, $2, $3::date)`,
      [tenant.id, agreementId, day],
    );
    return Object.fromEntries(rows.map(({ key, code }) => [key, code]));
  } finally {
    await client.query("rollback");
    client.release();
  }
}

function leadsOf({ matrix }: GoldenText): Record<string, string> {
  return Object.fromEntries(
    Object.entries(matrix).flatMap(([key, cells]) => {
      const lead = Object.entries(cells).find(([, cell]) => cell === "CT")?.[0];
      return lead ? [[key, lead]] : [];
    }),
  );
}

/**
 * Signs an agreement and `length` amendments one upon the other, each from the day of the one before or later, and holds the
 * consolidated text and matrix of every day on which something changes, of the days around it, and of what the database
 * resolves, against a text the test keeps by itself.
 */
export async function playChain(province: Province, seed: number, length: number): Promise<void> {
  const draw = drawFrom(seed);
  const first = await signed(province);
  const { free, ...start } = await firstText(province, first);
  const today = dayAt(new Date());
  const golden: GoldenChain = [{ from: today, text: structuredClone(start) }];
  let newest = first;
  let day = today;
  const text = structuredClone(start);
  for (let step = 1; step <= length; step += 1) {
    const version = await amendmentOf(province, newest);
    const changes = 1 + draw.below(3);
    for (let n = 1; n <= changes; n += 1) {
      await change(province, version, text, {
        draw,
        free,
        mark: `${seed}.${step}.${n}`,
        sure: n === 1,
      });
    }
    day = plusDays(day, draw.below(5) === 0 && step > 1 ? 0 : 1 + draw.below(40));
    await fromDay(province, version, day);
    await signWhole(province, version);
    golden.push({ from: day, text: structuredClone(text) });
    newest = version;
  }
  const days = new Set(golden.flatMap(({ from }) => [plusDays(from, -1), from, plusDays(from, 1)]));
  for (const one of [...days, plusDays(day, 4_000)]) {
    const expected = goldenOn(golden, one);
    expect(await shownOn(province, first, one), `seed ${seed}, ${one}`).toEqual(expected);
    if (expected) {
      expect(await leadsByDatabase(province, first, one), `seed ${seed}, leads on ${one}`).toEqual(
        leadsOf(expected),
      );
    }
  }
  // Whoever is party to nothing reads the same once all is signed.
  expect(await shownOn(province, first, day, stranger)).toEqual(goldenOn(golden, day));
}
