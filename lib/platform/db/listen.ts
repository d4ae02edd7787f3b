import "server-only";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { channel } from "@/lib/platform/live/channel";
import { log } from "@/lib/platform/log";

const pauseMs = 2_000;

export type Listening = { isListening: () => boolean };

/**
 * Hears of changes over one connection of its own, made again whenever it is lost. PgBouncer in transaction mode passes no
 * notification on: there DATABASE_LISTEN_URL leads past it, and without it pages ask every 30 seconds.
 */
export function listen(told: { onReady: () => void; onChange: (tenantId: string) => void }): Listening {
  let listening = false;
  const name = { connectionTimeoutMillis: 5_000, keepAlive: true, application_name: "portal-live" };
  /** Until the connection is lost. */
  async function hear(): Promise<void> {
    const { DATABASE_LISTEN_URL, DATABASE_URL } = env();
    const client = new pg.Client({ ...name, connectionString: DATABASE_LISTEN_URL ?? DATABASE_URL });
    const lost = new Promise<void>((resolve, reject) => {
      client.once("error", reject);
      client.once("end", resolve);
    });
    client.on("notification", ({ payload }) => {
      if (payload) told.onChange(payload);
    });
    try {
      await Promise.race([client.connect(), lost]);
      await Promise.race([client.query(`listen ${channel}`), lost]);
      listening = true;
      told.onReady();
      await lost;
    } finally {
      listening = false;
      // A second fault of a connection that is given up is no news.
      client.on("error", () => undefined);
      await client.end();
    }
  }
  async function hearForEver(): Promise<void> {
    for (;;) {
      try {
        await hear();
      } catch (error) {
        log.warn({ code: error instanceof Error ? error.name : "unknown" }, "live");
      }
      await setTimeout(pauseMs, undefined, { ref: false });
    }
  }
  void hearForEver();
  return { isListening: () => listening };
}
