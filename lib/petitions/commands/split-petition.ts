import "server-only";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import { keepClocksOf } from "../clocks/load-timeline";
import { newCode } from "../code";
import { petitionSplit, petitionTaken } from "../events";
import { contentColumns } from "../identity/columns";
import { refuseNames } from "../identity/refuse-names";
import { makeLetterKey, openLetter, writePeople } from "../identity/sealing";
import { allowOnPetition } from "../refusal";
import { denouncesBy, identityBy } from "../rules";
import { keepSketch } from "../same-letter/keep";
import { splitPetitionSchema } from "../schema";
import { findPetitionForUpdate } from "../store";

function wrong(field: string, message: string): DomainError {
  return new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
}

/**
 * A mixed letter becomes letters of their own (Luật Tiếp công dân, art. 25(3); Nghị định 154/2026/NĐ-CP, art. 14(4)). Where the
 * whole denounces somebody, the parts that do not carry neither its name nor its content: read beside one another they would
 * tell who denounced (Luật Tố cáo 2018, art. 8(3)).
 */
export const splitPetition = defineCommand({
  name: "petitions.split",
  input: splitPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "split", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    if (petition.class !== "mixed") throw new DomainError("conflict", "onlyMixedIsSplit");
    const whole = await tx.petition.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: petition.id } },
      omit: { sealedContent: true, content: true },
    });
    const opened = await openLetter(tx, tenantId, petition.id);
    const parts = [
      { at: 1, subject: input.subject1, class: input.class1 },
      { at: 2, subject: input.subject2, class: input.class2 },
      { at: 3, subject: input.subject3, class: input.class3 },
      { at: 4, subject: input.subject4, class: input.class4 },
    ];
    const events = [];
    for (const part of parts) {
      if (part.class === null) continue;
      const denounces = denouncesBy(part.class, null) ?? "unsure";
      const identity = identityBy(denounces);
      if (petition.denounces === "no" && denounces !== "no") {
        throw wrong(`class${part.at}`, "classAgainstAnswer");
      }
      await refuseNames(tx, tenantId, petition, { [`subject${part.at}`]: part.subject });
      const bare = petition.identity === "sealed" && identity === "plain";
      const petitionId = newId();
      const key = await makeLetterKey(tx, tenantId, petitionId, now);
      await tx.petition.createMany({
        data: [
          {
            tenantId,
            id: petitionId,
            code: newCode(actor.tenantSlug),
            kind: whole.kind,
            receivingBodyId: whole.receivingBodyId,
            receivingOfficeId: whole.receivingOfficeId,
            filingOfficeId: actor.officeId,
            filingAccountId: actor.accountId,
            leadOfficeId: whole.leadOfficeId,
            leadWhy: whole.leadOfficeId === whole.receivingOfficeId ? "receiving" : "forwarded",
            channel: whole.channel,
            forwarderKind: whole.forwarderKind,
            forwarderName: whole.forwarderName,
            receivedOn: whole.receivedOn,
            class: part.class,
            denounces,
            identity,
            subject: part.subject,
            ...contentColumns(bare ? "" : opened.content, identity, key.key, { tenantId, petitionId }),
            peopleCount: whole.peopleCount,
            state: "classified",
            parentId: petition.id,
            createdAt: now,
            changedAt: now,
          },
        ],
      });
      await tx.petitionKey.createMany({ data: [key.row] });
      const people = bare ? [] : opened.people.map(({ id: _id, ...person }) => person);
      await writePeople(tx, { tenantId, petitionId, identity, key: key.key }, people);
      await keepSketch(tx, {
        tenantId,
        petitionId,
        officeId: actor.officeId,
        identity,
        people,
        subject: part.subject,
        content: bare ? "" : opened.content,
        now,
        isPart: true,
      });
      await keepClocksOf(tx, { tenantId, petitionId, now });
      events.push(petitionTaken(petitionId, { class: part.class, identity, parentId: petition.id }));
    }
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: { state: "split", closedAt: now, changedAt: now, revision: petition.revision + 1 },
    });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [petitionSplit(petition.id, { count: events.length }), ...events],
    };
  },
});
