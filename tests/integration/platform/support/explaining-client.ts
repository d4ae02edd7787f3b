import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { oneAtATime } from "@/lib/platform/db/one-at-a-time";

/** One step of a plan, as EXPLAIN (FORMAT JSON) writes it. */
export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: PlanNode[];
};

export type Explained = { sql: string; plan: PlanNode };

type Statement = { text: string; values?: unknown[] };

function isStatement(value: unknown): value is Statement {
  return typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
}

function isRead(text: string): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/set_config\(/.test(text);
}

/**
 * A Prisma client that has every read it sends explained first: on the same connection, in the same transaction, with
 * the same values and settings, by the same role.
 */
export function explainingClient(url: string): {
  client: PrismaClient;
  take: () => Explained[];
  close: () => Promise<void>;
} {
  const explained: Explained[] = [];
  class Explaining extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      const send = this.query.bind(this);
      const explainFirst = async (statement: Statement, given: unknown[]): Promise<unknown> => {
        const { rows } = await send<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
          `explain (analyze, timing off, format json) ${statement.text}`,
          statement.values ?? [],
        );
        const plan = rows[0]?.["QUERY PLAN"][0].Plan;
        if (plan) explained.push({ sql: statement.text, plan });
        return Reflect.apply(send, undefined, given);
      };
      // pg's query has a dozen signatures; the adapter calls it with one object that carries text and values.
      const query = (...given: unknown[]): unknown =>
        isStatement(given[0]) && isRead(given[0].text)
          ? explainFirst(given[0], given)
          : Reflect.apply(send, undefined, given);
      Object.defineProperty(this, "query", { value: query });
    }
  }
  const pool = new pg.Pool({ connectionString: url, max: 2, Client: Explaining });
  // A dropped database ends idle connections, which is no fault of a test.
  pool.on("error", () => undefined);
  const client = new PrismaClient({ adapter: oneAtATime(new PrismaPg(pool)) });
  return {
    client,
    take: () => explained.splice(0),
    close: async () => {
      await client.$disconnect();
      await pool.end();
    },
  };
}

/** Every step of a plan, those of sub-plans too. */
export function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}
