import "server-only";
import { loadRecentRefusal } from "@/lib/platform/audit/load-recent-refusal";
import { type Day, dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { chaptersOf, matrixOf } from "../arrange";
import { findContradictions } from "../contradictions";
import type { OnBehalf } from "../delegations";
import { hasConsented } from "../external/policy";
import { loadOutside } from "../external/queries/load-outside";
import type { PaperForm } from "../paper-form";
import { decideAgreement, delegationStands, holdsSigningPost } from "../policy";
import { type AgreementAct, agreementActs } from "../rule-table";
import { documentNumber, isTermOver, standingState, termClause } from "../rules";
import { partiesBefore } from "../turns";
import type { AgreementPageView, Party, RoundView, SigningMethod, VersionState } from "../types";
import { loadAmendment } from "./load-amendment";
import { loadChanges } from "./load-changes";
import { loadContents } from "./load-content";
import { loadDelegates, loadStandingDelegations } from "./load-delegates";
import { paperLook } from "./load-paper-looks";
import { loadParties } from "./load-parties";
import { accountsOf, loadPointRows, pointsOf } from "./load-points";
import { loadSinceConsent } from "./load-since-consent";
import { loadTakenTurn } from "./load-taken-turn";

async function loadRound(
  tx: TenantTx,
  { tenantId, accountId }: Pick<Actor, "tenantId" | "accountId">,
  versionId: string,
  delegates: ReadonlyMap<string, OnBehalf>,
): Promise<RoundView | null> {
  // The bytes stay in the database: a page needs their size and fingerprint only.
  const documents = await tx.$queryRaw<
    {
      id: string;
      roundId: string;
      seq: number;
      sha256: string;
      size: number;
      ok: boolean | null;
      at: Date | null;
    }[]
  >`
    select d.id, d.round_id as "roundId", d.seq, d.sha256, length(d.bytes) as size, c.ok, c.at
    from (select id from signing_rounds where tenant_id = ${tenantId}::uuid and version_id = ${versionId}::uuid
      order by opened_at desc limit 1) r
    join issued_documents d on d.tenant_id = ${tenantId}::uuid and d.round_id = r.id
    left join lateral (select ok, at from document_checks c where c.tenant_id = d.tenant_id and c.document_id = d.id
      order by c.at desc limit 1) c on true
    order by d.seq`;
  const [issued, newest] = [documents[0], documents.at(-1)];
  if (!issued || !newest) return null;
  const round = await tx.signingRound.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: issued.roundId } },
    include: {
      signatures: {
        orderBy: { signedAt: "asc" },
        include: { person: { select: { fullName: true } }, document: { select: { sha256: true } } },
      },
      declines: { select: { partyId: true, reason: true, at: true } },
      turns: { select: { partyId: true, step: true } },
      organisationSignatures: { select: { partyId: true, signedAt: true }, orderBy: { signedAt: "asc" } },
    },
  });
  const taken = round.state === "open" ? await loadTakenTurn(tx, tenantId, round.id) : null;
  return {
    id: round.id,
    number: documentNumber(round.number, round.symbol),
    state: round.state,
    openedAt: round.openedAt,
    issueDate: dayFromColumn(round.issueDate),
    endReason: round.endReason,
    issuedSha256: issued.sha256,
    document: {
      id: newest.id,
      sha256: newest.sha256,
      size: newest.size,
      seq: newest.seq,
      check: newest.ok !== null && newest.at !== null ? { ok: newest.ok, at: newest.at } : null,
    },
    signatures: round.signatures.map((signature) => ({
      id: signature.id,
      partyId: signature.partyId,
      signerName: signature.person.fullName,
      signedAt: signature.signedAt,
      sha256: signature.document.sha256,
      method: signature.method as SigningMethod,
    })),
    organisations: round.organisations
      ? {
          signed: round.organisationSignatures.map(({ partyId, signedAt }) => ({ partyId, at: signedAt })),
          issuedAt: round.issuedAt,
        }
      : null,
    taken: taken && {
      partyId: taken.partyId,
      until: taken.until,
      mine: taken.accountId === accountId,
      byLink: taken.accountId === null,
    },
    decline: round.declines[0] ?? null,
    turns: round.turns.map((turn) => ({ ...turn, onBehalf: delegates.get(turn.partyId) ?? null })),
  };
}

