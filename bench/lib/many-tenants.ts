import pg from "pg";
import { createTenant, type SeededTenant } from "@/prisma/seed/create-tenant";
import { phuTho } from "@/prisma/seed/tenant-spec";
import type { Databases } from "./databases";

/** So many provinces beside the demonstration's, each with the offices, people and signing keys of its first. */
export async function createManyTenants(
  { large, password }: Databases,
  count: number,
): Promise<SeededTenant[]> {
  const client = new pg.Client({ connectionString: large.urls["DATABASE_OWNER_URL"] });
  await client.connect();
  const serverKey = Buffer.from(large.secrets["PORTAL_SERVER_KEY"] ?? "", "base64");
  const options = { password, serverKey, demo: true, since: "2026-01-01" };
  try {
    const tenants: SeededTenant[] = [];
    for (let number = 1; number <= count; number += 1) {
      const slug = `tinh-do-${number}`;
      const people = phuTho.people.map((person) => ({
        ...person,
        email: person.email.replace(phuTho.slug, slug),
      }));
      const spec = { ...phuTho, slug, name: `Tỉnh đo tốc độ ${number}`, people };
      tenants.push(await createTenant(client, spec, options));
    }
    return tenants;
  } finally {
    await client.end();
  }
}
