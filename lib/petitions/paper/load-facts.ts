import "server-only";
import { dayFromColumn, formatDay } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { PetitionClass } from "../words";
import type { PaperFacts } from "./forms";

/** What a paper about a letter may say of it. Of a sealed letter neither who wrote nor its subject: that is kept masked. */
export async function loadFacts(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
  office: string,
  corrected: PaperFacts["corrected"],
): Promise<PaperFacts | null> {
  const found = await tx.petition.findUnique({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: {
      class: true,
      code: true,
      receivedOn: true,
      subject: true,
      identity: true,
      receivingBody: { select: { name: true } },
      people: {
        where: { identity: "plain" },
        orderBy: { ordinal: "asc" },
        take: 1,
        select: { fullName: true, address: true },
      },
    },
  });
  if (!found?.class) return null;
  const [person] = found.people;
  return {
    class: found.class as PetitionClass,
    code: found.code,
    receivedOn: formatDay(dayFromColumn(found.receivedOn)),
    subject: found.subject.replace(/[.\s]+$/, ""),
    body: found.receivingBody.name,
    office,
    sender: person?.fullName ? { fullName: person.fullName, address: person.address ?? "" } : null,
    sealed: found.identity === "sealed",
    corrected,
  };
}
