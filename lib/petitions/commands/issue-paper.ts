import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import {
  type Day,
  dayAt,
  dayFromColumn,
  dayToColumn,
  formatDay,
  parseTypedDay,
} from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { paperNumber, placeAndDate } from "@/lib/platform/documents/official-form";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { placeOf } from "@/lib/platform/tenancy/place";
import { keepClocksOf, loadMilestones } from "../clocks/load-timeline";
import { milestoneProblem } from "../clocks/milestones";
import { putMilestone } from "../clocks/put-milestone";
import { milestoneRecorded, paperIssued, petitionConcluded } from "../events";
import { seal } from "../identity/letter-key";
import { namesPerson } from "../identity/person";
import { refuseNames } from "../identity/refuse-names";
import { openLetter } from "../identity/sealing";
import type { NumberAdvice } from "../numbers";
import { type PaperKind, paperForms } from "../paper/forms";
import { type OfficialPaper, paragraphsOf, textsOf } from "../paper/official-paper";
import { loadSigners } from "../paper/signers";
import { kindsNow, type PaperStep, stepOf } from "../paper/steps";
import type { PaperAdvice } from "../paper/types";
import { allowOnPetition } from "../refusal";
import { issuePaperSchema } from "../schema";
import { findPetitionForUpdate, type LockedPetition } from "../store";
import { loadNextPaperNumber } from "../take-number";

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
  kind: PaperKind,
  number: string,
) {
  if ((await tx.petitionPaper.count({ where: { ...of, number } })) > 0) {
    const advice: NumberAdvice = { nextNumber: await loadNextPaperNumber(tx, of, kind) };
    throw new DomainError("invalid", "invalid", { fields: { typedNumber: ["paperNumberTaken"] }, advice });
  }
}

/** The step a first paper ends; refused where it would say something against what is on record. */
async function endedStep(
  tx: TenantTx,
  { tenantId }: Actor,
  petition: LockedPetition,
  { kind, days }: { kind: PaperKind; days: number | null },
  today: Day,
): Promise<PaperStep> {
  const on = { tenantId, petitionId: petition.id };
  const milestones = await loadMilestones(tx, tenantId, petition.id);
  const unmet = await tx.petitionCheck.count({ where: { ...on, met: false } });
  const letter = { ...petition, unmet, milestones: milestones.map((milestone) => milestone.kind) };
  if (!kindsNow(letter).includes(kind)) throw wrong("kind", "paperNotNow");
  const step = stepOf(kind, letter);
  const [first] = step.milestones;
  if (first !== undefined) {
    const { receivedOn } = await tx.petition.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: petition.id } },
      select: { receivedOn: true },
    });
    const known = { class: petition.class, state: petition.state, receivedOn: dayFromColumn(receivedOn) };
    const problem = milestoneProblem({ kind: first, on: today, days }, { ...known, today, milestones });
    if (problem) throw wrong(problem.field, problem.message);
    if (first === "extended" && days === null) throw wrong("days", "numberUnknown");
  }
  return step;
}

/**
 * A paper is looked at, then confirmed, then written: it stands for good (docs/decisions/0030). Until then it comes back as it will be,
 * its number still open. Answers the day it was signed on, outside of the portal.
 */
function signedBefore(
  {
    step,
    signedOn,
    numbering,
    typedNumber: typed,
  }: { step: string; signedOn: string; numbering: string; typedNumber: string },
  { paper, signer, today }: { paper: OfficialPaper; signer: string; today: Day },
): Day {
  const shown = numbering === "own" ? paper : { ...paper, number: typed };
  if (step === "preview" || step === "confirm") {
    const advice: PaperAdvice = { stage: step, paper: shown, signer, today };
    throw new DomainError("conflict", "paperPreview", { quiet: true, advice });
  }
  const advice: PaperAdvice = { stage: "confirm", paper: shown, signer, today };
  const day = parseTypedDay(signedOn, today);
  const problem =
    signedOn === "" ? "dayMissing" : day === null ? "dayUnknown" : day > today ? "dayNotYet" : null;
  if (problem !== null || day === null) {
    throw new DomainError("invalid", "invalid", { fields: { signedOn: [problem ?? "dayUnknown"] }, advice });
  }
  return day;
}

const noStep: PaperStep = { milestones: [], state: null };

/** What the letter's row becomes with the step. */
function movedBy(
  { state }: PaperStep,
  paper: { number: string; abstract: string; to: string; today: Day; now: Date },
) {
  if (state === null) return {};
  if (state === "accepted") return { state };
  return {
    state,
    outcome: state,
    outcomeOn: dayToColumn(paper.today),
    outcomeDocument: paper.number,
    ...(state === "guided" ? { outcomeBody: paper.to } : {}),
    // What came of it, as the register follows it (form 03/TCD, column 12).
    followUp: `${paper.abstract}, số ${paper.number}`,
    closedAt: paper.now,
  };
}

/**
 * Issues a paper about a letter: with its number, in the form of who signs, frozen from then on; the
 * step it ends is on record with it, and the clock of that step. A content that was wrong is replaced
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
    if (input.step === "edit") throw new DomainError("conflict", "paperPreview", { quiet: true });
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
    const step = earlier ? noStep : await endedStep(tx, actor, petition, input, today);
    const year = Number(today.slice(0, 4));
    const series = paperNumber(signer.form, 0, form.type, signer.symbol).replace(/^00/, "");
    const draft: OfficialPaper = {
      form: signer.form,
      superior: signer.superior,
      issuer: signer.issuer,
      number: `…${series}`,
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
    const signedOn = signedBefore(input, { paper: draft, signer: signer.name, today });
    const ordinal =
      input.numbering === "own" ? await takeNumber(tx, { tenantId, officeId, year, series }) : null;
    if (ordinal === null) await typedNumber(tx, { tenantId, officeId, year }, input.kind, input.typedNumber);
    const number =
      ordinal === null ? input.typedNumber : paperNumber(signer.form, ordinal, form.type, signer.symbol);
    const paper: OfficialPaper = { ...draft, number };
    const { key, people } = await openLetter(tx, tenantId, petition.id);
    const id = newId();
    const words = textsOf(paper).join("\n");
    const noted = { on: today, days: input.days, facts: {}, document: number, note: "" };
    for (const kind of step.milestones) await putMilestone(tx, actor, petition.id, { ...noted, kind }, now);
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        ...movedBy(step, { number, abstract, to, today, now }),
        documentsIssued: { increment: 1 },
        changedAt: now,
        revision: petition.revision + 1,
      },
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
          signedOn: dayToColumn(signedOn),
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
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    const { state } = step;
    return {
      result: { petitionId: petition.id },
      events: [
        paperIssued(petition.id, {
          paperId: id,
          kind: input.kind,
          number,
          ...(earlier ? { ofId: earlier.id } : {}),
        }),
        ...step.milestones.map((kind) =>
          milestoneRecorded(petition.id, {
            kind,
            on: today,
            ...(kind === "extended" ? { days: input.days } : {}),
          }),
        ),
        ...(state === "guided" || state === "not-accepted"
          ? [petitionConcluded(petition.id, { conclusion: state })]
          : []),
      ],
    };
  },
});
