import "server-only";
import { loadHolders } from "@/lib/offices/queries/load-holders";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { openLetterKey } from "../identity/sealing";
import { opens } from "../paper/load-papers";
import { postInCharge } from "./store";
import { openHandlerReason } from "./texts";
import type { HandlerChange, HandlerView, NamedHandler } from "./types";

type Letter = { id: string; identity: string; destroyedAt: Date | null; leadOfficeId: string };

async function loadChanges(tx: TenantTx, actor: Actor, letter: Letter): Promise<HandlerChange[]> {
  const { tenantId } = actor;
  const rows = await tx.petitionHandler.findMany({
    where: { tenantId, petitionId: letter.id },
    orderBy: { ordinal: "desc" },
    take: 30,
    include: { post: { select: { title: true } }, person: { select: { fullName: true } } },
  });
  if (rows.length === 0) return [];
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: [...new Set(rows.map(({ accountId }) => accountId))] } },
    select: { accountId: true, fullName: true },
  });
  const nameOf = new Map(people.map((person) => [person.accountId, person.fullName]));
  const readable = rows.some((row) => row.reason !== null && opens(row, letter));
  const key = readable ? await openLetterKey(tx, tenantId, letter.id) : null;
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    by: nameOf.get(row.accountId) ?? null,
    to: row.post && row.person ? { title: row.post.title, name: row.person.fullName } : null,
    reason:
      key && row.reason && opens(row, letter)
        ? openHandlerReason(key, { tenantId, id: row.id }, row.reason)
        : null,
  }));
}

/** Who of the acting office works on a letter it handles, since when and why it changed; of another office nothing. */
export async function loadHandler(
  tx: TenantTx,
  actor: Actor,
  letter: Letter,
  named: NamedHandler | null,
): Promise<HandlerView> {
  if (letter.leadOfficeId !== actor.officeId) return { named: null, inCharge: null, changes: [] };
  const changes = await loadChanges(tx, actor, letter);
  if (named?.present) {
    const { name, title, present } = named;
    return {
      named: { name, title, present, mine: named.personId === actor.personId },
      inCharge: null,
      changes,
    };
  }
  const post = await postInCharge(tx, actor.tenantId, actor.officeId);
  const holders = await loadHolders(tx, actor.tenantId, post === null ? [] : [post]);
  return {
    named: named ? { name: named.name, title: named.title, present: false, mine: false } : null,
    inCharge: post === null ? null : (holders.get(post) ?? null),
    changes,
  };
}
