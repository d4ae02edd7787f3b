import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  certificatePem,
  createCertificateAuthority,
  issueCertificate,
  unwrapAuthorityKey,
} from "@/lib/agreements/signing/certificate-authority";
import { generateSigningKey } from "@/lib/agreements/signing/portal-key";
import { addSignature } from "@/lib/agreements/signing/sign-pdf";
import { newId } from "@/lib/platform/ids";
import { run } from "@/tests/unit/agreements/signing/installed-tool";

// What a signer has beside the portal. Nothing of the server in here: a journey in the browser uses it too.

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
