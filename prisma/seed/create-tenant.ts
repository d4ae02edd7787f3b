import { randomBytes } from "node:crypto";
import type pg from "pg";
import {
  createCertificateAuthority,
  issueCertificate,
  unwrapAuthorityKey,
} from "@/lib/agreements/signing/certificate-authority";
import { createPortalKey } from "@/lib/agreements/signing/portal-key";
import { hashPassword } from "@/lib/platform/auth/passwords";
import { newId } from "@/lib/platform/ids";
import type { Role } from "@/lib/platform/policy/rule-table";
import type { TenantSpec } from "./tenant-spec";

export type SeededPost = {
  postId: string;
  officeId: string;
  officeCode: string;
  role: Role;
  title: string;
  personId: string;
  accountId: string;
  name: string;
  email: string;
};

export type SeededTenant = {
  tenant: { id: string; slug: string; name: string; demo: boolean };
  offices: ReadonlyMap<string, string>;
  bodies: ReadonlyMap<string, string>;
  /** Posts of leaders in bodies, by title. */
  leaderPosts: ReadonlyMap<string, string>;
  /** Rooms by code. */
  /** Rooms and kits, by their codes. */
  rooms: ReadonlyMap<string, string>;
  posts: readonly SeededPost[];
  /** By person; those of the organisations by office. */
  certificates: ReadonlyMap<string, string>;
};

type Rows = readonly (readonly unknown[])[];

