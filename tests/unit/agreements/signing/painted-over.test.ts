import { beforeAll, describe, expect, test } from "vitest";
import { type AgreementPdfVerification, verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import { brokenFiles, formUpdates, signatureChanges, stacked, swappedRevisions, updates } from "./attacks";
import { Tampering } from "./incremental-update";
import { fileAlone, makeScene, recorded, type Scene, sign } from "./signed-agreement";

let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(3);
});

function fileAfter(signatures: number): Tampering {
  const file = scene.files[signatures];
  if (!file) throw new Error("no such file");
  return new Tampering(file);
}

function codesOf(result: AgreementPdfVerification): string[] {
  return result.problems.map((problem) => problem.code);
}

/** What was found besides the mere fact of a revision without a signature. */
function changesOf(result: AgreementPdfVerification): string[] {
  return result.problems.flatMap((problem) =>
    "change" in problem && problem.change !== "unsigned-revision" ? [problem.change] : [],
  );
}

const tellingUpdates = updates.filter(({ name }) => name !== "an update changes nothing at all");

describe("an update behind the last signature", () => {
  test.each([...tellingUpdates, ...formUpdates])("$name: the change itself is found", ({ change }) => {
    expect(changesOf(verifyAgreementPdf(change(fileAfter(3)), fileAlone(scene)))).not.toEqual([]);
  });

  test.each([...updates, ...formUpdates])("$name: refused as changed after signature 3", ({ change }) => {
    const result = verifyAgreementPdf(change(fileAfter(3)), fileAlone(scene));
    expect(result.ok).toBe(false);
    expect(codesOf(result)).toContain("not-fully-covered");
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: "content-changed-after-signature", afterSignature: 3 }),
    );
  });
});

describe("an update between two signatures, signed over by the next", () => {
  // The third signature is right about every byte of the file: only the comparison of revisions tells.
  test.each(updates)("$name: refused as changed after signature 2", async ({ change }) => {
    const signer = scene.signers[2];
    if (!signer) throw new Error("no signer");
    const file = await sign(change(fileAfter(2)), scene.authority, signer, 2);
    const result = verifyAgreementPdf(file, fileAlone(scene));
    expect(result.signatures.map(({ problems }) => problems)).toEqual([[], [], []]);
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: "content-changed-after-signature", afterSignature: 2 }),
    );
    expect(result.ok).toBe(false);
  });
});

describe("an update between the issue and the first signature", () => {
  test.each(updates)("$name: refused as changed after the issue", async ({ change }) => {
    const signer = scene.signers[0];
    if (!signer) throw new Error("no signer");
    const file = await sign(change(fileAfter(0)), scene.authority, signer, 0);
    const result = verifyAgreementPdf(file, fileAlone(scene));
    expect(codesOf(result)).toContain("content-changed-after-issue");
    expect(result.ok).toBe(false);
  });
});

describe("files that readers understand differently", () => {
  test.each(brokenFiles)("$name: not read", ({ change }) => {
    const result = verifyAgreementPdf(change(fileAfter(3)), fileAlone(scene));
    expect(codesOf(result)).toContain("unreadable");
    expect(result.ok).toBe(false);
  });
});

describe("revisions that changed places", () => {
  test.each(swappedRevisions)("$name: refused", ({ change }) => {
    const file = change(scene.files);
    expect(file.length).toBeGreaterThan(scene.issued.length);
    expect(verifyAgreementPdf(file, fileAlone(scene)).ok).toBe(false);
    expect(verifyAgreementPdf(file, recorded(scene, scene.signers)).ok).toBe(false);
  });

  test("in their own order they are the file that was signed", () => {
    expect(Buffer.compare(stacked(scene.files, [1, 2, 3]), scene.files[3] ?? scene.issued)).toBe(0);
  });

  // Whoever repairs every place has a file that any reader opens: then the signatures themselves tell.
  test("what was signed over another beginning is named at its signature", () => {
    const [, repaired] = swappedRevisions;
    const result = verifyAgreementPdf(repaired?.change(scene.files) ?? scene.issued, fileAlone(scene));
    expect(codesOf(result)).not.toContain("unreadable");
    expect(result.signatures.filter(({ problems }) => problems.length > 0).length).toBeGreaterThan(1);
  });
});

describe("bytes that the last signature's digest does not cover", () => {
  test.each(signatureChanges)("$name: the signature has a problem", ({ change }) => {
    const result = verifyAgreementPdf(change(fileAfter(3)), fileAlone(scene));
    expect(result.ok).toBe(false);
    if (codesOf(result).includes("unreadable")) return;
    expect(result.signatures[2]?.problems).not.toEqual([]);
  });
});

test("the page that was painted over is named", () => {
  const [attack] = updates;
  const result = verifyAgreementPdf(attack?.change(fileAfter(3)) ?? scene.issued, fileAlone(scene));
  expect(result.problems).toContainEqual(
    expect.objectContaining({ change: "content", page: 2, afterSignature: 3 }),
  );
});
