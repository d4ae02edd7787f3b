import { createHash, type X509Certificate } from "node:crypto";
import { certificateSha256 } from "../signing/certificate-fingerprint";
import { checkOffline, isPdf } from "../signing/check-offline";
import type { AgreementPdfProblem } from "../signing/verify-pdf";
import type { CheckedFile, FileFault, KnownRoot, NotChecked, ShownChange, ShownSignature } from "./types";

const longest = 200;

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

function nameOf(root: X509Certificate): string {
  return /^O=(.*)$/m.exec(root.subject)?.[1]?.replace(/\\(.)/g, "$1") ?? root.subject;
}

export function knownRoots(roots: readonly X509Certificate[]): KnownRoot[] {
  return roots.map((root) => ({ name: nameOf(root), sha256: certificateSha256(root.raw) }));
}

function changesAfter(problems: readonly AgreementPdfProblem[], signature: number): ShownChange[] {
  return problems.flatMap((problem) =>
    problem.code === "content-changed-after-signature" && problem.afterSignature === signature
      ? [{ change: problem.change, ...(problem.page === undefined ? {} : { page: problem.page }) }]
      : [],
  );
}

function faultOf({ code }: AgreementPdfProblem): FileFault[] {
  if (code === "content-changed-after-signature") return [];
  if (code === "signature-outside-form") return [code];
  return [code === "content-changed-after-issue" ? "several-signatures" : "unreadable"];
}

/** What the page tells of one file: judged by what is in it and by the roots of this portal. */
export function checkFile(
  { name, bytes }: { name: string; bytes: Uint8Array },
  { roots, stampRoots }: { roots: readonly X509Certificate[]; stampRoots?: readonly X509Certificate[] },
  now: Date,
): CheckedFile | NotChecked {
  if (!isPdf(bytes)) return { kind: "not-pdf" };
  const { ok, signatures, problems } = checkOffline(bytes, { roots, stampRoots, now });
  const names = new Map(knownRoots(roots).map((root) => [root.sha256, root.name]));
  const shown = signatures.map((signature, index): ShownSignature => {
    const root = names.get(signature.rootSha256 ?? "");
    return {
      name: cut(signature.signerName),
      title: cut(signature.signerTitle),
      office: cut(signature.signerOffice),
      reason: cut(signature.reason),
      ...(signature.claimedAt ? { at: signature.claimedAt } : {}),
      ...(signature.stampedAt ? { stampedAt: signature.stampedAt } : {}),
      ...(root ? { root } : {}),
      problems: signature.problems,
      notices: signature.notices,
      changesAfter: changesAfter(problems, index + 1),
    };
  });
  return {
    kind: "checked",
    file: cut(name),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    verdict: !ok ? "invalid" : signatures.length === 0 ? "unsigned" : "valid",
    faults: [...new Set(problems.flatMap(faultOf))],
    signatures: shown,
    more: 0,
  };
}
