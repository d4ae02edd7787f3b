import "server-only";
import type { z } from "zod";
import type { Upload } from "@/lib/platform/forms/upload";
import { newId } from "@/lib/platform/ids";
import { wakeQueue } from "@/lib/platform/outbox/queue";
import { newCode } from "../code";
import { contentColumns, personColumns } from "../identity/columns";
import { newKey, seal } from "../identity/letter-key";
import { nobody } from "../identity/person";
import { compareArrivedQueue } from "../same-letter/queues";
import { hashOfTicket } from "./drafts";
import { firstClock } from "./first-answer";
import { submit } from "./functions";
import { portalKey } from "./keys";
import type { tellSchema } from "./schema";
import { dropSealed, keepSealed } from "./seal-files";
import { secretHash, secretOfDraft } from "./secret";
import { base64, type Sent } from "./sent";

type Telling = z.output<typeof tellSchema>;

function peopleOf(letter: Telling, key: Uint8Array, tenantId: string) {
  const { fullName, address, phone } = letter;
  const people = [
    { part: "petitioner", relation: null as string | null, who: { ...nobody, fullName, address, phone } },
  ];
  if (letter.forOther) {
    const who = { ...nobody, fullName: letter.helperName, phone: letter.helperPhone };
    people.push({ part: "representative", relation: letter.relation, who });
  }
  return people.map(({ part, relation, who }, index) => {
    const id = newId();
    const keys = { letter: key, lookup: key };
    const { sealed } = personColumns(who, "sealed", keys, { tenantId, personId: id });
    return { id, ordinal: index + 1, part, relation, sealed: base64(sealed ?? new Uint8Array()) };
  });
}

/** The letter and its files, sealed under a key of its own: all of it, or nothing. */
export async function writeLetter(
  sent: Sent,
  letter: Telling,
  draft: { id: string; token: string },
  uploads: readonly Upload[],
) {
  const { tenant, portal } = sent;
  const { tenantId } = portal;
  const [letters, lookup] = [
    await portalKey(tenant, portal, "letters"),
    await portalKey(tenant, portal, "lookup"),
  ];
  const [petitionId, code, key] = [newId(), newCode(tenant), newKey()];
  const secret = secretOfDraft(lookup.key, draft.token);
  const content = contentColumns(letter.content, "sealed", key, { tenantId, petitionId }).sealedContent;
  const files = await keepSealed({ tenantId, petitionId }, uploads, key);
  try {
    const answer = await submit(tenant, {
      draftId: draft.id,
      ticketHash: hashOfTicket(draft.token),
      petitionId,
      code,
      bodyId: letter.bodyId,
      subject: letter.subject,
      content: base64(content ?? new Uint8Array()),
      tenantKeyId: letters.id,
      key: base64(seal(letters.key, key, { purpose: "letter-key", tenantId, id: petitionId })),
      people: peopleOf(letter, key, tenantId),
      secretHash: secretHash(lookup.key, tenant, code, secret),
      files,
      clock: await firstClock(tenant, petitionId),
    });
    if (answer === null || !("code" in answer) || answer.again) await dropSealed(tenantId, files);
    else await wakeQueue(compareArrivedQueue, { tenantId, petitionId });
    return { answer, secret };
  } catch (error) {
    await dropSealed(tenantId, files);
    throw error;
  }
}
