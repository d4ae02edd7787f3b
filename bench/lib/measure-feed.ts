import { createFeed } from "@/lib/meetings/commands/create-feed";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import type { Databases } from "./databases";
import { feedRoom } from "./fill-meetings";
import type { Side } from "./measure-calendar";
import { startWebServer, type WebServer } from "./web-server";

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
    const began = performance.now();
    const response = await fetch(this.server.base + this.path);
    const text = await response.text();
    const ms = performance.now() - began;
    const events = text.split("BEGIN:VEVENT").length - 1;
    if (events !== feedRoom.meetings)
      throw new Error(`the feed answered ${response.status}, ${events} events`);
    return ms;
  }

  /** Answers a second while `together` readers ask one after another. */
  async perSecond(count: number, together: number): Promise<number> {
    const began = performance.now();
    let left = count;
    await Promise.all(
      Array.from({ length: together }, async () => {
        while (left-- > 0) await this.read();
      }),
    );
    return count / ((performance.now() - began) / 1_000);
  }

  close(): Promise<unknown> {
    return this.server.stop();
  }
}
