import { newId } from "@/lib/platform/ids";
import { certificateSha256 } from "./signing/certificate-fingerprint";
import { shownName } from "./signing/judge-certificate";
import { readCertificates } from "./signing/read-certificates";

/** One statement as the owner, in the transaction of the operator's act and in the name of its tenant. */
export type OwnerQuery = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

async function record(query: OwnerQuery, tenantId: string, name: string, sha256: string): Promise<void> {
  const event = { id: newId(), name, subjectKind: "signing-roots", subjectId: tenantId, payload: { sha256 } };
  await query("select append_events($1::jsonb)", [JSON.stringify([event])]);
}

/** Lists every certificate of a file (PEM or DER) as a root; null where the file holds none. Answers how many are new. */
export async function addRoots(
  query: OwnerQuery,
  tenantId: string,
  bytes: Uint8Array,
): Promise<number | null> {
  let certificates: ReturnType<typeof readCertificates>;
  try {
    certificates = readCertificates(bytes);
  } catch {
    return null;
  }
  let added = 0;
  for (const certificate of certificates) {
    const sha256 = certificateSha256(certificate.raw);
    const rows = await query(
      `insert into signing_roots (tenant_id, id, subject, sha256, certificate_der, listed_at)
        values ($1, $2, $3, $4, $5, now())
        on conflict (tenant_id, sha256) do update set removed_at = null where signing_roots.removed_at is not null
        returning id`,
      [tenantId, newId(), shownName(certificate.subject), sha256, certificate.raw],
    );
    if (rows.length === 0) continue;
    added += 1;
    await record(query, tenantId, "agreements.rootListed", sha256);
  }
  return added;
}

/** From now on nothing new is registered or signed under it. False where it is not listed. */
export async function removeRoot(query: OwnerQuery, tenantId: string, sha256: string): Promise<boolean> {
  const rows = await query(
    `update signing_roots set removed_at = now() where tenant_id = $1 and sha256 = $2 and removed_at is null returning id`,
    [tenantId, sha256.toLowerCase()],
  );
  if (rows.length > 0) await record(query, tenantId, "agreements.rootRemoved", sha256.toLowerCase());
  return rows.length > 0;
}

export async function listRoots(
  query: OwnerQuery,
  tenantId: string,
): Promise<{ sha256: string; subject: string }[]> {
  return query(
    "select sha256, subject from signing_roots where tenant_id = $1 and removed_at is null order by subject, sha256",
    [tenantId],
  );
}