async function insert(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<void> {
  for (const row of rows) {
    const places = row.map((_, index) => `$${index + 1}`).join(", ");
    await client.query(`insert into ${table} (${columns.join(", ")}) values (${places})`, [...row]);
  }
}

/**
 * A tenant's reference data: bodies, offices, posts, people, accounts, and signing keys of the chiefs and their deputies. Written as the
 * owner, since no screen edits it yet. `password` is both the sign-in password and the signing passphrase of everybody.
 */
export async function createTenant(
  client: pg.ClientBase,
  spec: TenantSpec,
  options: { password: string; serverKey: Uint8Array; demo: boolean; since: string },
): Promise<SeededTenant> {
  const tenant = { id: newId(), slug: spec.slug, name: spec.name, demo: options.demo };
  await insert(
    client,
    "tenants",
    ["id", "slug", "name", "demo"],
    [[tenant.id, tenant.slug, tenant.name, tenant.demo]],
  );
  const bodies = new Map(spec.bodies.map((body) => [body.code, newId()]));
  const offices = new Map(spec.offices.map((office) => [office.code, newId()]));
  const found = (map: ReadonlyMap<string, string>, code: string): string => {
    const id = map.get(code);
    if (!id) throw new Error(`the seed names an unknown code: ${code}`);
    return id;
  };
  await insert(
    client,
    "bodies",
    ["tenant_id", "id", "code", "kind", "name", "rank"],
    spec.bodies.map((body, index) => [
      tenant.id,
      found(bodies, body.code),
      body.code,
      body.kind,
      body.name,
      index + 1,
    ]),
  );
  await insert(
    client,
    "offices",
    ["tenant_id", "id", "code", "name", "symbol", "tint", "ordinal"],
    spec.offices.map((office, index) => [
      tenant.id,
      found(offices, office.code),
      office.code,
      office.name,
      office.symbol,
      office.tint,
      index + 1,
    ]),
  );
  await insert(
    client,
    "office_bodies",
    ["tenant_id", "body_id", "office_id"],
    spec.offices.flatMap((office) =>
      office.bodies.map((body) => [tenant.id, found(bodies, body), found(offices, office.code)]),
    ),
  );
  const leaderPosts = await createLeaders(client, tenant.id, spec, bodies, options.since);
  const rooms = await createPlaces(client, tenant.id, spec, (code) => found(offices, code));
  const posts = await createStaff(client, tenant.id, spec, offices, options);
  const certificates = await enrolSigners(client, tenant, posts, spec, options);
  return { tenant, offices, bodies, leaderPosts, rooms, posts, certificates };
}

/** Rooms and kits, by their codes. */
async function createPlaces(
  client: pg.ClientBase,
  tenantId: string,
  spec: TenantSpec,
  officeOf: (code: string) => string,
): Promise<Map<string, string>> {
  const places = [
    ...spec.rooms.map((room) => ({ kind: "room", setupMinutes: 0, ...room })),
    ...spec.kits.map((kit) => ({ kind: "kit", site: null, ...kit })),
  ];
  const ids = new Map(places.map((place) => [place.code, newId()]));
  await insert(
    client,
    "resources",
    ["tenant_id", "id", "kind", "code", "name", "site", "office_id", "setup_minutes", "ordinal"],
    places.map((place, index) => [
      tenantId,
      ids.get(place.code),
      place.kind,
      place.code,
      place.name,
      place.site,
      officeOf(place.office),
      place.setupMinutes,
      index + 1,
    ]),
  );
  return ids;
}

async function createLeaders(
  client: pg.ClientBase,
  tenantId: string,
  spec: TenantSpec,
  bodies: ReadonlyMap<string, string>,
  since: string,
): Promise<Map<string, string>> {
  const posts = new Map<string, string>();
  for (const body of spec.bodies) {
    for (const leader of body.leaders) {
      const [postId, personId] = [newId(), newId()];
      posts.set(leader.title, postId);
      await insert(
        client,
        "posts",
        ["tenant_id", "id", "body_id", "role", "title"],
        [[tenantId, postId, bodies.get(body.code), "leader", leader.title]],
      );
      await insert(client, "people", ["tenant_id", "id", "full_name"], [[tenantId, personId, leader.name]]);
      await insert(
        client,
        "post_holdings",
        ["tenant_id", "id", "post_id", "person_id", "from_date"],
        [[tenantId, newId(), postId, personId, since]],
      );
    }
  }
  return posts;
}

async function createStaff(
  client: pg.ClientBase,
  tenantId: string,
  spec: TenantSpec,
  offices: ReadonlyMap<string, string>,
  options: { password: string; since: string },
): Promise<SeededPost[]> {
  const passwordHash = await hashPassword(options.password);
  const posts: SeededPost[] = [];
  for (const person of spec.people) {
    const [accountId, personId] = [newId(), newId()];
    await insert(
      client,
      "accounts",
      ["id", "email", "name", "password_hash"],
      [[accountId, person.email, person.name, passwordHash]],
    );
    await insert(client, "account_tenants", ["account_id", "tenant"], [[accountId, tenantId]]);
    await insert(
      client,
      "people",
      ["tenant_id", "id", "account_id", "full_name"],
      [[tenantId, personId, accountId, person.name]],
    );
    for (const held of person.holds) {
      const postId = newId();
      const officeId = offices.get(held.office);
      if (!officeId) throw new Error(`the seed names an unknown office: ${held.office}`);
      await insert(
        client,
        "posts",
        ["tenant_id", "id", "office_id", "role", "title"],
        [[tenantId, postId, officeId, held.role, held.title]],
      );
      await insert(
        client,
        "post_holdings",
        ["tenant_id", "id", "post_id", "person_id", "from_date"],
        [[tenantId, newId(), postId, personId, options.since]],
      );
      posts.push({
        postId,
        officeId,
        officeCode: held.office,
        role: held.role,
        title: held.title,
        personId,
        accountId,
        name: person.name,
        email: person.email,
      });
    }
  }
  return posts;
}

type Holder = {
  id: string;
  column: "person_id" | "office_id";
  subject: { name: string; title: string; office: string };
};

/** The tenant's own authority and a key for every chief, deputy and office. The operator's passphrase is made here and forgotten. */
async function enrolSigners(
  client: pg.ClientBase,
  tenant: { id: string; name: string },
  posts: readonly SeededPost[],
  spec: TenantSpec,
  options: { password: string; serverKey: Uint8Array },
): Promise<Map<string, string>> {
  const passphrase = randomBytes(24).toString("base64url");
  const notBefore = new Date(Date.now() - 3_600_000);
  const notAfter = new Date(notBefore.getTime() + 2 * 365 * 86_400_000);
  const authority = await createCertificateAuthority({
    tenantId: tenant.id,
    tenantName: tenant.name,
    passphrase,
    notBefore,
  });
  const authorityId = newId();
  await insert(
    client,
    "certificate_authorities",
    ["tenant_id", "id", "certificate_der", "wrapped_key", "created_at"],
    [
      [
        tenant.id,
        authorityId,
        Buffer.from(authority.certificateDer),
        Buffer.from(authority.wrappedKey),
        notBefore,
      ],
    ],
  );
  const opened = await unwrapAuthorityKey({
    tenantId: tenant.id,
    wrappedKey: authority.wrappedKey,
    passphrase,
  });
  if (!opened.ok) throw new Error("the new authority does not open");
  const certificates = new Map<string, string>();
  const signing: readonly Role[] = ["chief", "deputy-chief"];
  const nameOf = (code: string) => spec.offices.find((office) => office.code === code)?.name ?? code;
  const holders: readonly Holder[] = [
    ...posts
      .filter((post) => signing.includes(post.role))
      .map(({ personId, name, title, officeCode }) => ({
        id: personId,
        column: "person_id" as const,
        subject: { name, title, office: nameOf(officeCode) },
      })),
    // The organisation's key is kept by its records clerk (NĐ 30/2020/NĐ-CP art. 32).
    ...posts
      .filter((post) => post.role === "records-clerk")
      .map(({ officeId, officeCode }) => ({
        id: officeId,
        column: "office_id" as const,
        subject: { name: nameOf(officeCode), title: "Cơ quan, tổ chức", office: tenant.name },
      })),
  ];
  for (const holder of holders) {
    if (certificates.has(holder.id)) continue;
    const key = await createPortalKey({
      owner: { tenantId: tenant.id, ownerId: holder.id },
      passphrase: options.password,
      serverKey: options.serverKey,
    });
    const issued = await issueCertificate({
      authority: { certificateDer: authority.certificateDer, privateKeyPkcs8: opened.privateKeyPkcs8 },
      subject: holder.subject,
      publicKeySpki: key.publicKeySpki,
      notBefore,
      notAfter,
    });
    const id = newId();
    certificates.set(holder.id, id);
    await insert(
      client,
      "certificates",
      [
        "tenant_id",
        "id",
        "authority_id",
        holder.column,
        "serial",
        "subject",
        "sha256",
        "certificate_der",
        "not_before",
        "not_after",
      ],
      [
        [
          tenant.id,
          id,
          authorityId,
          holder.id,
          issued.serialNumber,
          `${holder.subject.name}, ${holder.subject.title}`,
          issued.sha256,
          Buffer.from(issued.certificateDer),
          notBefore,
          notAfter,
        ],
      ],
    );
    await insert(
      client,
      "signing_keys",
      ["tenant_id", "certificate_id", holder.column, "wrapped_key"],
      [[tenant.id, id, holder.id, Buffer.from(key.wrappedKey)]],
    );
  }
  return certificates;
}
