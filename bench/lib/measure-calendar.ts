import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { getWeek, type WeekInput } from "@/lib/meetings/queries/get-week";
import { dayAt, plusDays } from "@/lib/platform/dates/days";
import { instantOf } from "@/lib/platform/dates/times";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { oneAtATime } from "@/lib/platform/db/one-at-a-time";
import { runQuery } from "@/lib/platform/queries/run-query";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { postOf } from "@/prisma/seed/caller";
import type { Databases, Setting } from "./databases";
import { type Random, randomFrom } from "./random";

/** Connections of one size's database: as portal_app by plain pg, and the product's own client. */
export class Side {
  readonly #pool: pg.Pool;
  readonly #client: PrismaClient;
  readonly #random: Random;

  constructor(
    setting: Setting,
    private readonly seeded: Databases["seeded"],
    seed: number,
  ) {
    const connectionString = setting.urls["DATABASE_URL"] ?? "";
    this.#pool = new pg.Pool({ connectionString, max: 1 });
    this.#client = new PrismaClient({ adapter: oneAtATime(new PrismaPg({ connectionString, max: 1 })) });
    // The same for both sizes: both are asked the same questions in the same order.
    this.#random = randomFrom(seed);
  }

  #draw(kind: "leader" | "room", count: number, most: number): { kind: string; number: number }[] {
    const numbers = new Set<number>();
    while (numbers.size < count) numbers.add(this.#random.integer(1, most));
    return [...numbers].map((number) => ({ kind, number }));
  }

  /** One statement in a transaction of its own, as an office's clerk; only the statement is timed. */
  async #timed(sql: string, values: unknown[]): Promise<{ ms: number; rows: number }> {
    const { accountId, officeId } = postOf(this.seeded, "VP UBND", "specialist");
    const client = await this.#pool.connect();
    try {
      await client.query("begin read only");
      await client.query(
        "select set_config('app.tenant_id', $1, true), set_config('app.account_id', $2, true), set_config('app.office_id', $3, true)",
        [this.seeded.tenant.id, accountId, officeId],
      );
      const began = performance.now();
      const { rows } = await client.query(sql, values);
      const ms = performance.now() - began;
      await client.query("commit");
      return { ms, rows: rows.length };
    } finally {
      client.release();
    }
  }

  #someday(): string {
    return plusDays(dayAt(new Date()), this.#random.integer(1, 27));
  }

  /** What stands against a meeting of four leaders in one room. */
  async clash(): Promise<number> {
    const day = this.#someday();
    const taken = [...this.#draw("leader", 4, 200), ...this.#draw("room", 1, 50)];
    const { ms } = await this.#timed(
      `select * from clashes(array(select md5(kind || number)::uuid from jsonb_to_recordset($1) t (kind text, number text)), $2, $3,
        null, 'Trụ sở 1', 'working-session', now())`,
      [JSON.stringify(taken), instantOf(day, "08:00"), instantOf(day, "10:00")],
    );
    return ms;
  }

  /** Ten free times of an hour and a half for twenty leaders in the next four weeks. */
  async freeSlots(): Promise<number> {
    const { ms } = await this.#timed(
      `select * from free_slots(array(select md5(kind || number)::uuid from jsonb_to_recordset($1) t (kind text, number text)), now(),
        28, 90, null, 10)`,
      [JSON.stringify(this.#draw("leader", 20, 200))],
    );
    return ms;
  }

  /** The product works on this side from now on. */
  use(): void {
    const kept = globalThis as typeof globalThis & { portalClients?: { app?: unknown } };
    if (!kept.portalClients) throw new Error("the product keeps its clients elsewhere");
    // The product's module holds this very object: another in its place would never be asked.
    kept.portalClients.app = this.#client;
  }

  async week(caller: Caller, input: WeekInput): Promise<number> {
    this.use();
    const began = performance.now();
    const found = await runQuery(getWeek, caller, input);
    const ms = performance.now() - began;
    if (!found || found.view.lines.length < 100) throw new Error("the week is not as busy as it was made");
    return ms;
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await this.#client.$disconnect();
  }
}
