import { createPublicKey, randomBytes, sign, verify } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  changePortalKeyPassphrase,
  createPortalKey,
  isPassphraseLongEnough,
  unwrapPortalKey,
} from "@/lib/agreements/signing/portal-key";

const owner = { tenantId: "4c7d", ownerId: "91aa" };
const passphrase = "Mật khẩu ký của tôi";
const serverKey = new Uint8Array(randomBytes(32));

let created: Awaited<ReturnType<typeof createPortalKey>>;

beforeAll(async () => {
  created = await createPortalKey({ owner, passphrase, serverKey });
});

function open(changed: Partial<Parameters<typeof unwrapPortalKey>[0]> = {}) {
  return unwrapPortalKey({ owner, wrappedKey: created.wrappedKey, passphrase, serverKey, ...changed });
}

describe("a portal key", () => {
  test("opens with passphrase and server key, and is the private half of the public key", async () => {
    const opened = await open();
    if (!opened.ok) throw new Error(opened.reason);
    const key = { key: Buffer.from(opened.privateKeyPkcs8), format: "der", type: "pkcs8" } as const;
    const message = Buffer.from("quy chế");
    const signature = sign("sha256", message, key);
    const publicKey = createPublicKey({
      key: Buffer.from(created.publicKeySpki),
      format: "der",
      type: "spki",
    });
    expect(verify("sha256", message, publicKey, signature)).toBe(true);
  });

  test("opens with the passphrase typed in decomposed letters", async () => {
    expect(await open({ passphrase: passphrase.normalize("NFD") })).toMatchObject({ ok: true });
  });

  test("says that the passphrase is wrong", async () => {
    expect(await open({ passphrase: `${passphrase} ` })).toEqual({ ok: false, reason: "wrong-passphrase" });
    expect(await open({ passphrase: "" })).toEqual({ ok: false, reason: "wrong-passphrase" });
  });

  test("does not open with another server key, for another person or in another tenant", async () => {
    const damaged = { ok: false, reason: "damaged" };
    expect(await open({ serverKey: new Uint8Array(randomBytes(32)) })).toEqual(damaged);
    expect(await open({ owner: { ...owner, ownerId: "91ab" } })).toEqual(damaged);
    expect(await open({ owner: { ...owner, tenantId: "4c7e" } })).toEqual(damaged);
    expect(await open({ owner: { tenantId: "4c7d9", ownerId: "1aa" } })).toEqual(damaged);
  });

  test("does not open when any byte of it was changed or cut off", async () => {
    for (let position = 0; position < created.wrappedKey.length; position += 1) {
      const wrappedKey = Uint8Array.from(created.wrappedKey);
      wrappedKey[position] = (wrappedKey[position] ?? 0) ^ 1;
      expect(await open({ wrappedKey })).toEqual({ ok: false, reason: "damaged" });
    }
    for (const length of [0, 1, 23, 50, created.wrappedKey.length - 1]) {
      expect(await open({ wrappedKey: created.wrappedKey.slice(0, length) })).toEqual({
        ok: false,
        reason: "damaged",
      });
    }
  });

  test("holds neither the private key nor the passphrase in the clear", async () => {
    const opened = await open();
    if (!opened.ok) throw new Error(opened.reason);
    const stored = Buffer.from(created.wrappedKey);
    expect(stored.includes(Buffer.from(opened.privateKeyPkcs8).subarray(36, 68))).toBe(false);
    expect(stored.includes(Buffer.from(passphrase))).toBe(false);
  });

  test("is wrapped differently each time", async () => {
    const other = await createPortalKey({ owner, passphrase, serverKey });
    expect(Buffer.compare(other.wrappedKey, created.wrappedKey)).not.toBe(0);
  });

  test("keeps its key under a new passphrase", async () => {
    const newPassphrase = "Một mật khẩu khác hẳn";
    const input = { owner, wrappedKey: created.wrappedKey, serverKey, newPassphrase };
    expect(await changePortalKeyPassphrase({ ...input, passphrase: "sai mật khẩu" })).toEqual({
      ok: false,
      reason: "wrong-passphrase",
    });
    const changed = await changePortalKeyPassphrase({ ...input, passphrase });
    if (!changed.ok) throw new Error(changed.reason);
    expect(await open({ wrappedKey: changed.wrappedKey })).toEqual({ ok: false, reason: "wrong-passphrase" });
    expect(await open({ wrappedKey: changed.wrappedKey, passphrase: newPassphrase })).toEqual(await open());
  });
});

describe("a passphrase", () => {
  test.each([
    ["chín ký t", false],
    ["mười ký tự", true],
    ["mười ký tự".normalize("NFD"), true],
    ["chín ký t".normalize("NFD"), false],
    ["🙂🙂🙂🙂🙂", false],
  ])("%s: long enough is %s", (text, expected) => {
    expect(isPassphraseLongEnough(text)).toBe(expected);
  });

  test("that is too short wraps nothing, and the error does not repeat it", async () => {
    const attempt = createPortalKey({ owner, passphrase: "ngắn quá", serverKey });
    await expect(attempt).rejects.toThrow(RangeError);
    await expect(attempt).rejects.not.toThrow(/ngắn quá/);
  });

  test("cannot stand under a server key of the wrong length", async () => {
    await expect(createPortalKey({ owner, passphrase, serverKey: new Uint8Array(16) })).rejects.toThrow(
      RangeError,
    );
  });
});
