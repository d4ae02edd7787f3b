import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOffline, isPdf } from "@/lib/agreements/signing/check-offline";
import { readCertificates } from "@/lib/agreements/signing/read-certificates";
import { brokenFiles, formUpdates, signatureChanges, swappedRevisions, updates } from "./attacks";
import { Tampering } from "./incremental-update";
import { isInstalled, run } from "./installed-tool";
import { type OutsideSigner, outsideSigner, signedAtOnce } from "./outside-file";
import {
  makeAuthority,
  makeScene,
  makeSigner,
  NOW,
  type Scene,
  seededNumbers,
  sign,
} from "./signed-agreement";

const LONG_MS = 240_000;

let scene: Scene;
let last: Uint8Array;
let outside: OutsideSigner;

beforeAll(async () => {
  scene = await makeScene(3);
  last = fileAfter(3);
  outside = outsideSigner("/CN=Nguyễn Thị Ngoài/title=Chánh Văn phòng/O=Đoàn thể");
});

afterAll(() => outside.drop());

function fileAfter(signatures: number): Uint8Array {
  const file = scene.files[signatures];
  if (!file) throw new Error("no such file");
  return file;
}

const roots = () => [new X509Certificate(scene.authority.certificateDer)];
const trusting = () => ({ roots: roots(), now: NOW });
const trustingNobody = () => ({ roots: [], now: NOW });
const today = () => ({ roots: [], now: new Date() });

describe("files of the portal", () => {
  test("every signature is valid, and nothing is left to say, where the root is trusted", () => {
    const { ok, problems, signatures } = checkOffline(last, trusting());
    expect({ ok, problems }).toEqual({ ok: true, problems: [] });
    expect(signatures.map(({ notices }) => notices)).toEqual([[], [], []]);
    expect(signatures[1]).toMatchObject({ signerName: "Người ký 2", signerTitle: "Chánh Văn phòng" });
  });

  test("an unknown root is said, not failed", () => {
    const { ok, signatures } = checkOffline(last, trustingNobody());
    expect(ok).toBe(true);
    expect(signatures.map(({ notices }) => notices)).toEqual([["untrusted"], ["untrusted"], ["untrusted"]]);
  });

  test.each([0, 1, 2])("%i signatures of three are whole as far as they go", (count) => {
    const { ok, signatures } = checkOffline(fileAfter(count), trusting());
    expect({ ok, found: signatures.length }).toEqual({ ok: true, found: count });
  });
});

describe("hostile files", () => {
  test.each([...updates, ...formUpdates])("an update behind the last signature: $name", ({ change }) => {
    expect(checkOffline(change(new Tampering(last)), trustingNobody()).ok).toBe(false);
  });

  // The comparison itself is asked of every one in painted-over.test.ts.
  test.each(updates.slice(0, 10))("an update that the next signature covers: $name", async ({ change }) => {
    const signer = scene.signers[2];
    if (!signer) throw new Error("no signer");
    const file = await sign(change(new Tampering(fileAfter(2))), scene.authority, signer, 2);
    const { ok, problems } = checkOffline(file, trusting());
    expect(ok).toBe(false);
    expect(problems).toContainEqual(
      expect.objectContaining({ code: "content-changed-after-signature", afterSignature: 2 }),
    );
  });

  test.each([...brokenFiles, ...signatureChanges])("$name", ({ change }) => {
    expect(checkOffline(change(new Tampering(last)), trustingNobody()).ok).toBe(false);
  });

  test.each(swappedRevisions)("$name", ({ change }) => {
    for (const who of [trusting(), trustingNobody()])
      expect(checkOffline(change(scene.files), who).ok).toBe(false);
  });

  // With one signature there is no second that covers the first: breaking the way to it must not make a clean unsigned file.
  test.each([1, 3])(
    "one flipped bit anywhere in a file with %i signatures, nobody trusted",
    {
      timeout: LONG_MS,
    },
    (count) => {
      const random = seededNumbers(20261126 + count);
      const file = fileAfter(count);
      const missed: number[] = [];
      const check = (position: number) => {
        const changed = Uint8Array.from(file);
        changed[position] = (changed[position] ?? 0) ^ (1 << random(8));
        if (checkOffline(changed, trustingNobody()).ok) missed.push(position);
      };
      // The deep test flips ten thousand.
      for (let index = 0; index < 10; index += 1) check(random(file.length));
      // Where the signatures and the form stand.
      for (let index = 0; index < 30; index += 1) {
        const begin = scene.issued.length;
        check(begin + random(file.length - begin));
      }
      expect(missed).toEqual([]);
    },
  );

  // No signature covers it; whoever trusts nobody has nothing else to hold it against.
  test("one flipped bit anywhere in the root that the last signature brings along", {
    timeout: LONG_MS,
  }, () => {
    const root = Buffer.from(scene.authority.certificateDer).toString("hex");
    const begin = Buffer.from(last).toString("latin1").toLowerCase().lastIndexOf(root);
    expect(begin).toBeGreaterThan(fileAfter(2).length);
    const missed: number[] = [];
    for (let offset = 0; offset < root.length; offset += 5) {
      const changed = Uint8Array.from(last);
      changed[begin + offset] = (changed[begin + offset] ?? 0) ^ 1;
      if (checkOffline(changed, trustingNobody()).ok) missed.push(offset);
    }
    expect(missed).toEqual([]);
  });

  test("a signature cut out of the form is named, though the file looks unsigned", () => {
    const file = new Tampering(fileAfter(1));
    const source = file.source.replace("/FT /Sig", "/FT /Sog");
    expect(source).not.toBe(file.source);
    const { ok, problems } = checkOffline(new Uint8Array(Buffer.from(source, "latin1")), trusting());
    expect(ok).toBe(false);
    expect(problems.map(({ code }) => code)).toContain("signature-outside-form");
  });

  test("a certificate that bears the trusted root's name and was issued by another", async () => {
    const impostor = await makeAuthority();
    const stranger = await makeSigner(impostor, 3);
    const file = await sign(fileAfter(2), impostor, stranger, 2);
    expect(checkOffline(file, trusting()).signatures[2]?.problems).toContain("forged-issuer");
  });

  test("the same person a second time, though from another root", async () => {
    const elsewhere = await makeAuthority("ha-giang");
    const twin = { ...(await makeSigner(elsewhere, 1)), fieldName: "signature-twin" };
    const file = await sign(fileAfter(2), elsewhere, twin, 2);
    expect(checkOffline(file, trustingNobody()).signatures[2]?.problems).toEqual(["same-person-twice"]);
  });

  test("a certificate that had ended on the day of signing", async () => {
    const early = await makeSigner(scene.authority, 1, new Date("2025-11-10T00:00:00Z"));
    const file = await sign(scene.issued, scene.authority, early, 0);
    expect(checkOffline(file, trusting()).signatures[0]?.problems).toEqual(["expired"]);
  });

  test("SHA-1, and a key of 1,024 bits", () => {
    expect(checkOffline(signedAtOnce(outside, "sha1"), today()).signatures[0]?.problems).toEqual([
      "weak-hash",
    ]);
    const short = outsideSigner("/CN=Khóa ngắn", { bits: 1024 });
    expect(checkOffline(signedAtOnce(short), today()).signatures[0]?.problems).toEqual(["weak-key"]);
    short.drop();
  });
});

