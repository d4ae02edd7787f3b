import "server-only";
import { loadRecentRefusal } from "@/lib/platform/audit/load-recent-refusal";
import { dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { Query } from "@/lib/platform/queries/run-query";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadAssist, loadParts } from "../assist/load-assist";
import { loadCaseOnPage } from "../cases/load-case-on-page";
import { loadMilestones } from "../clocks/load-timeline";
import { milestonesFor } from "../clocks/milestones";
import { loadClocks } from "../clocks/queries/load-clocks";
import { loadHandler } from "../handler/load-handler";
import { accountOf, findHandler } from "../handler/store";
import { loadPapers } from "../paper/load-papers";
import {
  type ActOnPetition,
  decideForwarding,
  decidePetition,
  type PetitionSubject,
  partInPetition,
} from "../policy";
import { takesOutOfSeal } from "../rules";
import { loadSameLetters } from "../same-letter/load-same-letters";
import type {
  Denounces,
  ForwarderKind,
  Identity,
  PetitionChannel,
  PetitionClass,
  PetitionKind,
  PetitionPageView,
  RefusalGround,
  ShownPetitioner,
  StoredPetitionState,
} from "../types";
import type { PetitionWay } from "../way";
import { shownPetitioner } from "./list-petitions";
import { loadAdditions } from "./load-additions";
import { loadChanges } from "./load-changes";
import { loadSecrecy } from "./load-secrecy";
import { loadWay } from "./load-way";

const office = { select: { id: true, code: true, name: true, tint: true } } as const;

/** Which steps of a letter's way are the acting person's now. */
function mayOnWay(actor: Actor, subject: PetitionSubject, way: PetitionWay, petitionClass: string | null) {
  const open = way.forwards.find(({ state }) => state !== "taken-back");
  const outside = open?.to.outside === true;
  const may = (act: ActOnPetition) => decidePetition(actor, act, subject).allowed;
  return {
    assess: may("assess"),
    split: may("split") && petitionClass === "mixed",
    forward: decideForwarding(actor, subject, open !== undefined).allowed,
    answerForward: may("answerForward") && open?.state === "sent" && open.to.id === actor.officeId,
    takeBack: may("takeBack") && open?.state === "sent-back",
    issueLink: may("issueLink") && outside && ["sent", "acknowledged"].includes(open.state),
    enterAnswer: may("enterAnswer") && outside && ["sent", "acknowledged"].includes(open.state),
    tellResult: may("tellResult") && open?.state === "acknowledged",
    destroy: may("destroy") && way.destroyedAt === null,
    reopen: may("reopen") && way.destroyedAt === null,
    amend: may("amend"),
    seeAdditions: may("seeAdditions"),
    assign: may("assign"),
  };
}

/** An office that only assists needs neither telephone nor identity number of who wrote, nor what was corrected of them. */
function asAssisting(view: PetitionPageView): PetitionPageView {
  if (view.part !== "assist") return view;
  return {
    ...view,
    petitioners: view.petitioners.map((person) =>
      person.kind === "plain" ? { ...person, phone: "", idNumber: "" } : person,
    ),
    changes: [],
    additions: [],
  };
}

/** Whether somebody put the letter under the seal, which only who may open it takes away. */
function isHeldSealed(found: { identity: string; denounces: string; class: string | null; origin: string }) {
  return takesOutOfSeal(found as Parameters<typeof takesOutOfSeal>[0], "no");
}

/** `returned` names a form with files that came back to a browser without script. */
export type PetitionPageInput = { petitionId: string; returned?: string | undefined };

