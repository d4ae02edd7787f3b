import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { inTenant, type TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { FormState } from "@/lib/platform/forms/form-state";
import { newId } from "@/lib/platform/ids";
import type { Actor, Caller } from "@/lib/platform/tenancy/actor";

/*
 * A browser without script sends a form with files to an address that is no page, and is led back to the page (303). What was
 * typed waits meanwhile in a row, sealed under a key that only a cookie of that browser holds; the janitor clears rows after
 * an hour. The database alone tells nobody what was typed.
 */
const cookieName = "returned-form";
const keptForSeconds = 600;
const nonceLength = 12;
const tagLength = 16;

export type ReturnedForm = { form: string; state: FormState };

function seal(returned: ReturnedForm, key: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(returned), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function unseal(sealed: Uint8Array, key: Buffer): ReturnedForm | null {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceLength));
    decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    const text = Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]);
    return JSON.parse(text.toString("utf8")) as ReturnedForm;
  } catch {
    // A cookie that does not fit the row: as if nothing had come back.
    return null;
  }
}

/** Keeps what came back for the page it is led to. Answers the cookie's value. */
export async function keepReturnedForm(caller: Caller, returned: ReturnedForm, path: string): Promise<void> {
  const scope = { tenantId: caller.tenant.id, accountId: caller.session.accountId };
  const [id, key] = [newId(), randomBytes(32)];
  await inTenant(scope, (tx) =>
    tx.returnedForm.createMany({
      data: [{ ...scope, id, sealed: new Uint8Array(seal(returned, key)), createdAt: new Date() }],
    }),
  );
  (await cookies()).set(cookieName, `${id}.${key.toString("base64url")}`, {
    path,
    maxAge: keptForSeconds,
    httpOnly: true,
    sameSite: "lax",
  });
}

export async function forgetReturnedForm(path: string): Promise<void> {
  (await cookies()).set(cookieName, "", { path, maxAge: 0, httpOnly: true, sameSite: "lax" });
}

/** What the browser holds for this page; a page hands it to its query. */
export async function returnedFormToken(): Promise<string | undefined> {
  return (await cookies()).get(cookieName)?.value;
}

/** A form that came back a moment ago, as the page shows it; null where there is none. */
export async function loadReturnedForm(
  tx: TenantTx,
  actor: Actor,
  token: string | undefined,
): Promise<ReturnedForm | null> {
  const [, id, key] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (!id || !key) return null;
  const row = await tx.returnedForm.findUnique({
    where: { tenantId_id: { tenantId: actor.tenantId, id } },
    select: { sealed: true },
  });
  return row ? unseal(row.sealed, Buffer.from(key, "base64url")) : null;
}
