import pg from "pg";
import { keyedLetter, packSketch } from "@/lib/petitions/same-letter/sketch";
import { drawHousehold, drawMatter, written } from "@/tests/support/same-letter/letters";
import { fillPetitions } from "./fill-petitions";
import { randomFrom } from "./random";

/** So many letters are drawn as people write them; each stands for many in the register. */
const drawn = 600;

/**
 * Gives every letter of a filled register its keyed numbers. A letter has those of a drawn one, half its marks as they are, so that
 * each is shared by as many letters as the register has for one drawn, and half its own, as other words would make them.
 */
export async function fillWithSketches(superuserUrl: string, tenantId: string, count: number): Promise<void> {
  await fillPetitions(superuserUrl, tenantId, count);
  const random = randomFrom(77);
  // Any key: what is measured is how letters are found, not what their numbers say.
  const key = Buffer.alloc(32, 7);
  const models = Array.from({ length: drawn }, (_, n) => {
    const { sketch, petitionerMarks, matterMarks } = keyedLetter(
      written(drawHousehold(random), drawMatter(random)),
      key,
    );
    const packed = packSketch(sketch);
    return {
      n,
      petitioner: packed.petitioner.toString("hex"),
      matter: packed.matter.toString("hex"),
      by: petitionerMarks.map(String),
      of: matterMarks.map(String),
    };
  });
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    await client.query(
      `create temporary table models on commit drop as
        select n, decode(petitioner, 'hex') as petitioner, decode(matter, 'hex') as matter, "by"::bigint[] as petitioner_marks, "of"::bigint[] as matter_marks
        from jsonb_to_recordset($1::jsonb) as m (n integer, petitioner text, matter text, "by" text[], "of" text[])`,
      [JSON.stringify(models)],
    );
    await client.query(
      `insert into petition_sketches (tenant_id, petition_id, identity, petitioner, matter, petitioner_marks, matter_marks)
        select p.tenant_id, p.id, p.identity, case when p.identity = 'plain' then m.petitioner end, m.matter,
          case when p.identity = 'plain' then (select array_agg(case when k % 4 = 0 then mark else own.base + k end)
            from unnest(m.petitioner_marks) with ordinality marks (mark, k)) else '{}' end,
          (select array_agg(case when k % 2 = 0 then mark else own.base - k end) from unnest(m.matter_marks) with ordinality marks (mark, k))
        from petitions p
        cross join lateral (select ('x' || substr(md5(p.id::text), 1, 15))::bit(60)::bigint as base) own
        join models m on m.n = own.base % ${drawn}
        on conflict do nothing`,
    );
    await client.query(
      `insert into petition_marks (tenant_id, mark, unread, petition_id)
        select tenant_id, mark, false, petition_id from petition_sketches, unnest(petitioner_marks || matter_marks) mark
        on conflict do nothing`,
    );
    await client.query("commit");
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
