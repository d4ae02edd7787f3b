import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayToColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { sealChange } from "../amendment";
import { loadStations } from "../circles/load-stations";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionForwarded } from "../events";
import { refuseNames } from "../identity/refuse-names";
import { openLetterKey } from "../identity/sealing";
import { loadCompetence } from "../queries/load-competence";
import { allowForwarding } from "../refusal";
import { forwardPetitionSchema } from "../schema";
import { findPetitionForUpdate, type LockedPetition } from "../store";
import { takeNumber } from "../take-number";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

type Target = { officeId: string | null; bodyId: string | null; name: string };

/** Where it goes: an office of the tenant or a body outside, and one of the two. */
async function findTarget(
  tx: TenantTx,
  tenantId: string,
  { officeId, externalBodyId: bodyId }: { officeId: string | null; externalBodyId: string | null },
): Promise<Target> {
  if (officeId !== null && bodyId !== null) throw wrong("externalBodyId", "forwardToOne");
  if (bodyId !== null) {
    const body = await tx.externalBody.findUnique({
      where: { tenantId_id: { tenantId, id: bodyId }, active: true },
      select: { name: true },
    });
    if (!body) throw wrong("externalBodyId", "forwardOfficeMissing");
    return { officeId: null, bodyId, name: body.name };
  }
  const office =
    officeId === null
      ? null
      : await tx.office.findUnique({
          where: { tenantId_id: { tenantId, id: officeId } },
          select: { name: true },
        });
  if (!office) throw wrong("officeId", "forwardOfficeMissing");
  return { officeId, bodyId: null, name: office.name };
}

/** Asks an office to take the letter over: it reads it from now on. */
async function nameOffice(tx: TenantTx, tenantId: string, petition: LockedPetition, officeId: string) {
  const row = { tenantId, petitionId: petition.id, officeId };
  if (petition.offices.some((office) => office.officeId === officeId)) {
    await tx.petitionOffice.updateMany({ where: row, data: { part: "forwarded" } });
  } else {
    await tx.petitionOffice.createMany({ data: [{ ...row, part: "forwarded" }] });
  }
}

/**
 * Of a sealed letter the line in the register goes along with it: from then on it is the summary that was looked through. What stood
 * there is kept under the letter's key, as after any correction.
 */
async function retitled(
  tx: TenantTx,
  { tenantId, officeId, accountId }: Actor,
  petition: LockedPetition,
  { summary, documentNumber }: { summary: string; documentNumber: string },
  now: Date,
) {
  const subject = summary.length > 300 ? `${summary.slice(0, 299)}…` : summary;
  if (subject === petition.subject) return {};
  const id = newId();
  const key = await openLetterKey(tx, tenantId, petition.id);
  const change = { reason: `Phiếu chuyển số ${documentNumber}`, before: { subject: petition.subject } };
  await tx.petitionChange.createMany({
    data: [
      {
        tenantId,
        id,
        petitionId: petition.id,
        revision: petition.revision + 1,
        kind: "amended",
        fields: ["subject"],
        sealed: sealChange(key, { tenantId, id }, change),
        officeId,
        accountId,
        at: now,
      },
    ],
  });
  return { subject };
}

/**
 * Gives a letter over to the office that is competent, with a slip, once for one content (TT 05/2021/TT-TTCP, art. 14(1)).
 * Of a sealed letter only a summary goes out that the handler wrote and answers for.
 * Where the office is not the one the signed table names for the subject, the reason is said; and where the matter was there
 * already, why it is sent all the same.
 */
export const forwardPetition = defineCommand({
  name: "petitions.forward",
  input: forwardPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowForwarding(tx, actor, subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const rows = await loadCompetence(tx, tenantId, now);
    const row = rows.find(({ key }) => key === input.subjectKey);
    if (input.subjectKey !== "" && !row) throw wrong("subjectKey", "invalid");
    // A subject of the table names its office: it is not asked again.
    const named = input.externalBodyId === null ? (row?.officeId ?? null) : null;
    const officeId = input.officeId ?? named;
    if (officeId === actor.officeId) throw wrong("officeId", "forwardToOwn");
    const target = await findTarget(tx, tenantId, { officeId, externalBodyId: input.externalBodyId });
    const asTabled = target.officeId !== null && row?.officeId === target.officeId;
    if (!asTabled && input.reason.length < 5) throw wrong("reason", "forwardReasonMissing");
    if (petition.identity === "sealed") {
      if (input.summary.length < 10) throw wrong("summary", "summaryMissing");
      if (!input.summaryChecked) throw wrong("summaryChecked", "summaryUnchecked");
    }
    const stations = await loadStations(tx, petition.id);
    const again = stations.some(({ officeId }) => officeId === (target.officeId ?? target.bodyId));
    if (again && input.againReason.length < 5) throw wrong("againReason", "againReasonMissing");
    const { summary, reason, againReason, documentNumber } = input;
    await refuseNames(tx, tenantId, petition, { summary, reason, againReason, documentNumber });
    const today = dayToColumn(dayAt(now));
    await takeNumber(
      tx,
      { tenantId, officeId: actor.officeId, year: Number(dayAt(now).slice(0, 4)) },
      "slip",
      {
        number: documentNumber,
        petitionId: petition.id,
        anyway: input.sameNumber,
      },
    );
    if (target.officeId !== null) await nameOffice(tx, tenantId, petition, target.officeId);
    await tx.petitionForward.createMany({
      data: [
        {
          tenantId,
          id: newId(),
          petitionId: petition.id,
          fromOfficeId: actor.officeId,
          toOfficeId: target.officeId,
          toBodyId: target.bodyId,
          toName: target.bodyId === null ? "" : target.name,
          subjectKey: row?.key ?? null,
          basis: asTabled ? (row?.basis ?? "") : "",
          summary: petition.identity === "sealed" ? summary : "",
          reason: input.reason,
          againReason: again ? againReason : "",
          documentNumber: input.documentNumber,
          sentOn: today,
          state: "sent",
          accountId: actor.accountId,
          createdAt: now,
        },
      ],
    });
    const title = petition.identity === "sealed" ? await retitled(tx, actor, petition, input, now) : {};
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        ...title,
        state: "forwarded",
        competent: false,
        outcome: "forwarded",
        outcomeOn: today,
        outcomeBody: target.name,
        outcomeDocument: input.documentNumber,
        changedAt: now,
        revision: petition.revision + 1,
      },
    });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [
        petitionForwarded(petition.id, {
          officeId: target.officeId,
          bodyId: target.bodyId,
          subjectKey: row?.key ?? null,
          asTabled,
          ...(again ? { again } : {}),
        }),
      ],
    };
  },
});
