import "server-only";
import type { z } from "zod";
import { defineCommand } from "@/lib/platform/commands/define-command";
import { dayToColumn, formatDay } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { DomainError } from "@/lib/platform/errors/domain-error";
import { newId } from "@/lib/platform/ids";
import {
  type AmendedField,
  changedFields,
  sealChange,
  sealedFields,
  type Typed,
  typedOf,
} from "../amendment";
import { keepClocksOf } from "../clocks/load-timeline";
import { petitionAmended } from "../events";
import { contentColumns } from "../identity/columns";
import { nobody } from "../identity/person";
import { refuseNames } from "../identity/refuse-names";
import { keepAs, openLetter, writePeople } from "../identity/sealing";
import { allowOnPetition } from "../refusal";
import { keepSketch } from "../same-letter/keep";
import { amendPetitionSchema } from "../schema";
import { findPetitionForUpdate, type LockedPetition } from "../store";

type Input = z.output<typeof amendPetitionSchema>;

/** What was typed now, over what stands; of a sealed letter a field left blank is not known to the form, and stays. */
function typedNow(input: Input, before: Typed, sealed: boolean): Typed {
  const now: Record<AmendedField, string> = {
    ...input,
    receivedOn: formatDay(input.receivedOn),
    forwarderKind: input.channel === "forwarded" ? (input.forwarderKind ?? "") : "",
    forwarderName: input.channel === "forwarded" ? input.forwarderName : "",
    peopleCount: String(input.peopleCount),
  };
  if (sealed) for (const field of sealedFields) if (now[field] === "") now[field] = before[field];
  return now;
}

/** Name, address and content anew, kept as the letter keeps them. */
async function writeSealable(
  tx: TenantTx,
  letter: { tenantId: string; petition: LockedPetition },
  opened: Awaited<ReturnType<typeof openLetter>>,
  now: Typed,
) {
  const { tenantId, petition } = letter;
  const of = { tenantId, petitionId: petition.id, identity: petition.identity };
  const person = { fullName: now.fullName, address: now.address, phone: now.phone, idNumber: now.idNumber };
  const [first, ...others] = opened.people;
  if (first) {
    await keepAs(tx, of, { ...opened, people: [{ id: first.id, ...person }] });
  } else await writePeople(tx, { ...of, key: opened.key }, [person]);
  return {
    people: [person, ...others],
    columns: contentColumns(now.content, petition.identity, opened.key, {
      tenantId,
      petitionId: petition.id,
    }),
  };
}

/**
 * Corrects what was typed when a letter came, with the reason; the old words are kept, sealed under the letter's key. Until it is
 * classified the office that wrote it down may as well; then it is for who handles it.
 */
export const amendPetition = defineCommand({
  name: "petitions.amend",
  input: amendPetitionSchema,
  subject: ({ tx, actor, input }) => findPetitionForUpdate(tx, actor.tenantId, input.petitionId),
  allow: ({ tx, actor, subject }) => allowOnPetition(tx, actor, "amend", subject),
  async run({ tx, actor, input, subject: petition, now }) {
    const { tenantId, officeId, accountId } = actor;
    if (petition.revision !== input.revision) throw new DomainError("stale", "stalePetition");
    const wrong = (field: string, message: string) =>
      new DomainError("invalid", "invalid", { fields: { [field]: [message] } });
    if (input.channel === "forwarded" && input.forwarderKind === null)
      throw wrong("forwarderKind", "forwarderMissing");
    const opened = await openLetter(tx, tenantId, petition.id);
    const stored = await tx.petition.findUniqueOrThrow({
      where: { tenantId_id: { tenantId, id: petition.id } },
      select: {
        receivedOn: true,
        channel: true,
        forwarderKind: true,
        forwarderName: true,
        subject: true,
        peopleCount: true,
        settledBefore: true,
        note: true,
        origin: true,
      },
    });
    const before = typedOf(stored, opened);
    const sealed = petition.identity === "sealed";
    const after = typedNow(input, before, sealed);
    // How it came on line is not typed at a desk.
    const channel = stored.origin === "online" ? stored.channel : after.channel;
    const typed = { ...after, channel };
    const fields = changedFields(before, typed);
    if (fields.length === 0) throw new DomainError("conflict", "nothingAmended");
    const { subject, note, settledBefore, forwarderName, content } = typed;
    await refuseNames(tx, tenantId, petition, { subject, note, settledBefore, forwarderName }, [
      { ...nobody, ...typed },
    ]);
    const changeId = newId();
    const old = Object.fromEntries(fields.map((field) => [field, before[field]]));
    const revision = petition.revision + 1;
    await tx.petitionChange.createMany({
      data: [
        {
          tenantId,
          id: changeId,
          petitionId: petition.id,
          revision,
          kind: "amended",
          fields,
          sealed: sealChange(opened.key, { tenantId, id: changeId }, { reason: input.reason, before: old }),
          officeId,
          accountId,
          at: now,
        },
      ],
    });
    const { people, columns } = await writeSealable(tx, { tenantId, petition }, opened, typed);
    await tx.petition.updateMany({
      where: { tenantId, id: petition.id },
      data: {
        ...(fields.includes("content") ? columns : {}),
        receivedOn: dayToColumn(input.receivedOn),
        channel,
        forwarderKind: typed.forwarderKind || null,
        forwarderName: typed.forwarderName,
        subject: typed.subject,
        peopleCount: input.peopleCount,
        settledBefore: typed.settledBefore,
        note: typed.note,
        changedAt: now,
        revision,
      },
    });
    const { identity } = petition;
    await keepSketch(tx, {
      tenantId,
      petitionId: petition.id,
      officeId,
      identity,
      people,
      subject,
      content,
      now,
    });
    await keepClocksOf(tx, { tenantId, petitionId: petition.id, now });
    return {
      result: { petitionId: petition.id },
      events: [petitionAmended(petition.id, { changeId, fields })],
    };
  },
});
