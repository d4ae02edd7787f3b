import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { isInstalled, run } from "./installed-tool";
import { makeScene, type Scene } from "./signed-agreement";

const hasTools = isInstalled("pdfsig") && isInstalled("certutil");

// A second opinion by another implementation. It does not see painted-over text: the other tests do.
describe.skipIf(!hasTools)("pdfsig, which trusts the tenant's authority", () => {
  let scene: Scene;
  let folder: string;

  beforeAll(async () => {
    scene = await makeScene(3);
    folder = mkdtempSync(join(tmpdir(), "pdfsig-"));
    mkdirSync(join(folder, "nss"));
    writeFileSync(join(folder, "root.pem"), certificatePem(scene.authority.certificateDer));
    run("certutil", ["-N", "-d", `sql:${folder}/nss`, "--empty-password"]);
    run("certutil", [
      "-A",
      "-d",
      `sql:${folder}/nss`,
      "-n",
      "root",
      "-t",
      "CT,C,C",
      "-i",
      `${folder}/root.pem`,
    ]);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function judge(file: Uint8Array): string[] {
    const path = join(folder, "file.pdf");
    writeFileSync(path, file);
    return run("pdfsig", ["-nssdir", `sql:${folder}/nss`, path])
      .split("Signature #")
      .slice(1);
  }

  test.each([1, 2, 3])("finds %i signatures valid and trusted, the last over the whole document", (count) => {
    const blocks = judge(scene.files[count] ?? scene.issued);
    expect(blocks).toHaveLength(count);
    for (const [index, block] of blocks.entries()) {
      expect(block).toContain("Signature is Valid.");
      expect(block).toContain("Certificate is Trusted.");
      expect(block).toContain("ETSI.CAdES.detached");
      expect(block).toContain("SHA-256");
      expect(block).toContain(`Người ký ${index + 1}`);
      expect(block).toContain(
        index === count - 1 ? "  - Total document signed" : "Not total document signed",
      );
    }
  });

  test("calls every signature over a changed byte invalid", () => {
    const changed = Uint8Array.from(scene.files[3] ?? scene.issued);
    changed[2000] = (changed[2000] ?? 0) ^ 1;
    for (const block of judge(changed)) expect(block).not.toContain("Signature is Valid.");
  });
});
