import "server-only";
import { z } from "zod";
import { inTenant } from "@/lib/platform/db/tenant-transaction";
import { DomainError, notFoundError } from "@/lib/platform/errors/domain-error";
import type { Caller } from "@/lib/platform/tenancy/actor";
import { resolveActor } from "@/lib/platform/tenancy/resolve-actor";
import { tenantKey } from "../identity/tenant-keys";
import { decideTaking } from "../policy";
import { loadBodies } from "../queries/load-bodies";
import { type Ask, type Found, findSameLetters } from "./find";
import { askIn } from "./keep";
import { comparable } from "./sealed-text";
import { keyedLetter, sameLetterKey } from "./sketch";
import type { OfCaseView, SameLetterView } from "./types";
import { sameLetterView } from "./view";

const field = (most: number) => z.string().trim().max(most).catch("");

/** What a form has so far; of another shape than the form's own, since nothing of it is finished. */
export const askedLetterSchema = z.object({
  fullName: field(200),
  address: field(400),
  phone: field(60),
  idNumber: field(60),
  subject: field(300),
  content: field(20_000),
  denounces: z.enum(["no", "yes", "unsure"]).catch("no"),
});
export type AskedLetter = z.output<typeof askedLetterSchema>;

export type SameLetterAnswer = { found: readonly AskedAnswer[] } | { againAt: Date };
export type AskedAnswer = SameLetterView | OfCaseView;

/** Shorter, it is a beginning: nothing is asked, and no look-up is spent on it. */
const leastText = 40;

/**
 * Which letters of the tenant's offices are the same as the one being typed: office, since, code and state, and nothing else.
 * In a transaction of its own that writes who asked (DESIGN, roles); of the text nothing is written. Asking too often, one is
 * told when again.
 */
export async function askSameLetter(caller: Caller, letter: AskedLetter): Promise<SameLetterAnswer> {
  const { subject, content, denounces, ...person } = letter;
  if (subject.length + content.length < leastText) return { found: [] };
  return inTenant({ tenantId: caller.tenant.id, accountId: caller.session.accountId }, async (tx) => {
    const actor = await resolveActor(tx, caller.tenant, caller.session);
    if (!actor) throw notFoundError();
    const bodies = await loadBodies(tx, actor.tenantId);
    const serves = bodies.some((body) => body.officeId === actor.officeId);
    if (!decideTaking(actor, serves).allowed) throw new DomainError("forbidden", "refused");
    const ask = askIn(tx);
    const [limit] = await ask<{ at: Date | null }>("select may_look_up_again_at() as at", []);
    if (limit?.at) return { againAt: limit.at };
    const key = sameLetterKey((await tenantKey(tx, actor.tenantId, "lookup")).key);
    const sealed = denounces !== "no";
    const keyed = keyedLetter(comparable([person], { subject, content }, sealed), key);
    const asking = { source: "typing", officeId: actor.officeId, except: null } as const;
    const [found = { same: [], ofCase: [] }] = await findSameLetters(ask, [{ ...keyed, sealed }], asking);
    const same = oneOfEachContact(found.same.map(sameLetterView));
    const ofCase = found.ofCase.slice(0, shown - Math.min(shown - 1, same.length));
    return { found: [...same.slice(0, shown), ...(await ofCaseViews(ask, ofCase))] };
  });
}

const shown = 5;

/** An office of which nothing but its name is told is named once, however many of its letters look the same. */
function oneOfEachContact(views: readonly SameLetterView[]): SameLetterView[] {
  const named = new Set<string>();
  return views.filter((view) => {
    if (view.kind !== "contact") return true;
    const known = named.has(view.office);
    named.add(view.office);
    return !known;
  });
}

/** Each with the code of the case it is in, if it is in one. */
async function ofCaseViews(ask: Ask, found: readonly Found[]): Promise<OfCaseView[]> {
  if (found.length === 0) return [];
  const codes = await ask<{ petitionId: string; code: string }>(
    `select petition_id as "petitionId", code from case_codes_of($1::uuid[])`,
    [found.map(({ petitionId }) => petitionId)],
  );
  const codeOf = new Map(codes.map(({ petitionId, code }) => [petitionId, code]));
  return found.flatMap(({ petitionId, officeCode, code, since }) =>
    code === null || since === null
      ? []
      : [
          {
            kind: "case" as const,
            office: officeCode,
            code,
            since,
            caseCode: codeOf.get(petitionId) ?? null,
          },
        ],
  );
}
