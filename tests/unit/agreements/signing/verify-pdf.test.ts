import { beforeAll, describe, expect, test } from "vitest";
import { verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import {
  fileAlone,
  makeAuthority,
  makeScene,
  makeSigner,
  recorded,
  type Scene,
  seededNumbers,
  sign,
  signInOrder,
} from "./signed-agreement";

// Ten thousand places, and every length, are tried in tests/deep/signed-files.test.ts.
const FLIPS_PER_REGION = 8;
const LENGTHS_BETWEEN = 37;
const LENGTHS_AROUND_AN_END = 40;
const SEED = 20261124;
const LONG_MS = 240_000;

let scene: Scene;
let signed: Uint8Array;

beforeAll(async () => {
  scene = await makeScene(3);
  signed = lastOf(scene.files);
});

function lastOf(files: readonly Uint8Array[]): Uint8Array {
  const last = files.at(-1);
  if (!last) throw new Error("no file");
  return last;
}

describe("honest files", () => {
  test.each([1, 2, 3, 4, 5, 6])("a file with %i signatures is accepted", async (count) => {
    const own = await makeScene(count);
    const result = verifyAgreementPdf(lastOf(own.files), recorded(own, own.signers));
    expect(result.problems).toEqual([]);
    expect(result.signatures.map((signature) => signature.problems)).toEqual(own.signers.map(() => []));
    expect(result.ok).toBe(true);
  });

  test.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])("three people may sign in the order %i, %i, %i", async (...order) => {
    const signers = order.flatMap((index) => scene.signers[index] ?? []);
    const files = await signInOrder(scene.issued, scene.authority, signers);
    expect(verifyAgreementPdf(lastOf(files), recorded(scene, signers))).toMatchObject({ ok: true });
  });

  test("the file after each signature is the beginning of the file after the next", () => {
    for (const [index, file] of scene.files.entries()) {
      const next = scene.files[index + 1];
      if (next) expect(Buffer.compare(next.subarray(0, file.length), file)).toBe(0);
    }
  });

  test("name, title and office are read from the certificate", () => {
    const [first] = verifyAgreementPdf(signed, recorded(scene, scene.signers)).signatures;
    expect(first).toMatchObject({
      fieldName: "signature-1",
      signerName: "Người ký 1",
      signerTitle: "Chánh Văn phòng",
      signerOffice: "Văn phòng, số 1",
      reason: "Ký quy chế phối hợp",
      claimedAt: "2025-11-24T03:00:00.000Z",
      coversBytes: scene.files[1]?.length,
    });
  });

  test("a file that nobody signed is not a signed agreement", () => {
    expect(verifyAgreementPdf(scene.issued, fileAlone(scene)).problems).toEqual([{ code: "no-signature" }]);
  });
});

describe("every byte counts", () => {
  test("one flipped bit anywhere is found, with nothing known but the root", { timeout: LONG_MS }, () => {
    const random = seededNumbers(SEED);
    const ends = scene.files.map((file) => file.length);
    const missed: number[] = [];
    const check = (position: number) => {
      const changed = Uint8Array.from(signed);
      changed[position] = (changed[position] ?? 0) ^ (1 << random(8));
      if (verifyAgreementPdf(changed, fileAlone(scene)).ok) missed.push(position);
    };
    for (const [index, end] of ends.entries()) {
      const start = ends[index - 1] ?? 0;
      for (let count = 0; count < FLIPS_PER_REGION; count += 1) check(start + random(end - start));
    }
    for (const { start, length } of contentsOf(signed)) {
      for (let count = 0; count < FLIPS_PER_REGION; count += 1) check(start + random(length));
      for (const edge of [start, start + 1, start + length - 2, start + length - 1]) check(edge);
    }
    expect(missed).toEqual([]);
  });

  test("a file cut off anywhere is refused; only one cut back to a whole signature stands by itself", {
    timeout: LONG_MS,
  }, () => {
    const accepted: number[] = [];
    const ends = scene.files.map((file) => file.length);
    const isTried = (length: number) =>
      length % LENGTHS_BETWEEN === 0 || ends.some((end) => Math.abs(end - length) <= LENGTHS_AROUND_AN_END);
    for (let length = 0; length <= signed.length; length += 1) {
      if (isTried(length) && verifyAgreementPdf(signed.subarray(0, length), fileAlone(scene)).ok)
        accepted.push(length);
    }
    expect(accepted).toEqual(scene.files.slice(1).map((file) => file.length));
  });

  test("a file cut back to fewer signatures is missing those that were recorded", () => {
    for (const [found, file] of scene.files.entries()) {
      const result = verifyAgreementPdf(file, recorded(scene, scene.signers));
      if (found === 3) expect(result.ok).toBe(true);
      else expect(result.problems).toContainEqual({ code: "signature-missing", expected: 3, found });
    }
  });
});

