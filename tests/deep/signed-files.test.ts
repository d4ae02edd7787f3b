import { expect, test } from "vitest";
import { checkOffline } from "@/lib/agreements/signing/check-offline";
import { verifyAgreementPdf } from "@/lib/agreements/signing/verify-pdf";
import { fileAlone, makeScene, NOW, seededNumbers } from "@/tests/unit/agreements/signing/signed-agreement";

const flips = Number(process.env["DEEP_FLIPS"] ?? 10_000);

test(`one exchanged bit at ${flips} places of a file with three signatures is found by both judges`, async () => {
  const scene = await makeScene(3);
  const file = scene.files[3] ?? scene.issued;
  const random = seededNumbers(20261127);
  const missed: { position: number; by: string }[] = [];
  for (let index = 0; index < flips; index += 1) {
    // Half of them where the signatures stand, which is the smaller part.
    const from = index % 2 === 0 ? 0 : scene.issued.length;
    const position = from + random(file.length - from);
    const changed = Uint8Array.from(file);
    changed[position] = (changed[position] ?? 0) ^ (1 << random(8));
    if (verifyAgreementPdf(changed, fileAlone(scene)).ok) missed.push({ position, by: "the portal" });
    if (checkOffline(changed, { roots: [], now: NOW }).ok)
      missed.push({ position, by: "one who trusts nobody" });
  }
  expect(missed).toEqual([]);
});

test("a file cut off at any length is refused; only one cut back to a whole signature stands by itself", async () => {
  const scene = await makeScene(3);
  const file = scene.files[3] ?? scene.issued;
  const accepted: number[] = [];
  for (let length = 0; length <= file.length; length += 1)
    if (verifyAgreementPdf(file.subarray(0, length), fileAlone(scene)).ok) accepted.push(length);
  expect(accepted).toEqual(scene.files.slice(1).map((each) => each.length));
});
