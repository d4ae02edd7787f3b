import "server-only";
import { type Day } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { HandoverStep } from "../file-schema";
import { stepKinds } from "../file-schema";
import { endOfChain, loadMark, loadSteps, mostSteps } from "../load-steps";
import { allowHandover } from "../policy";
import type { HandoverLine, HandoversView, WaitingSteps } from "../types";

const pageSize = 20;
const shownSteps = 50;

function waitingOf(found: readonly HandoverStep[]): WaitingSteps {
  const steps = found.slice(0, mostSteps);
  return {
    shown: steps.slice(0, shownSteps),
    count: steps.length,
    isWhole: found.length <= mostSteps,
    until: steps.at(-1)?.position ?? null,
    kinds: stepKinds
      .map((kind) => ({ kind, count: steps.filter(({ step }) => step === kind).length }))
      .filter(({ count }) => count > 0),
  };
}

/** What the acting office would hand over now, and what it handed over, the newest first; not there for those who may not read it. */
export const listHandovers: Query<{ before?: string | undefined }, HandoversView> = async ({
  tx,
  actor,
  input,
}) => {
  if (!allowHandover(actor, "read").allowed) return null;
  const { tenantId, officeId } = actor;
  const before = /^\d{1,9}$/.test(input.before ?? "") ? Number(input.before) : 1_000_000_000;
  const { after } = await loadMark(tx, { tenantId, officeId });
  const found = await loadSteps(tx, { after, until: endOfChain, most: mostSteps + 1 });
  const rows = await tx.$queryRaw<(HandoverLine & { receiptOn: Day | null })[]>`
    select h.id, h.ordinal as number, h.at, pe.full_name as by, h.steps, h.state, h.receipt_number as "receiptNumber",
      h.receipt_on::text as "receiptOn", h.refusal_reason as "refusalReason", h.json_sha256 as "jsonSha256",
      h.xlsx_sha256 as "xlsxSha256"
    from national_handovers h
    left join lateral (
      select p.full_name from people p where p.tenant_id = h.tenant_id and p.account_id = h.account_id limit 1) pe on true
    where h.tenant_id = ${tenantId}::uuid and h.office_id = ${officeId}::uuid and h.ordinal < ${before}
    order by h.ordinal desc limit ${pageSize + 1}`;
  const lines = rows.slice(0, pageSize);
  return {
    office: actor.officeName,
    waiting: waitingOf(found),
    // The newest is the only one that can await its receipt.
    awaiting: input.before ? null : (lines.find(({ state }) => state === "awaiting") ?? null),
    lines,
    next: rows.length > pageSize ? (lines.at(-1)?.number ?? null) : null,
    may: {
      prepare: allowHandover(actor, "prepare").allowed,
      keepReceipt: allowHandover(actor, "keepReceipt").allowed,
    },
  };
};
