import { afterAll, beforeAll, expect } from "vitest";
import { disconnect } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/ids";
import { closeQueue } from "@/lib/platform/outbox/queue";
import type { Role } from "@/lib/platform/policy/rule-table";
import type { SeededPost } from "@/prisma/seed/create-tenant";
import { type SeededDatabase, seededDatabase } from "@/tests/support/seeded";

export const [party, council, committee] = ["VPTU", "VP ĐĐBQH&HĐND", "VP UBND"] as const;
/** An office of Phú Thọ that is party to nothing and has no part in any task. */
export const stranger = "VP MTTQ";

export type Province = SeededDatabase & {
  /** Asks as one who sees everything; for looking at what a command left behind. */
  rows: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;
};

async function addStranger(database: SeededDatabase): Promise<SeededPost[]> {
  const { tenant } = database.phuTho;
  const owner = database.pool("owner");
  const officeId = newId();
  await owner.query(
    `insert into offices (tenant_id, id, code, name, symbol, tint, ordinal)
      values ($1, $2, $3, 'Văn phòng Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'VPMTTQ', 4, 4)`,
    [tenant.id, officeId, stranger],
  );
  const staff: readonly (readonly [Role, string])[] = [
    ["chief", "Lưu Thị Thảo"],
    ["specialist", "Khổng Văn Thành"],
  ];
  const posts: SeededPost[] = [];
  for (const [role, name] of staff) {
    const post = {
      postId: newId(),
      officeId,
      officeCode: stranger,
      role,
      title: `${role} ${stranger}`,
      name,
    };
    const person = { personId: newId(), accountId: newId(), email: `${role}@mttq.phu-tho.example` };
    await owner.query("insert into accounts (id, email, name, password_hash) values ($1, $2, $3, '-')", [
      person.accountId,
      person.email,
      name,
    ]);
    await owner.query("insert into people (tenant_id, id, account_id, full_name) values ($1, $2, $3, $4)", [
      tenant.id,
      person.personId,
      person.accountId,
      name,
    ]);
    await owner.query(
      "insert into posts (tenant_id, id, office_id, role, title) values ($1, $2, $3, $4, $5)",
      [tenant.id, post.postId, officeId, role, post.title],
    );
    await owner.query(
      `insert into post_holdings (tenant_id, id, post_id, person_id, from_date)
        values ($1, $2, $3, $4, '2026-01-01')`,
      [tenant.id, newId(), post.postId, person.personId],
    );
    posts.push({ ...post, ...person });
  }
  return posts;
}

/** The demonstration with a fourth office in Phú Thọ that is party to nothing. */
export async function openProvince(): Promise<Province> {
  const database = await seededDatabase();
  const posts = [...database.phuTho.posts, ...(await addStranger(database))];
  return {
    ...database,
    phuTho: { ...database.phuTho, posts },
    rows: async <Row>(sql: string, values: unknown[] = []) =>
      (await database.pool("superuser").query(sql, values)).rows as Row[],
  };
}

/** Ends the product's connections and the database. Throws when PostgreSQL had to break a deadlock in between. */
export async function closeProvince(province: Province): Promise<void> {
  await closeQueue();
  await disconnect();
  // The product maps 40P01 to "busy"; PostgreSQL's own count cannot be mistaken. Ended sessions have handed theirs in.
  const [counted] = await province.rows<{ deadlocks: number }>(
    "select deadlocks::integer from pg_stat_database where datname = current_database()",
  );
  await province.close();
  expect(counted, "deadlocks in this file").toEqual({ deadlocks: 0 });
}

/** One province for the whole test file. */
export function useProvince(): () => Province {
  let province: Province | undefined;
  beforeAll(async () => {
    province = await openProvince();
  });
  afterAll(async () => {
    if (province) await closeProvince(province);
  });
  return () => {
    if (!province) throw new Error("the province is open only while tests run");
    return province;
  };
}
