import { createFeed } from "@/lib/meetings/commands/create-feed";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import type { Databases } from "./databases";
import { feedRoom } from "./fill-meetings";
import type { Side } from "./measure-calendar";
import { startWebServer, type WebServer } from "./web-server";

/** Asks for a calendar as one file, which has to hold the thousand events. */
export async function readCalendar(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ ms: number; text: string }> {
  const began = performance.now();
  const response = await fetch(address, { headers });
  const text = await response.text();
  const ms = performance.now() - began;
  const events = text.split("BEGIN:VEVENT").length - 1;
  if (events !== feedRoom.meetings)
    throw new Error(`${new URL(address).host} answered ${response.status}, ${events} events`);
  return { ms, text };
}

/** A feed of a thousand meetings over HTTP, as a calendar elsewhere asks for it: no session, everything each time. */
export class FeedReader {
  private constructor(
    private readonly server: WebServer,
    private readonly path: string,
  ) {}

  static async open(
    side: Side,
    seeded: Databases["seeded"],
    setting: Databases["large"],
  ): Promise<FeedReader> {
    side.use();
    const { token } = await executeCommand(createFeed, as(seeded, "VPTU", "chief"), {
      resourceId: feedRoom.id,
    });
    const server = await startWebServer(setting);
    return new FeedReader(server, `/${seeded.tenant.slug}/calendar/feed/${token}.ics`);
  }

  async read(): Promise<number> {
    return (await readCalendar(this.server.base + this.path)).ms;
  }

  async text(): Promise<string> {
    return (await readCalendar(this.server.base + this.path)).text;
  }

  close(): Promise<unknown> {
    return this.server.stop();
  }
}