/** One letter: what the register has of it, who holds it, and what the acting person may do now. No sealed name is read. */
export const getPetitionPage: Query<PetitionPageInput, PetitionPageView> = async ({
  tx,
  actor,
  input,
  now,
}) => {
  const { tenantId } = actor;
  const found = await tx.petition.findUnique({
    where: { tenantId_id: { tenantId, id: input.petitionId } },
    omit: { sealedContent: true },
    include: {
      receivingBody: { select: { name: true } },
      receivingOffice: office,
      filingOffice: office,
      leadOffice: office,
      offices: { orderBy: { office: { ordinal: "asc" } }, select: { officeId: true, part: true, office } },
      people: {
        where: { identity: "plain" },
        orderBy: { ordinal: "asc" },
        select: { fullName: true, address: true, phone: true, idNumber: true },
      },
    },
  });
  if (!found) return null;
  const known: PetitionSubject = {
    state: found.state as StoredPetitionState,
    leadOfficeId: found.leadOfficeId,
    receivingOfficeId: found.receivingOfficeId,
    filingOfficeId: found.filingOfficeId,
    offices: found.offices.map(({ officeId, part }) => ({ officeId, part })),
  };
  const handler = await findHandler(tx, tenantId, found.id);
  known.handlerAccountId = accountOf(handler);
  const same = await loadSameLetters(tx, found.id);
  const parts = await loadParts(tx, tenantId, found.id, known);
  const { subject } = parts;
  subject.joined = same.some(({ answer }) => answer?.kind === "joined" && answer.own);
  const clerk = found.filingAccountId
    ? await tx.person.findUnique({
        where: { tenantId_accountId: { tenantId, accountId: found.filingAccountId } },
        select: { fullName: true },
      })
    : null;
  const milestones = await loadMilestones(tx, tenantId, found.id);
  const way = await loadWay(tx, actor, found, subject, now);
  const people: ShownPetitioner[] =
    found.identity === "sealed" || found.people.length === 0
      ? [shownPetitioner(found.identity, null)]
      : found.people.map((person) => shownPetitioner("plain", person));
  const named = (parts: readonly string[]) =>
    found.offices
      .filter(({ part, officeId }) => parts.includes(part) && officeId !== found.leadOfficeId)
      .map((each) => each.office);
  return asAssisting({
    petitionId: found.id,
    code: found.code,
    kind: found.kind as PetitionKind,
    origin: found.origin as PetitionPageView["origin"],
    receivedOn: dayFromColumn(found.receivedOn),
    channel: found.channel as PetitionChannel,
    forwarderKind: found.forwarderKind as ForwarderKind | null,
    forwarderName: found.forwarderName,
    class: found.class as PetitionClass | null,
    denounces: found.denounces as Denounces,
    identity: found.identity as Identity,
    subject: found.subject,
    content: found.content,
    petitioners: people,
    peopleCount: found.peopleCount,
    settledBefore: found.settledBefore,
    competent: found.competent,
    state: subject.state,
    outcome: found.outcome,
    outcomeOn: found.outcomeOn ? dayFromColumn(found.outcomeOn) : null,
    outcomeBody: found.outcomeBody,
    outcomeDocument: found.outcomeDocument,
    documentsIssued: found.documentsIssued,
    followUp: found.followUp,
    note: found.note,
    refusalGround: found.refusalGround as RefusalGround | null,
    refusalWords: found.refusalWords,
    revision: found.revision,
    createdAt: found.createdAt,
    createdBy: clerk?.fullName ?? null,
    closedAt: found.closedAt,
    body: found.receivingBody.name,
    receivingOffice: found.receivingOffice,
    filingOffice: found.filingOffice,
    lead: found.leadOffice,
    assists: named(["assist", "forwarded"]),
    informed: named(["informed"]),
    part: partInPetition(subject, actor.officeId),
    handler: await loadHandler(tx, actor, found, handler),
    today: dayAt(now),
    clocks: await loadClocks(tx, tenantId, found.id),
    recordable: milestonesFor({ class: found.class as PetitionClass | null, state: found.state }),
    facts: milestones.filter(({ kind }) => kind === "facts").at(-1)?.facts ?? {},
    may: {
      classify: decidePetition(actor, "classify", subject).allowed,
      unseal: isHeldSealed(found) && decidePetition(actor, "unseal", subject).allowed,
      record: decidePetition(actor, "record", subject).allowed,
      join: decidePetition(actor, "join", subject).allowed,
      keepApart: decidePetition(actor, "keepApart", subject).allowed,
      undoJoin: decidePetition(actor, "undoJoin", subject).allowed,
      issuePaper: decidePetition(actor, "issuePaper", subject).allowed,
      ...mayOnWay(actor, subject, way, found.class),
    },
    way,
    assist: await loadAssist(tx, actor, found, parts, { way, now }),
    secrecy: await loadSecrecy(tx, actor, found, subject, input.returned),
    same,
    inCase: await loadCaseOnPage(tx, actor, {
      id: found.id,
      leadOfficeId: found.leadOfficeId,
      identity: found.identity as Identity,
      class: found.class as PetitionClass | null,
      state: subject.state,
      joined: subject.joined,
      destroyed: found.destroyedAt !== null,
    }),
    papers: await loadPapers(tx, actor, found, subject),
    refusedJustNow: await loadRecentRefusal(tx, actor, found.id),
    changes: await loadChanges(tx, {
      tenantId,
      petitionId: found.id,
      opened: found.identity === "plain" && found.destroyedAt === null,
    }),
    additions: await loadAdditions(tx, {
      tenantId,
      petitionId: found.id,
      opened: found.identity === "plain" && found.destroyedAt === null,
    }),
  });
};
