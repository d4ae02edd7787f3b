import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { registerCertificate } from "@/lib/agreements/commands/register-certificate";
import { takeTurn } from "@/lib/agreements/commands/take-turn";
import {
  certificatePem,
  createCertificateAuthority,
  issueCertificate,
  unwrapAuthorityKey,
} from "@/lib/agreements/signing/certificate-authority";
import { generateSigningKey } from "@/lib/agreements/signing/portal-key";
import { addSignature } from "@/lib/agreements/signing/sign-pdf";
import { addRoots } from "@/lib/agreements/signing-roots";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { Upload } from "@/lib/platform/forms/upload";
import { newId } from "@/lib/platform/ids";
import type { Role } from "@/lib/platform/policy/rule-table";
import { as } from "@/prisma/seed/caller";
import { run } from "@/tests/unit/agreements/signing/installed-tool";
import type { VersionStage } from "./agreement-stages";
import type { Province } from "./province";

/** An authority outside the portal, as a service that issues tokens has one. */
export type OutsideAuthority = { certificateDer: Uint8Array; privateKeyPkcs8: Uint8Array };

export type OutsideCertificate = {
  authority: OutsideAuthority;
  certificateDer: Uint8Array;
  privateKeyPkcs8: Uint8Array;
  sha256: string;
};

const day = 86_400_000;

export async function outsideAuthority(name = "Cơ quan chứng thực ngoài cổng"): Promise<OutsideAuthority> {
  const passphrase = "mật khẩu của nơi cấp";
  const tenantId = newId();
  const notBefore = new Date(Date.now() - 900 * day);
  const made = await createCertificateAuthority({ tenantId, tenantName: name, passphrase, notBefore });
  const opened = await unwrapAuthorityKey({ tenantId, wrappedKey: made.wrappedKey, passphrase });
  if (!opened.ok) throw new Error("the authority's key does not open");
  return { certificateDer: made.certificateDer, privateKeyPkcs8: opened.privateKeyPkcs8 };
}

export async function outsideCertificate(
  authority: OutsideAuthority,
  name: string,
  { from = -1, until = 700 } = {},
): Promise<OutsideCertificate> {
  const pair = await generateSigningKey();
  const issued = await issueCertificate({
    authority,
    subject: { name, title: "Chánh Văn phòng", office: "Văn phòng" },
    publicKeySpki: pair.publicKeySpki,
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + until * day),
  });
  return {
    authority,
    certificateDer: issued.certificateDer,
    privateKeyPkcs8: pair.privateKeyPkcs8,
    sha256: issued.sha256,
  };
}

/** The operator lists the authority's root for Phú Thọ. */
export async function listed(province: Province, authority: OutsideAuthority): Promise<void> {
  const client = await province.pool("owner").connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant_id', $1, true)", [province.phuTho.tenant.id]);
    const query = async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as Row[];
    await addRoots(query, province.phuTho.tenant.id, Buffer.from(certificatePem(authority.certificateDer)));
    await client.query("commit");
  } finally {
    client.release();
  }
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

/** What an honest tool makes of the file: one signature more, in a field it names itself. */
export function signedByTool(
  pdf: Uint8Array,
  certificate: OutsideCertificate,
  fieldName = "Signature1",
): Promise<Uint8Array> {
  return addSignature({
    pdf,
    privateKeyPkcs8: certificate.privateKeyPkcs8,
    certificateDer: certificate.certificateDer,
    chainDer: [certificate.authority.certificateDer],
    fieldName,
    reason: "Ký bằng công cụ riêng",
    signedAt: new Date(),
  });
}

/** The key with its certificate as OpenSSL packs them. */
export function packedByOpenssl(certificate: OutsideCertificate, passphrase: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "own-certificate-"));
  try {
    const [key, pem, out] = ["key.der", "certificate.pem", "own.p12"].map((name) => join(folder, name));
    if (!key || !pem || !out) throw new Error("three names are three");
    writeFileSync(key, certificate.privateKeyPkcs8);
    writeFileSync(pem, certificatePem(certificate.certificateDer));
    const keyPem = join(folder, "key.pem");
    run("openssl", ["pkey", "-inform", "DER", "-in", key, "-out", keyPem]);
    const pack = ["-export", "-inkey", keyPem, "-in", pem, "-out", out, "-passout", `pass:${passphrase}`];
    run("openssl", ["pkcs12", ...pack]);
    return new Uint8Array(readFileSync(out));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
