import "server-only";
import { authClient } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/ids";
import type { SessionScope, TenantRef } from "@/lib/platform/tenancy/actor";

export const sessionHours = 10;

export type SignInEventKind =
  | "signed-in"
  | "refused"
  | "throttled"
  | "signed-out"
  | "ended-everywhere"
  | "password-changed";

export async function recordSignIn(kind: SignInEventKind, accountId: string | null): Promise<void> {
  await authClient().signInEvent.create({ data: { id: newId(), accountId, kind } });
}

/** Opens a session on the server; the cookie only carries its id. */
export async function openSession(accountId: string, now: Date): Promise<string> {
  const id = newId();
  await authClient().session.create({
    data: { id, accountId, createdAt: now, expiresAt: new Date(now.getTime() + sessionHours * 3_600_000) },
  });
  return id;
}

export type LiveSession = SessionScope & { locale: string; tenants: TenantRef[] };

/** The session with its account's tenants, in one statement; null when ended, expired or its account disabled. */
export async function findLiveSession(sessionId: string): Promise<LiveSession | null> {
  const rows = await authClient().$queryRaw<
    { accountId: string; actingPostId: string | null; locale: string; tenants: TenantRef[] | null }[]
  >`
    select s.account_id as "accountId", s.acting_post_id as "actingPostId", a.locale,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'demo', t.demo) order by t.name)
        from account_tenants at join tenants t on t.id = at.tenant where at.account_id = a.id) as tenants
    from sessions s join accounts a on a.id = s.account_id
    where s.id = ${sessionId}::uuid and s.revoked_at is null and s.expires_at > now() and a.disabled_at is null`;
  const row = rows[0];
  return row ? { sessionId, ...row, tenants: row.tenants ?? [] } : null;
}

/** Of these sessions the live ones, each with the tenants its account may enter. */
export async function listLiveSessions(sessionIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await authClient().$queryRaw<{ id: string; tenants: string[] }[]>`
    select s.id, array_agg(at.tenant) as tenants
    from sessions s join accounts a on a.id = s.account_id join account_tenants at on at.account_id = a.id
    where s.id = any(${[...sessionIds]}::uuid[]) and s.revoked_at is null and s.expires_at > now() and a.disabled_at is null
    group by s.id`;
  return new Map(rows.map((row) => [row.id, row.tenants]));
}

export async function endSession(sessionId: string): Promise<void> {
  await authClient().session.updateMany({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** Ends every session of the account at once, on every machine. */
export async function endSessionsEverywhere(accountId: string): Promise<void> {
  await authClient().session.updateMany({
    where: { accountId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

export async function chooseActingPost(sessionId: string, postId: string): Promise<void> {
  await authClient().session.update({ where: { id: sessionId }, data: { actingPostId: postId } });
}

/** The language of the account's screens, on every machine it signs in from. */
export async function keepLanguage(accountId: string, locale: string): Promise<void> {
  await authClient().account.updateMany({ where: { id: accountId }, data: { locale } });
}

export async function keptLanguage(accountId: string): Promise<string | null> {
  const account = await authClient().account.findUnique({
    where: { id: accountId },
    select: { locale: true },
  });
  return account?.locale ?? null;
}
