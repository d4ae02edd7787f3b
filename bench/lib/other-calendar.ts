import { readCalendar } from "./measure-feed";

/**
 * Another calendar server beside ours, with the same thousand events: BENCH_BESIDE holds addresses of empty calendars,
 * separated by spaces, each with a person who may write there (http://person:password@host:port/path/).
 */
export class OtherCalendar {
  private constructor(
    readonly name: string,
    private readonly address: string,
    private readonly headers: Record<string, string>,
  ) {}

  /** Brings the events of our feed there, as a whole calendar (RFC 4791, 5.3.2, as Radicale and DAViCal widen it). */
  static async fill(address: string, feed: string): Promise<OtherCalendar> {
    const url = new URL(address);
    const authorization = `Basic ${Buffer.from(`${url.username}:${url.password}`).toString("base64")}`;
    const plain = new URL(url.pathname, url.origin).href;
    const response = await fetch(plain, {
      method: "PUT",
      headers: { authorization, "content-type": "text/calendar; charset=utf-8" },
      body: feed,
    });
    if (!response.ok) throw new Error(`${url.host} answered ${response.status} to the calendar`);
    return new OtherCalendar(url.host, plain, { authorization });
  }

  async read(): Promise<number> {
    return (await readCalendar(this.address, this.headers)).ms;
  }
}

export function otherAddresses(): string[] {
  return (process.env["BENCH_BESIDE"] ?? "").split(" ").filter(Boolean);
}
