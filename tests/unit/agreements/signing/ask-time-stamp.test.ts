import { createHash, randomBytes, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkOffline } from "@/lib/agreements/signing/check-offline";
import { addSignature } from "@/lib/agreements/signing/sign-pdf";
import { askForTimeStamp } from "@/lib/agreements/signing/time-stamp";
import { type StampResponder, startStampResponder } from "@/tests/support/stamp-responder";
import { isInstalled, run } from "./installed-tool";
import { makeScene, type Scene } from "./signed-agreement";

const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

describe.skipIf(!isInstalled("openssl"))("a time stamp from a responder (openssl ts)", () => {
  let responder: StampResponder;
  let scene: Scene;
  let stamped: Uint8Array;
  let folder: string;

  const root = () => new X509Certificate(readFileSync(responder.rootPath));
  const authority = () => ({ url: responder.url, roots: [root()] });
  const roots = () => [new X509Certificate(scene.authority.certificateDer)];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "stamped-"));
    responder = await startStampResponder();
    scene = await makeScene(1);
    const [signer] = scene.signers;
    if (!signer) throw new Error("no signer");
    stamped = await addSignature({
      pdf: scene.issued,
      privateKeyPkcs8: signer.privateKeyPkcs8,
      certificateDer: signer.certificateDer,
      chainDer: [scene.authority.certificateDer],
      fieldName: signer.fieldName,
      reason: "Ký thử",
      signedAt: new Date(),
      askForStamp: (digest) => askForTimeStamp(authority(), digest),
    });
    writeFileSync(join(folder, "stamped.pdf"), stamped);
  });

  afterAll(async () => {
    await responder.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("stands in the signature and is told with its time", () => {
    const given = { roots: roots(), stampRoots: [root()], now: new Date() };
    const { ok, signatures } = checkOffline(stamped, given);
    expect(ok).toBe(true);
    expect(signatures[0]?.notices).toEqual([]);
    const age = Date.now() - Date.parse(signatures[0]?.stampedAt ?? "");
    expect(Math.abs(age)).toBeLessThan(60_000);
  });

  test("of a responder one does not trust is said, and vouches for no time", () => {
    const { ok, signatures } = checkOffline(stamped, { roots: roots(), now: new Date() });
    expect(ok).toBe(true);
    expect(signatures[0]?.notices).toEqual(["time-stamp-untrusted"]);
    expect(signatures[0]?.stampedAt).toBeUndefined();
  });

  test("is what `openssl ts -verify` calls good too", async () => {
    const digest = digestOf(randomBytes(40));
    writeFileSync(join(folder, "token.der"), await askForTimeStamp(authority(), digest));
    const asked = `ts -verify -digest ${digest.toString("hex")} -token_in -in ${join(folder, "token.der")}`;
    expect(() => run("openssl", [...asked.split(" "), "-CAfile", responder.rootPath])).not.toThrow();
    const other = asked.replace(digest.toString("hex"), "0".repeat(64));
    expect(() => run("openssl", [...other.split(" "), "-CAfile", responder.rootPath])).toThrow(
      /Command failed/,
    );
  });

  test.skipIf(!isInstalled("pdfsig"))("leaves the signature valid for pdfsig", () => {
    const told = run("pdfsig", ["-nocert", join(folder, "stamped.pdf")]);
    expect(told).toContain("Signature is Valid.");
    expect(told).toContain("Total document signed");
  });

  test("altered in the file after it was made is refused", () => {
    const text = Buffer.from(stamped).toString("latin1");
    const der = root().raw.toString("hex");
    const at = text.toLowerCase().indexOf(der.slice(-40));
    expect(at).toBeGreaterThan(0);
    const copy = Buffer.from(stamped);
    copy.write(copy.toString("latin1", at + 20, at + 21) === "0" ? "1" : "0", at + 20, "latin1");
    const given = { roots: roots(), stampRoots: [root()], now: new Date() };
    const [signature] = checkOffline(copy, given).signatures;
    expect(signature?.stampedAt).toBeUndefined();
    expect([...(signature?.problems ?? []), ...(signature?.notices ?? [])].join()).toMatch(/time-stamp/);
  });

  test.each([
    ["altered", /time-stamp/],
    ["stale", /nonce/],
    ["refusing", /not granted/],
    ["other-hash", /time-stamp/],
  ] as const)("that is %s is not taken", async (manner, why) => {
    await askForTimeStamp(authority(), digestOf(randomBytes(8)));
    responder.manner = manner;
    const asked = askForTimeStamp(authority(), digestOf(randomBytes(8)));
    await expect(asked).rejects.toThrow(why);
    responder.manner = "honest";
  });

  test("that leads to another root is not taken", async () => {
    const asked = askForTimeStamp({ ...authority(), roots: roots() }, digestOf(randomBytes(8)));
    await expect(asked).rejects.toThrow(/time-stamp-untrusted/);
  });

  test("is waited for no longer than some seconds, nor at an address where nobody is", async () => {
    const nobody = askForTimeStamp({ ...authority(), url: "http://127.0.0.1:9/" }, digestOf(randomBytes(8)));
    await expect(nobody).rejects.toThrow(/unreachable/);
    responder.manner = "silent";
    const began = Date.now();
    await expect(askForTimeStamp(authority(), digestOf(randomBytes(8)))).rejects.toThrow(/unreachable/);
    expect(Date.now() - began).toBeLessThan(30_000);
    responder.manner = "honest";
  });
});