/** The parties that sign before this one and have not yet. */
function waitsFor(round: RoundView | null, party: Party | undefined): string[] {
  if (!round || !party) return [];
  const signed = round.signatures.map((signature) => signature.partyId);
  return partiesBefore(round.turns, signed, party.id);
}

function dayOf(column: Date | null): Day | null {
  return column === null ? null : dayFromColumn(column);
}

async function nameOf(
  tx: TenantTx,
  tenantId: string,
  accountIds: (string | null)[],
): Promise<Map<string, string>> {
  const people = await tx.person.findMany({
    where: { tenantId, accountId: { in: accountIds.filter((id) => id !== null) } },
    select: { accountId: true, fullName: true },
  });
  return new Map(
    people.flatMap((person) => (person.accountId ? [[person.accountId, person.fullName] as const] : [])),
  );
}

/** Why a version in its round can be signed no more; the database asks the same of every turn and signature. */
function overOf(
  version: { state: string; plannedFrom: Date | null; plannedUntil: Date | null },
  amends: { effectiveUntil: Date | null } | undefined,
  today: Day,
): AgreementPageView["over"] {
  if (version.state !== "awaiting-signatures") return null;
  const plannedFrom = dayOf(version.plannedFrom);
  if (isTermOver({ plannedFrom, plannedUntil: dayOf(version.plannedUntil) }, today)) return "term-over";
  const amended = { plannedFrom, plannedUntil: dayOf(amends?.effectiveUntil ?? null) };
  return isTermOver(amended, today) ? "amends" : null;
}

/** One agreement in its newest readable version, or in the one asked for; null where the acting office may not read it. */
export const getAgreementPage: Query<
  { agreementId: string; versionNumber?: number | undefined },
  AgreementPageView