describe("who signed", () => {
  test("a signature under another authority is not trusted", async () => {
    const other = await makeAuthority("ha-giang");
    const stranger = await makeSigner(other, 3);
    const file = await sign(scene.files[2] ?? signed, other, stranger, 2);
    const problems = verifyAgreementPdf(file, fileAlone(scene)).signatures[2]?.problems;
    expect(problems).toContain("untrusted");
  });

  test("a certificate that had ended when the signature came in is not valid", async () => {
    const early = await makeSigner(scene.authority, 1, new Date("2025-11-10T00:00:00Z"));
    const file = await sign(scene.issued, scene.authority, early, 0);
    expect(verifyAgreementPdf(file, recorded(scene, [early])).signatures[0]?.problems).toEqual(["expired"]);
  });

  test("one person cannot sign twice", async () => {
    const [first] = scene.signers;
    if (!first) throw new Error("no signer");
    const again = { ...first, fieldName: "signature-again" };
    const file = await sign(scene.files[1] ?? signed, scene.authority, again, 1);
    expect(verifyAgreementPdf(file, fileAlone(scene)).signatures[1]?.problems).toEqual(["same-person-twice"]);
  });

  test("another person's valid signature in the place of the recorded one is named", async () => {
    const [first, second] = scene.signers;
    if (!first || !second) throw new Error("no signer");
    const file = await sign(scene.issued, scene.authority, { ...second, fieldName: first.fieldName }, 0);
    expect(verifyAgreementPdf(file, recorded(scene, [first])).signatures[0]?.problems).toEqual([
      "other-signer",
    ]);
  });

  test("a recorded person's signature in another field is named", async () => {
    const [first] = scene.signers;
    if (!first) throw new Error("no signer");
    const file = await sign(scene.issued, scene.authority, { ...first, fieldName: "elsewhere" }, 0);
    expect(verifyAgreementPdf(file, recorded(scene, [first])).signatures[0]?.problems).toEqual([
      "other-field",
    ]);
  });

  test("another text with valid signatures is not the file that was issued", async () => {
    const other = await makeScene(2);
    const files = await signInOrder(other.issued, scene.authority, scene.signers);
    const result = verifyAgreementPdf(lastOf(files), recorded(scene, scene.signers));
    expect(result.problems).toEqual([{ code: "not-as-issued" }]);
  });

  test("a claimed time after the receipt is refused", async () => {
    const [first] = scene.signers;
    if (!first) throw new Error("no signer");
    const file = await sign(scene.issued, scene.authority, first, 30);
    expect(verifyAgreementPdf(file, recorded(scene, [first])).signatures[0]?.problems).toEqual([
      "time-in-future",
    ]);
  });
});

/** Where the hexadecimal signatures stand: the only bytes that their own digest does not cover. */
function contentsOf(file: Uint8Array): { start: number; length: number }[] {
  const source = Buffer.from(file).toString("latin1");
  const found = [...source.matchAll(/\/Contents <([0-9a-fA-F]{1000,})>/g)];
  expect(found).toHaveLength(3);
  return found.map((match) => ({
    start: match.index + "/Contents ".length,
    length: (match[1] ?? "").length + 2,
  }));
}
