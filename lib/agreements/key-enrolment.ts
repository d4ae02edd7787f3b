import { newId } from "@/lib/platform/ids";
import {
  type CertificateAuthority,
  createCertificateAuthority,
  issueCertificate,
  unwrapAuthorityKey,
} from "./signing/certificate-authority";
import type { OwnerQuery } from "./signing-roots";

const day = 86_400_000;
/** Of a person's certificate. */
const validity = 2 * 365 * day;

/** Whose key it is, as its certificate says, and who asked: the person, or the records clerk of an organisation. */
export type KeyRequest = {
  id: string;
  name: string;
  title: string;
  office: string;
  by: string;
  requestedAt: Date;
};

type Waiting = KeyRequest & {
  personId: string;
  officeId: string | null;
  publicKey: Uint8Array;
  wrappedKey: Uint8Array;
};

/** What the certificate of an organisation's key says in the place of a post (NĐ 30/2020/NĐ-CP art. 32). */
const organisation = "Cơ quan, tổ chức";

async function waiting(query: OwnerQuery, tenantId: string): Promise<Waiting[]> {
  return query<Waiting>(
    `select r.id, coalesce(whose.name, pe.full_name) as name, case when whose.id is null then po.title else $2 end as title,
        case when whose.id is null then coalesce(o.name, b.name) else t.name end as office, pe.full_name as by,
        r.requested_at as "requestedAt", r.person_id as "personId", r.office_id as "officeId",
        r.public_key as "publicKey", r.wrapped_key as "wrappedKey"
      from signing_key_requests r
      join people pe on pe.tenant_id = r.tenant_id and pe.id = r.person_id
      join posts po on po.tenant_id = r.tenant_id and po.id = r.post_id
      left join offices o on o.tenant_id = po.tenant_id and o.id = po.office_id
      left join offices whose on whose.tenant_id = r.tenant_id and whose.id = r.office_id
      join tenants t on t.id = r.tenant_id
      left join bodies b on b.tenant_id = po.tenant_id and b.id = po.body_id
      where r.tenant_id = $1 and r.state = 'waiting' order by r.requested_at, r.id`,
    [tenantId, organisation],
  );
}

/** Keys that wait for a certificate, the longest first. */
export async function listKeyRequests(query: OwnerQuery, tenantId: string): Promise<KeyRequest[]> {
  return (await waiting(query, tenantId)).map(({ id, name, title, office, by, requestedAt }) => ({
    id,
    name,
    title,
    office,
    by,
    requestedAt,
  }));
}

async function record(
  query: OwnerQuery,
  events: readonly { name: string; id: string; payload: Record<string, unknown> }[],
): Promise<void> {
  const rows = events.map(({ name, id, payload }) => ({
    id: newId(),
    name,
    subjectKind: "certificate",
    subjectId: id,
    payload,
  }));
  await query("select append_events($1::jsonb)", [JSON.stringify(rows)]);
}

/** A further authority of the tenant, for an operator who has no passphrase of an older one; what the older one issued stays. */
export async function addAuthority(
  query: OwnerQuery,
  tenant: { id: string; name: string },
  passphrase: string,
  now: Date,
): Promise<void> {
  const made: CertificateAuthority = await createCertificateAuthority({
    tenantId: tenant.id,
    tenantName: tenant.name,
    passphrase,
    // An hour back, for clocks that differ.
    notBefore: new Date(now.getTime() - 3_600_000),
  });
  const id = newId();
  await query(
    "insert into certificate_authorities (tenant_id, id, certificate_der, wrapped_key, created_at) values ($1, $2, $3, $4, $5)",
    [tenant.id, id, Buffer.from(made.certificateDer), Buffer.from(made.wrappedKey), now],
  );
  await record(query, [{ name: "agreements.authorityMade", id, payload: {} }]);
}

/**
 * Gives a waiting key its certificate and revokes every older one that the portal issued to that person or organisation, in one
 * transaction: what was signed with those before stays as it was. The passphrase opens one of the tenant's authorities.
 */
export async function issueRequestedKey(
  query: OwnerQuery,
  tenantId: string,
  requestId: string,
  passphrase: string,
  now: Date,
): Promise<"issued" | "no-request" | "wrong-passphrase"> {
  await query("select 1 from signing_key_requests where tenant_id = $1 and id = $2 for update", [
    tenantId,
    requestId,
  ]);
  const request = (await waiting(query, tenantId)).find(({ id }) => id === requestId);
  if (!request) return "no-request";
  const authority = await openAuthority(query, tenantId, passphrase);
  if (!authority) return "wrong-passphrase";
  const notBefore = new Date(now.getTime() - 60_000);
  const notAfter = new Date(now.getTime() + validity);
  const subject = { name: request.name, title: request.title, office: request.office };
  const issued = await issueCertificate({
    authority,
    subject,
    publicKeySpki: request.publicKey,
    notBefore,
    notAfter,
  });
  const [column, holderId, of] =
    request.officeId === null
      ? (["person_id", request.personId, { personId: request.personId }] as const)
      : (["office_id", request.officeId, { officeId: request.officeId }] as const);
  const revoked = await query<{ id: string }>(
    `update certificates set revoked_at = $3
      where tenant_id = $1 and ${column} = $2 and authority_id is not null and revoked_at is null returning id`,
    [tenantId, holderId, now],
  );
  const id = newId();
  await query(
    `insert into certificates (tenant_id, id, authority_id, ${column}, serial, subject, sha256, certificate_der, not_before, not_after)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tenantId,
      id,
      authority.id,
      holderId,
      issued.serialNumber,
      `${request.name}, ${request.title}`,
      issued.sha256,
      Buffer.from(issued.certificateDer),
      notBefore,
      notAfter,
    ],
  );
  await query(
    `insert into signing_keys (tenant_id, certificate_id, ${column}, wrapped_key) values ($1, $2, $3, $4)`,
    [tenantId, id, holderId, Buffer.from(request.wrappedKey)],
  );
  await query(
    `update signing_key_requests set state = 'issued', answered_at = $3, certificate_id = $4 where tenant_id = $1 and id = $2`,
    [tenantId, requestId, now, id],
  );
  await record(query, [
    ...revoked.map((old) => ({
      name: "agreements.certificateRevoked",
      id: old.id,
      payload: { ...of, reason: "replaced" },
    })),
    {
      name: "agreements.certificateIssued",
      id,
      payload: { ...of, sha256: issued.sha256 },
    },
  ]);
  return "issued";
}

async function openAuthority(query: OwnerQuery, tenantId: string, passphrase: string) {
  const authorities = await query<{ id: string; certificateDer: Uint8Array; wrappedKey: Uint8Array }>(
    `select id, certificate_der as "certificateDer", wrapped_key as "wrappedKey" from certificate_authorities
      where tenant_id = $1 order by created_at desc, id desc`,
    [tenantId],
  );
  for (const { id, certificateDer, wrappedKey } of authorities) {
    const opened = await unwrapAuthorityKey({ tenantId, wrappedKey, passphrase });
    if (opened.ok) return { id, certificateDer, privateKeyPkcs8: opened.privateKeyPkcs8 };
  }
  return undefined;
}