> = async ({ tx, actor, input, now }) => {
  const { tenantId } = actor;
  const agreement = await tx.agreement.findUnique({
    where: { tenantId_id: { tenantId, id: input.agreementId } },
    include: { versions: { orderBy: { number: "desc" } } },
  });
  const version =
    input.versionNumber === undefined
      ? agreement?.versions[0]
      : agreement?.versions.find((candidate) => candidate.number === input.versionNumber);
  if (!agreement || !version) return null;
  const parties = await loadParties(tx, tenantId, agreement.id);
  const before =
    version.state === "negotiating" || version.state === "awaiting-signatures"
      ? agreement.versions.find((candidate) => candidate.number === version.number - 1)
      : undefined;
  const read = [version.id, before?.id, version.amendsId].filter((id) => id != null);
  const contentOf = await loadContents(tx, tenantId, [...new Set(read)]);
  const content = contentOf(version.id);
  const amended = version.amendsId === null ? null : contentOf(version.amendsId);
  const amendment = await loadAmendment(tx, tenantId, version, { content, before: amended, parties });
  const hashes = await tx.$queryRaw<{ hash: string }[]>`
    select version_content_hash(${tenantId}::uuid, ${version.id}::uuid) as hash`;
  const contentHash = hashes[0]?.hash ?? "";
  const consents = await tx.consent.findMany({ where: { tenantId, versionId: version.id } });
  const pointRows = await loadPointRows(tx, tenantId, version.id);
  const names = await nameOf(tx, tenantId, [
    version.changedBy,
    ...accountsOf(pointRows),
    ...consents.map((consent) => consent.accountId),
  ]);
  const delegates = await loadDelegates(tx, tenantId, version.id);
  const round = await loadRound(tx, actor, version.id, delegates);
  const storedState = version.state as VersionState;
  const outside = await loadOutside(tx, tenantId, {
    agreementId: agreement.id,
    versionId: version.id,
    contentHash,
    round,
    now,
  });
  const subject = {
    state: storedState,
    contactOfficeId: agreement.contactOfficeId,
    parties: parties.map((party) => ({
      officeId: party.office.id,
      signingPostId: party.signingPostId,
      delegate: delegates.get(party.id),
    })),
  };
  const mine = parties.find((party) => party.office.id === actor.officeId);
  const signedByMe = round?.signatures.some((signature) => signature.partyId === mine?.id) ?? false;
  const consentedByMe = consents.some((consent) => consent.partyId === mine?.id);
  const signs = holdsSigningPost(actor, subject) && delegationStands(actor, subject) && !signedByMe;
  const extra: Partial<Record<AgreementAct, boolean>> = {
    sign: signs && waitsFor(round, mine).length === 0,
    declineToSign: signs,
    consent: !consentedByMe,
    revise: agreement.versions[0]?.id === version.id,
    speakOutside: outside.some(({ office }) => office.id === actor.officeId),
    issue:
      round?.organisations != null && !round.organisations.signed.some((one) => one.partyId === mine?.id),
  };
  const may = Object.fromEntries(
    agreementActs.map((act) => [act, decideAgreement(actor, act, subject).allowed && (extra[act] ?? true)]),
  ) as Record<AgreementAct, boolean>;
  const readyToOpen =
    may.openRound &&
    (amendment?.changed ?? true) &&
    parties.every(({ id }) =>
      consents.some((consent) => consent.partyId === id && consent.contentHash === contentHash),
    ) &&
    outside.every(hasConsented);
  const dates = {
    effectiveFrom: dayOf(version.effectiveFrom),
    effectiveUntil: dayOf(version.effectiveUntil),
  };
  return {
    agreementId: agreement.id,
    title: agreement.title,
    contactOfficeId: agreement.contactOfficeId,
    version: {
      id: version.id,
      number: version.number,
      storedState,
      state: standingState({ state: storedState, ...dates }, dayAt(now)),
      revision: version.revision,
      abstract: version.abstract,
      mark: version.mark,
      bases: version.bases,
      form: version.form as PaperForm,
      recipients: version.recipients,
      plannedFrom: dayOf(version.plannedFrom),
      plannedUntil: dayOf(version.plannedUntil),
      ...dates,
      changedAt: version.changedAt,
      changedBy: version.changedBy ? (names.get(version.changedBy) ?? null) : null,
    },
    versions: agreement.versions.map((row) => ({
      id: row.id,
      number: row.number,
      state: row.state as VersionState,
    })),
    parties,
    outside,
    chapters: chaptersOf(
      content,
      termClause(
        amendment ? amendment.root.plannedFrom : dayOf(version.plannedFrom),
        dayOf(version.plannedUntil),
      ),
    ),
    amendment: amendment && {
      papers: amendment.papers,
      articles: amendment.articles,
      changed: amendment.changed,
    },
    matrix: matrixOf(content, parties),
    contentHash,
    consents: consents.map((consent) => ({
      partyId: consent.partyId,
      at: consent.at,
      current: consent.contentHash === contentHash,
      by: names.get(consent.accountId) ?? null,
    })),
    round,
    over: overOf(
      version,
      agreement.versions.find(({ id }) => id === version.amendsId),
      dayAt(now),
    ),
    may,
    readyToOpen,
    delegations: readyToOpen ? await loadStandingDelegations(tx, tenantId, agreement.id) : [],
    changes:
      storedState === "negotiating" || before
        ? await loadChanges(tx, actor, {
            contactOfficeId: agreement.contactOfficeId,
            parties,
            content: { ...content, paper: paperLook(version) },
            before: before
              ? { number: before.number, content: { ...contentOf(before.id), paper: paperLook(before) } }
              : null,
          })
        : null,
    sinceConsent:
      storedState === "negotiating"
        ? await loadSinceConsent(tx, tenantId, {
            versionId: version.id,
            party: mine,
            contentHash,
            content: { ...content, paper: paperLook(version) },
            parties,
          })
        : null,
    points: pointsOf(pointRows, names, { officeId: actor.officeId, content, may }),
    contradictions: findContradictions(content, parties),
    refusedJustNow: await loadRecentRefusal(tx, actor, version.id),
  };
};