describe("files of other programs", () => {
  test("text and signature of one save, of the older form, are accepted and told what they are", () => {
    const { ok, problems, signatures } = checkOffline(signedAtOnce(outside), today());
    expect(problems).toEqual([]);
    expect(signatures[0]?.problems).toEqual([]);
    expect(signatures[0]).toMatchObject({ signerName: "Nguyễn Thị Ngoài", signerOffice: "Đoàn thể" });
    expect(signatures[0]?.notices).toEqual(
      expect.arrayContaining(["not-pades", "no-signing-certificate", "untrusted", "signer-is-authority"]),
    );
    expect(ok).toBe(true);
  });

  test("one whose text was changed is not", () => {
    const file = Buffer.from(signedAtOnce(outside));
    file.write("/MediaBox [0 0 595 841]", file.indexOf("/MediaBox"));
    expect(checkOffline(file, today()).signatures[0]?.problems).toContain("digest");
  });

  test.skipIf(!isInstalled("pdftocairo") || !isInstalled("pdfunite"))(
    "what cairo wrote, and two files joined by Poppler, are signed and accepted",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "outside-files-"));
      const named = (name: string) => join(folder, name);
      writeFileSync(named("text.pdf"), scene.issued);
      run("pdftocairo", ["-pdf", named("text.pdf"), named("cairo.pdf")]);
      run("pdfunite", [named("cairo.pdf"), named("text.pdf"), named("joined.pdf")]);
      const [first, second] = scene.signers;
      if (!first || !second) throw new Error("no signers");
      for (const name of ["cairo.pdf", "joined.pdf"]) {
        const text = readFileSync(named(name));
        expect(checkOffline(text, trusting())).toEqual({ ok: true, signatures: [], problems: [] });
        const once = await sign(text, scene.authority, first, 0);
        const twice = await sign(once, scene.authority, second, 1);
        const { ok, signatures, problems } = checkOffline(twice, trusting());
        expect({ ok, found: signatures.length, problems }).toEqual({ ok: true, found: 2, problems: [] });
        expect(checkOffline(updates[0]?.change(new Tampering(once, "anybody")) ?? once, trusting()).ok).toBe(
          false,
        );
      }
      rmSync(folder, { recursive: true, force: true });
    },
  );
});

describe("what is handed over", () => {
  test("is a PDF or not", () => {
    expect(isPdf(last)).toBe(true);
    expect(isPdf(Buffer.from("PK\u0003\u0004"))).toBe(false);
    expect(isPdf(new Uint8Array(0))).toBe(false);
  });

  test("roots: any number in one PEM file, or one as DER", () => {
    const pem = readFileSync(outside.certificate, "utf8");
    expect(readCertificates(Buffer.from(`${pem}\n${pem}`))).toHaveLength(2);
    expect(readCertificates(scene.authority.certificateDer)).toHaveLength(1);
    expect(() => readCertificates(Buffer.from("not a certificate"))).toThrow(/PEM|asn1/i);
  });
});
