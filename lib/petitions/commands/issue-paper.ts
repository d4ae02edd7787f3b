import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayAt, dayFromColumn, dayToColumn, formatDay } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { paperNumber, placeAndDate } from "@/lib/platform/documents/official-form";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { placeOf } from "@/lib/platform/tenancy/place";
import { paperIssued } from "../events";
import { seal } from "../identity/letter-key";
import { namesPerson } from "../identity/person";
import { refuseNames } from "../identity/refuse-names";
import { openLetter } from "../identity/sealing";
import { type PaperKind, paperForms } from "../paper/forms";
import { type OfficialPaper, paragraphsOf, textsOf } from "../paper/official-paper";
import { loadSigners } from "../paper/signers";
import { allowOnPetition } from "../refusal";
import { issuePaperSchema } from "../schema";
import { findPetitionForUpdate, type LockedPetition } from "../store";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

const demonstration = "Bản trình diễn: người, cơ quan và nội dung là giả định, không có giá trị pháp lý.";

/** The paper this one replaces or corrects; a replaced one is replaced no more (NĐ 30/2020, art. 18). */
async function earlierPaper(
  tx: TenantTx,
  actor: Actor,
  petition: LockedPetition,
  kind: PaperKind,
  id: string | null,
) {
  if (id === null) {
    if (kind === "correction") throw new DomainError("conflict", "paperOfMissing");
    return null;
  }
  const { tenantId, officeId } = actor;
  const earlier = await tx.petitionPaper.findFirst({
    where: { tenantId, id, petitionId: petition.id, officeId },
    select: { id: true, kind: true, number: true, issuedOn: true },
  });
  if (!earlier || (kind !== "correction" && earlier.kind !== kind)) {
    throw new DomainError("conflict", "paperOfMissing");
  }
  if ((await tx.petitionPaper.count({ where: { tenantId, replacesId: id } })) > 0) {
    throw new DomainError("conflict", "paperReplaced");
  }
  return earlier;
}

/**
 * The next number of the office's series of the year: by type and symbol, from 1 each 1 January (NĐ 30/2020, art. 15). Two papers
 * at once queue on the series.
 */
async function takeNumber(
  tx: TenantTx,
  series: { tenantId: string; officeId: string; year: number; series: string },
) {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`papers:${series.tenantId}:${series.officeId}:${series.year}:${series.series}`}, 0))`;
  const last = await tx.petitionPaper.aggregate({ where: series, _max: { ordinal: true } });
  return (last._max.ordinal ?? 0) + 1;
}

/** A number of the office's own document system is written once a year. */
async function typedNumber(
  tx: TenantTx,
  of: { tenantId: string; officeId: string; year: number },
  number: string,
) {
  if ((await tx.petitionPaper.count({ where: { ...of, number } })) > 0) {
    throw wrong("typedNumber", "paperNumberTaken");
  }
}

/**
 * Issues a paper about a letter: with its number, in the form of who signs, frozen from then on. A content that was wrong is replaced
 * by a paper of the same kind, a form that was wrong is corrected by an official letter. Who denounced stands in none of them.
 */
export const issuePaper = defineCommand({
  name: "petitions.issuePaper",
  input: issuePaperSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "issuePaper", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, officeId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const form = paperForms[input.kind];
    if (petition.class === null || !form.classes.includes(petition.class))
      throw wrong("kind", "paperNotOfClass");
    const paragraphs = paragraphsOf(input.body);
    if (form.orders && !paragraphs.some(({ kind }) => kind === "article")) {
      throw wrong("body", "paperArticleMissing");
    }
    const earlier = await earlierPaper(tx, actor, petition, input.kind, input.ofId);
    const place = placeOf(actor.tenantName);
    const signer = (await loadSigners(tx, tenantId, officeId, place)).find(
      ({ postId }) => postId === input.signerPostId,
    );
    if (!signer) throw wrong("signerPostId", "paperSignerMissing");
    const { abstract, to, body, recipients, reason } = input;
    await refuseNames(tx, tenantId, petition, { abstract, to, body, recipients, reason });

    const today = dayAt(now);
    const year = Number(today.slice(0, 4));
    const series = paperNumber(signer.form, 0, form.type, signer.symbol).replace(/^00/, "");
    const ordinal =
      input.numbering === "own" ? await takeNumber(tx, { tenantId, officeId, year, series }) : null;
    if (ordinal === null) await typedNumber(tx, { tenantId, officeId, year }, input.typedNumber);
    const number =
      ordinal === null ? input.typedNumber : paperNumber(signer.form, ordinal, form.type, signer.symbol);
    const paper: OfficialPaper = {
      form: signer.form,
      superior: signer.superior,
      issuer: signer.issuer,
      number,
      placeAndDate: placeAndDate(place, today),
      title: form.title,
      abstract,
      to,
      paragraphs: [
        ...(earlier && input.kind !== "correction"
          ? [
              {
                kind: "text" as const,
                text: `Văn bản này thay thế văn bản số ${earlier.number} ngày ${formatDay(dayFromColumn(earlier.issuedOn))}.`,
              },
            ]
          : []),
        ...paragraphs,
      ],
      recipients: recipients
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
      capacity: input.kind === "dialogue" ? ["NGƯỜI CHỦ TRÌ ĐỐI THOẠI"] : signer.capacity,
      signer: signer.name,
      mark: actor.demo ? demonstration : "",
    };
    const { key, people } = await openLetter(tx, tenantId, petition.id);
    const id = newId();
    const words = textsOf(paper).join("\n");
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: { documentsIssued: { increment: 1 }, changedAt: now, revision: petition.revision + 1 },
    });
    await tx.petitionPaper.createMany({
      data: [
        {
          tenantId,
          id,
          petitionId: petition.id,
          officeId,
          kind: input.kind,
          series,
          year,
          ordinal,
          number,
          issuedOn: dayToColumn(today),
          signerPostId: signer.postId,
          signer: signer.name,
          replacesId: earlier && input.kind !== "correction" ? earlier.id : null,
          correctsId: earlier && input.kind === "correction" ? earlier.id : null,
          reason,
          names: people.some((person) => namesPerson(words, person)),
          sealed: seal(key, Buffer.from(JSON.stringify(paper), "utf8"), { purpose: "paper", tenantId, id }),
          accountId: actor.accountId,
          at: now,
        },
      ],
    });
    return {
      result: { petitionId: petition.id },
      events: [
        paperIssued(petition.id, {
          paperId: id,
          kind: input.kind,
          number,
          ...(earlier ? { ofId: earlier.id } : {}),
        }),
      ],
    };
  },
});
