import "server-only";
import { dayAt, dayFromColumn, plusDays } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { decideEnding } from "../ending/policy";
import { type EndingAct, endingActs } from "../ending/rule-table";
import type { EndingView } from "../types";
import { loadParties } from "./load-parties";
import { loadVersions } from "./load-versions";

const most = 20;

/** Whether an agreement is to end before its term: what is in force, what was proposed and who agreed. For its parties only. */
export const getEnding: Query<{ agreementId: string }, EndingView> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const today = dayAt(now);
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    select: { id: true, title: true },
  });
  const parties = agreement ? await loadParties(tx, tenantId, agreement.id) : [];
  if (!agreement || parties.every(({ office }) => office.id !== actor.officeId)) return null;
  const versions = await loadVersions(tx, tenantId, agreement.id, now);
  const signed = versions.find(({ effectiveFrom }) => effectiveFrom !== null) ?? null;
  const rows = await tx.agreementEnding.findMany({
    where: { tenantId, agreementId: agreement.id },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: most,
    include: {
      office: { select: { id: true, code: true, name: true, tint: true } },
      closingOffice: { select: { code: true } },
      consents: { select: { partyId: true, at: true } },
    },
  });
  const endings = rows.map((row) => ({
    id: row.id,
    state: row.state as EndingView["past"][number]["state"],
    lastDay: plusDays(dayFromColumn(row.endsOn), -1),
    reason: row.reason,
    by: row.office,
    at: row.madeAt,
    closedBy: row.closingOffice?.code ?? null,
    closedOn: row.closedAt ? dayAt(row.closedAt) : null,
    closeReason: row.closeReason,
    consents: row.consents,
    isOpen: row.state === "proposed" && dayFromColumn(row.endsOn) > today,
  }));
  const open = endings.find(({ isOpen }) => isOpen) ?? null;
  const mine = parties.find(({ office }) => office.id === actor.officeId);
  const subject = {
    state: open ? "proposed" : "none",
    proposerOfficeId: open?.by.id ?? null,
    partyOfficeIds: parties.map(({ office }) => office.id),
  } as const;
  const standing = signed !== null && signed.state !== "expired";
  const agreedByMe = open?.consents.some(({ partyId }) => partyId === mine?.id) ?? false;
  const may = Object.fromEntries(
    endingActs.map((act) => [
      act,
      standing && decideEnding(actor, act, subject).allowed && !(act === "agreeEnding" && agreedByMe),
    ]),
  ) as Record<EndingAct, boolean>;
  return {
    agreementId: agreement.id,
    title: agreement.title,
    signed,
    parties: parties.map(({ id, office }) => ({
      office,
      agreedOn: open?.consents.find(({ partyId }) => partyId === id)?.at ?? null,
    })),
    open,
    past: endings.filter(({ isOpen }) => !isOpen),
    may,
    inRound: versions.some(({ state }) => state === "awaiting-signatures"),
  };
};
