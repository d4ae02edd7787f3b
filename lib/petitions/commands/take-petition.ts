import "server-only";
import type { z } from "zod";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn } from "@/lib/platform/dates/days";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { keepFiles } from "@/lib/platform/files/keep";
import { newId } from "@/lib/platform/ids";
import { keepClocksOf } from "../clocks/load-timeline";
import { newCode } from "../code";
import { petitionTaken, scansAttached } from "../events";
import { contentColumns } from "../identity/columns";
import { namesPerson, type Petitioner } from "../identity/person";
import { scanSeal } from "../identity/scan-key";
import { makeLetterKey, writePeople } from "../identity/sealing";
import { decideTaking } from "../policy";
import { loadBodies } from "../queries/load-bodies";
import { verdictOf } from "../refusal";
import { denouncesBy, identityBy } from "../rules";
import { keepSketch } from "../same-letter/keep";
import { sayOfSame } from "../same-letter/say-at-intake";
import { takePetitionSchema } from "../schema";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

type Input = z.output<typeof takePetitionSchema>;

/** What a visit came to at the desk, on the day itself; a letter is handled later. */
function outcomeOf(input: Input, now: Date) {
  const { visitOutcome, outcomeBody, refusalGround, refusalWords } = input;
  if (input.kind !== "visit" || visitOutcome === null) {
    return { state: input.class === null ? "received" : "classified" };
  }
  if (visitOutcome === "guided" && outcomeBody === "") throw wrong("outcomeBody", "outcomeBodyMissing");
  if (visitOutcome === "refused" && refusalGround === null) throw wrong("refusalGround", "groundMissing");
  return {
    state: visitOutcome,
    outcome: visitOutcome,
    outcomeOn: dayToColumn(input.receivedOn),
    closedAt: now,
    ...(visitOutcome === "guided" ? { outcomeBody } : { refusalGround, refusalWords }),
  };
}

/**
 * A letter or a visit written into the register for a named body (Luật Tiếp công dân, art. 25). Whether it denounces is asked
 * at once: until that is answered with no, who wrote it and what is kept sealed (Luật Tố cáo 2018, art. 8(3)).
 */
export const takePetition = defineCommand({
  name: "petitions.take",
  input: takePetitionSchema,
  subject: async ({ tx, actor }) => ({ bodies: await loadBodies(tx, actor.tenantId) }),
  allow({ tx, actor, subject: { bodies } }) {
    const serves = bodies.some((body) => body.officeId === actor.officeId);
    return verdictOf(tx, actor.tenantId, decideTaking(actor, serves), {
      act: "petition.take",
      versionId: null,
      offices: () => [...new Set(bodies.map((body) => body.officeCode))],
    });
  },
  async run({ tx, actor, input, subject: { bodies }, now }) {
    const { tenantId } = actor;
    const body = bodies.find((candidate) => candidate.id === input.bodyId);
    if (!body) throw wrong("bodyId", "bodyMissing");
    const denounces = denouncesBy(input.class, input.denounces);
    if (denounces === null) throw wrong("class", "classAgainstAnswer");
    if (input.channel === "forwarded" && input.forwarderKind === null) {
      throw wrong("forwarderKind", "forwarderMissing");
    }
    if (input.sameApart.length > 0 && input.sameReason.length < 5)
      throw wrong("sameReason", "apartReasonMissing");
    const identity = identityBy(denounces);
    const person: Petitioner = {
      fullName: input.fullName,
      address: input.address,
      phone: input.phone,
      idNumber: input.idNumber,
    };
    if (input.kind === "visit" && input.fullName === "") throw wrong("fullName", "nameMissing");
    if (identity === "sealed") {
      for (const field of ["subject", "note", "settledBefore", "outcomeBody", "refusalWords"] as const) {
        if (namesPerson(input[field], person)) throw wrong(field, "namesDenouncer");
      }
    }
    const petitionId = newId();
    const code = newCode(actor.tenantSlug);
    const key = await makeLetterKey(tx, tenantId, petitionId, now);
    const row = {
      tenantId,
      id: petitionId,
      code,
      kind: input.kind,
      receivingBodyId: body.id,
      receivingOfficeId: body.officeId,
      filingOfficeId: actor.officeId,
      filingAccountId: actor.accountId,
      leadOfficeId: body.officeId,
      channel: input.channel,
      forwarderKind: input.channel === "forwarded" ? input.forwarderKind : null,
      forwarderName: input.channel === "forwarded" ? input.forwarderName : "",
      receivedOn: dayToColumn(input.receivedOn),
      class: input.class,
      denounces,
      identity,
      subject: input.subject,
      ...contentColumns(input.content, identity, key.key, { tenantId, petitionId }),
      peopleCount: input.peopleCount,
      settledBefore: input.settledBefore,
      note: input.note,
      ...outcomeOf(input, now),
      createdAt: now,
      changedAt: now,
    };
    await tx.petition.createMany({ data: [row] });
    await tx.petitionKey.createMany({ data: [key.row] });
    await writePeople(tx, { tenantId, petitionId, identity, key: key.key }, [person]);
    await keepSketch(tx, {
      ...row,
      petitionId,
      people: [person],
      content: input.content,
      officeId: actor.officeId,
      now,
    });
    const said = await sayOfSame(tx, actor, { petitionId, ...input, now });
    const seal = scanSeal(key.key, { tenantId, petitionId });
    const files = await keepFiles(tx, actor, input.files, { kind: "petition", id: petitionId }, now, seal);
    await keepClocksOf(tx, { tenantId, petitionId, now });
    return {
      result: { petitionId, code },
      events: [
        petitionTaken(petitionId, {
          kind: input.kind,
          bodyId: body.id,
          leadOfficeId: body.officeId,
          channel: input.channel,
          receivedOn: input.receivedOn,
          class: input.class,
          identity,
        }),
        ...(files.length > 0 ? [scansAttached(petitionId, { files })] : []),
        ...said,
      ],
    };
  },
});
