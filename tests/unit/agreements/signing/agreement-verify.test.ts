import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { certificatePem } from "@/lib/agreements/signing/certificate-authority";
import { updates } from "./attacks";
import { Tampering } from "./incremental-update";
import { makeScene, type Scene } from "./signed-agreement";

let scene: Scene;
let folder: string;

beforeAll(async () => {
  scene = await makeScene(2);
  folder = mkdtempSync(join(tmpdir(), "agreement-verify-"));
  const signed = scene.files[2] ?? scene.issued;
  writeFileSync(join(folder, "root.pem"), certificatePem(scene.authority.certificateDer));
  writeFileSync(join(folder, "issued.pdf"), scene.issued);
  writeFileSync(join(folder, "good.pdf"), signed);
  writeFileSync(join(folder, "painted.pdf"), updates[0]?.change(new Tampering(signed)) ?? signed);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function verify(...args: string[]) {
  const script = ["--tsconfig", "tsconfig.worker.json", "scripts/agreement-verify.ts"];
  const result = spawnSync("node_modules/.bin/tsx", [...script, ...args], { encoding: "utf8" });
  return { code: result.status, out: result.stdout, error: result.stderr };
}

describe("npm run agreement:verify", () => {
  test("says in words that a file is valid and who signed it, and ends with 0", () => {
    const { code, out } = verify("--trust", join(folder, "root.pem"), join(folder, "good.pdf"));
    expect(out).toContain("HỢP LỆ");
    expect(out).toContain("Chữ ký 2: Người ký 2 (Chánh Văn phòng, Văn phòng, số 2)");
    expect(out).toMatch(/10:01:00/);
    expect(out).toContain("mục đích ký: Ký quy chế phối hợp");
    expect(code).toBe(0);
  });

  test("says after which signature a file was changed, and ends with 1", () => {
    const { code, out } = verify("--trust", join(folder, "root.pem"), join(folder, "painted.pdf"));
    expect(out).toContain("KHÔNG HỢP LỆ");
    expect(out).toContain("Nội dung bị thay đổi sau chữ ký 2: chữ hoặc hình vẽ, trang 2.");
    expect(code).toBe(1);
  });

  test("without a root to trust says so and ends with 0", () => {
    const { code, out } = verify(join(folder, "good.pdf"));
    expect(out).toContain("không rõ nơi cấp chứng thư");
    expect(code).toBe(0);
  });

  test("says that a file bears no signature, and ends with 0", () => {
    const { code, out } = verify(join(folder, "issued.pdf"));
    expect(out).toContain("CHƯA KÝ");
    expect(code).toBe(0);
  });

  test("tells a program what it tells people", () => {
    const { out } = verify("--trust", join(folder, "root.pem"), "--json", join(folder, "painted.pdf"));
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [{ code: "content-changed-after-signature", afterSignature: 2, change: "content" }, {}],
    });
  });

  test("ends with 2 at what is no PDF, and says how it is used when it is used wrongly", () => {
    expect(verify(join(folder, "root.pem")).code).toBe(2);
    expect(verify()).toMatchObject({ code: 2, error: expect.stringContaining("--trust") });
    expect(verify("--trust", join(folder, "good.pdf"), join(folder, "good.pdf")).code).toBe(2);
    expect(verify(join(folder, "none.pdf")).code).toBe(2);
  });
});
