import "server-only";
import { headers } from "next/headers";

/** The whole address of a feed, under the name by which the portal was asked. */
export async function feedAddress(tenant: string, token: string): Promise<string> {
  const asked = await headers();
  const first = (name: string) => asked.get(name)?.split(",")[0]?.trim();
  const host = first("x-forwarded-host") ?? first("host") ?? "";
  const scheme = first("x-forwarded-proto") ?? "http";
  return `${scheme}://${host}/${tenant}/calendar/feed/${token}.ics`;
}
