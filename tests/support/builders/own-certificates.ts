import { registerCertificate } from "@/lib/agreements/commands/register-certificate";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { addRoots } from "@/lib/agreements/signing-roots";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { Upload } from "@/lib/platform/forms/upload";
import { newId } from "@/lib/platform/ids";
import type { Role } from "@/lib/platform/policy/rule-table";
import { as } from "@/prisma/seed/caller";
import {
  type OutsideAuthority,
  type OutsideCertificate,
  outsideCertificate,
} from "@/tests/support/files/outside-certificates";
import type { VersionStage } from "./agreement-stages";
import { asOperator } from "./operator";
import type { Province } from "./province";

/** The operator lists the authority's root for Phú Thọ. */
export async function listed(province: Province, authority: OutsideAuthority): Promise<void> {
  const pem = Buffer.from(certificatePem(authority.certificateDer));
  await asOperator(province, (query, tenantId) => addRoots(query, tenantId, pem));
}

/** What the route of an upload makes of a file. */
export function rawUpload(bytes: Uint8Array, name = "tep"): Upload {
  return new Upload({ id: newId(), name, type: "", bytes, sha256: "", textRead: false });
}

export function registrationOf(province: Province, certificate: Pick<OutsideCertificate, "certificateDer">) {
  return { certificate: rawUpload(certificate.certificateDer), password: province.password };
}

/** A certificate under a listed root, registered by who holds it. */
export async function registered(
  province: Province,
  authority: OutsideAuthority,
  office: string,
  role: Role = "chief",
): Promise<OutsideCertificate> {
  const certificate = await outsideCertificate(authority, `Người ký của ${office}`);
  await executeCommand(
    registerCertificate,
    as(province.phuTho, office, role),
    registrationOf(province, certificate),
  );
  return certificate;
}

export async function tookTurn(
  province: Province,
  { versionId }: VersionStage,
  office: string,
  role: Role = "chief",
): Promise<void> {
  const input = { versionId, password: province.password };
  await executeCommand(takeTurn, as(province.phuTho, office, role), input);
}

/** The newest file of a version: what a signer downloads. */
export async function newestFile(province: Province, { versionId }: VersionStage): Promise<Uint8Array> {
  const [row] = await province.rows<{ bytes: Buffer }>(
    "select bytes from issued_documents where version_id = $1 order by seq desc limit 1",
    [versionId],
  );
  if (!row) throw new Error("the version has no file");
  return new Uint8Array(row.bytes);
}

/** The half hour of every turn went by; nothing else is as it was not. */
export async function halfHourLater(province: Province, { versionId }: VersionStage): Promise<void> {
  const client = await province.pool("superuser").connect();
  try {
    await client.query("begin; set local session_replication_role = replica");
    await client.query(
      `update signing_turns set taken_at = taken_at - interval '31 minutes', until = until - interval '31 minutes'
        where version_id = $1`,
      [versionId],
    );
    await client.query("commit");
  } finally {
    client.release();
  }
}
