import "server-only";
import { cookies, headers } from "next/headers";
import { openValue, sealValue } from "@/lib/platform/sealed-value";

/** What the browser of a party outside holds sealed: which link it opened, what was done or typed a moment ago. In seconds. */
const heldFor = { link: 2_700, done: 10, form: 120 } as const;
type Held = keyof typeof heldFor;

async function cookieOf(tenant: string, maxAge: number) {
  const https = (await headers()).get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
  // Told to no script and to no other site; the path keeps provinces apart.
  return { path: `/${tenant}`, maxAge, httpOnly: true, sameSite: "lax", secure: https } as const;
}

export async function hold(tenant: string, name: Held, value: object): Promise<void> {
  const until = new Date(Date.now() + heldFor[name] * 1_000);
  (await cookies()).set(
    `party-${name}`,
    sealValue(`${tenant}/party-${name}`, value, until),
    await cookieOf(tenant, heldFor[name]),
  );
}

export async function held(tenant: string, name: Held): Promise<Record<string, unknown> | null> {
  return openValue(`${tenant}/party-${name}`, (await cookies()).get(`party-${name}`)?.value, new Date());
}

export async function letGo(tenant: string, name: Held): Promise<void> {
  (await cookies()).set(`party-${name}`, "", await cookieOf(tenant, 0));
}

/** The hash of the secret this browser gave; null where it gave none, or long ago. */
export async function openedParty(tenant: string): Promise<string | null> {
  const value = await held(tenant, "link");
  return typeof value?.["hash"] === "string" ? value["hash"] : null;
}
