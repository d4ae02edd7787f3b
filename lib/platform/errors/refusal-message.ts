import type { RefusalReason } from "./domain-error";

type Words = { (key: never, values?: never): string; has(key: never): boolean };

/** A refusal as one sentence; `t` reads the namespace `errors`. Unknown acts and reasons fall back to general words. */
export function refusalMessage(t: Words, refusal: RefusalReason): string {
  const act = t.has(`acts.${refusal.act}` as never) ? t(`acts.${refusal.act}` as never) : refusal.act;
  const reason = t.has(`refusal.${refusal.reason}` as never) ? refusal.reason : "other";
  const roles = (refusal.roles ?? []).map((role) => t(`roles.${role}` as never)).join(", ");
  const values = { act, offices: (refusal.offices ?? []).join(", "), roles };
  return t(`refusal.${reason}` as never, values as never);
}
