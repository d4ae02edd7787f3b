import "server-only";
import { dayFromColumn } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import { placeOf } from "@/lib/platform/tenancy/place";
import { capacityLines } from "../delegations";
import { paperContent } from "../paper-content";
import { documentNumber, termClause } from "../rules";
import { documentWords, openPlaceAndDate, placeAndDateLine } from "../signing/document-words";
import type { AgreementDocxInput } from "../signing/render-agreement-docx";
import { loadAmendment } from "./load-amendment";
import { loadContent } from "./load-content";
import { type Delegate, loadDelegates } from "./load-delegates";
import { loadParties } from "./load-parties";

type Asked = { agreementId: string; versionNumber?: number | undefined };

const day = (column: Date | null) => (column === null ? null : dayFromColumn(column));

/**
 * The words of a version, the newest unless another is named, for a Word file: with number, day and signers of its round, or open
 * places where none stands. Null where the acting office may not read the agreement or the version.
 */
export const getWordCopy: Query<Asked, AgreementDocxInput> = async ({ tx, actor, input }) => {
  const { tenantId } = actor;
  const version = await tx.agreementVersion.findFirst({
    where: {
      tenantId,
      agreementId: input.agreementId,
      ...(input.versionNumber === undefined ? {} : { number: input.versionNumber }),
    },
    orderBy: { number: "desc" },
    select: {
      id: true,
      abstract: true,
      mark: true,
      bases: true,
      amendsId: true,
      plannedFrom: true,
      plannedUntil: true,
      // The number of a round that stopped is void, and whom it named signs nothing.
      rounds: {
        where: { state: { in: ["open", "completed"] } },
        orderBy: { openedAt: "desc" },
        take: 1,
        select: {
          state: true,
          number: true,
          symbol: true,
          issueDate: true,
          signatures: { select: { partyId: true, person: { select: { fullName: true } } } },
        },
      },
    },
  });
  if (!version) return null;
  const content = await loadContent(tx, tenantId, version.id);
  const parties = await loadParties(tx, tenantId, input.agreementId);
  const amendment = await loadAmendment(tx, tenantId, version, { content, parties });
  const round = version.rounds[0];
  const delegates = round ? await loadDelegates(tx, tenantId, version.id) : new Map<string, Delegate>();
  const signed = new Map(round?.signatures.map(({ partyId, person }) => [partyId, person.fullName]));
  const place = placeOf(actor.tenantName);
  return {
    title: "Quy chế",
    abstract: version.abstract,
    numberLine: `${documentWords.number} ${round ? documentNumber(round.number, round.symbol) : documentWords.openNumber}`,
    placeAndDate: round ? placeAndDateLine(place, dayFromColumn(round.issueDate)) : openPlaceAndDate(place),
    offices: parties.map((party) => ({
      name: party.office.name,
      capacity: capacityLines(party.signingPostTitle, delegates.get(party.id) ?? null),
      signerName: signed.get(party.id) ?? delegates.get(party.id)?.personName ?? party.signer?.name ?? "",
    })),
    bases: version.bases,
    ...paperContent({
      content,
      parties,
      amendment,
      dated: termClause(day(version.plannedFrom), day(version.plannedUntil)),
    }),
    worth: round?.state === "completed" ? documentWords.wordOfSigned : documentWords.wordOfDraft,
    ...(version.mark ? { templateMark: version.mark } : {}),
    demo: actor.demo,
  };
};
