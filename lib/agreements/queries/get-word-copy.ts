import "server-only";
import { dayFromColumn } from "@/lib/platform/dates/days";
import { numberLine } from "@/lib/platform/documents/official-form";
import type { Query } from "@/lib/platform/queries/run-query";
import { placeOf } from "@/lib/platform/tenancy/place";
import { capacityLines } from "../delegations";
import { onPaper } from "../external/on-paper";
import { documentNumber, documentSymbol, openNumber } from "../rules";
import { documentWords, openPlaceAndDate, placeAndDateLine } from "../signing/document-words";
import type { AgreementDocxInput } from "../signing/render-agreement-docx";
import { type Delegate, loadDelegates } from "./load-delegates";
import { loadPaper } from "./load-paper";

type Asked = { agreementId: string; versionNumber?: number | undefined };

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
  const { paper, parties, outside } = await loadPaper(tx, tenantId, {
    id: version.id,
    agreementId: input.agreementId,
  });
  const round = version.rounds[0];
  const delegates = round ? await loadDelegates(tx, tenantId, version.id) : new Map<string, Delegate>();
  const signed = new Map(round?.signatures.map(({ partyId, person }) => [partyId, person.fullName]));
  const place = placeOf(actor.tenantName);
  return {
    ...paper,
    numberLine: numberLine({
      form: paper.form,
      number: round
        ? documentNumber(round.number, round.symbol)
        : openNumber(
            documentSymbol(
              paper.form,
              parties.map(({ symbol }) => symbol),
            ),
          ),
    }),
    placeAndDate: round ? placeAndDateLine(place, dayFromColumn(round.issueDate)) : openPlaceAndDate(place),
    offices: [
      ...parties.map((party) => ({
        name: party.office.name,
        capacity: capacityLines(party.signingPostTitle, delegates.get(party.id) ?? null),
        signerName: signed.get(party.id) ?? delegates.get(party.id)?.personName ?? party.signer?.name ?? "",
      })),
      ...outside.map(onPaper),
    ],
    worth: round?.state === "completed" ? documentWords.wordOfSigned : documentWords.wordOfDraft,
    demo: actor.demo,
  };
};
