import { expect, test } from "vitest";
import { loadContent } from "@/lib/agreements/queries/load-content";
import { loadServingMap } from "@/lib/agreements/queries/load-serving-map";
import { type LeadQuestion, resolveLead } from "@/lib/agreements/resolve-lead";
import { readAs } from "@/prisma/seed/scenarios/agreements";
import { party, useProvince } from "@/tests/support/builders/province";

const province = useProvince();

/** Every body, leader's post and subject of the tenant, each alone, all together, none, and ones of another tenant. */
function questionsOf(
  bodies: readonly string[],
  posts: readonly string[],
  subjects: readonly string[],
  foreign: LeadQuestion,
): LeadQuestion[] {
  const single: LeadQuestion[] = [
    ...bodies.map((bodyId) => ({ bodyId })),
    ...posts.map((hostPostId) => ({ hostPostId })),
    ...subjects.map((subjectKey) => ({ subjectKey })),
  ];
  const together = bodies.flatMap((bodyId) =>
    posts.flatMap((hostPostId) => subjects.map((subjectKey) => ({ bodyId, hostPostId, subjectKey }))),
  );
  return [{}, foreign, { subjectKey: "weather" }, ...single, ...together];
}

test.each([
  ["Phú Thọ, three offices", "phuTho", "haGiang"],
  ["Hà Giang, two offices after a merger", "haGiang", "phuTho"],
] as const)(
  "%s: the product and the database name the same lead for every duty and question",
  async (_name, own, other) => {
    const seeded = province()[own];
    const tenantId = seeded.tenant.id;
    const neighbour = province()[other];
    const foreign = {
      bodyId: neighbour.bodies.get("TU") ?? null,
      hostPostId: [...neighbour.leaderPosts.values()][0] ?? null,
    };
    const answers = await readAs(seeded, party, async (tx) => {
      const versions = await tx.agreementVersion.findMany({ where: { tenantId }, select: { id: true } });
      const map = await loadServingMap(tx, tenantId);
      const found: {
        duty: string;
        question: LeadQuestion;
        product: string | null;
        database: string | null;
      }[] = [];
      for (const { id } of versions) {
        const { duties } = await loadContent(tx, tenantId, id);
        const subjects = new Set(
          duties.flatMap(({ leadRule }) =>
            leadRule.kind === "by-table" ? leadRule.rows.map((row) => row.subjectKey) : [],
          ),
        );
        const questions = questionsOf(
          [...seeded.bodies.values()],
          [...seeded.leaderPosts.values()],
          [...subjects],
          foreign,
        );
        const asked = duties.flatMap((duty) => questions.map((question) => ({ duty, question })));
        found.push(
          ...asked.map(({ duty, question }) => ({
            duty: duty.id,
            question,
            product: resolveLead(duty, question, map)?.leadOfficeId ?? null,
            database: null,
          })),
        );
      }
      return found;
    });
    const rows = await askDatabase(
      tenantId,
      answers.map(({ duty, question }) => ({ duty, ...question })),
    );
    expect(answers.length).toBeGreaterThan(1000);
    expect(answers.map((answer, index) => ({ ...answer, database: rows[index] ?? null }))).toEqual(
      answers.map((answer) => ({ ...answer, database: answer.product })),
    );
    // Neither side says "cannot tell" to everything.
    expect(answers.filter(({ product }) => product !== null).length).toBeGreaterThan(500);
  },
);

/** The database's answers, in the order of the questions. The function takes its tenant from the setting, too. */
async function askDatabase(
  tenantId: string,
  questions: readonly ({ duty: string } & LeadQuestion)[],
): Promise<(string | null)[]> {
  const client = await province().pool("superuser").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [tenantId]);
    const { rows } = await client.query<{ lead: string | null }>(
      `select resolve_lead($1, (q ->> 'duty')::uuid, (q ->> 'bodyId')::uuid, (q ->> 'hostPostId')::uuid,
          q ->> 'subjectKey') as lead
        from jsonb_array_elements($2::jsonb) with ordinality as asked(q, place) order by place`,
      [tenantId, JSON.stringify(questions)],
    );
    return rows.map(({ lead }) => lead);
  } finally {
    await client.query("rollback");
    client.release();
  }
}
