import "server-only";
import { type Day, dayFromColumn, formatDay } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import { selectRule } from "../clocks/select-rule";
import { loadLaw } from "../clocks/store";
import type { RecordedFacts } from "../clocks/timeline";
import type { PetitionClass } from "../words";
import type { PaperFacts } from "./forms";

/** The days the law in force on the day of acceptance gives to settle; null where it says none. */
async function daysToSettle(
  tx: TenantTx,
  tenantId: string,
  petitionClass: string,
  acceptedOn: Day,
  { discipline, ...facts }: RecordedFacts,
): Promise<number | null> {
  const { law } = await loadLaw(tx, tenantId);
  const step =
    petitionClass === "denunciation"
      ? "denunciation-settle"
      : discipline
        ? "discipline-settle"
        : "complaint-settle";
  return selectRule(law.rules, step, acceptedOn, facts)?.limit ?? null;
}

/** What a paper about a letter may say of it. Of a sealed letter neither who wrote nor its subject: that is kept masked. */
export async function loadFacts(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
  office: string,
  corrected: PaperFacts["corrected"],
  today: Day,
): Promise<PaperFacts | null> {
  const found = await tx.petition.findUnique({
    where: { tenantId_id: { tenantId, id: petitionId } },
    select: {
      class: true,
      code: true,
      receivedOn: true,
      subject: true,
      identity: true,
      milestones: {
        where: { kind: { in: ["accepted", "facts"] } },
        orderBy: [{ onDay: "asc" }, { id: "asc" }],
        select: { kind: true, onDay: true, facts: true },
      },
      papers: {
        where: { kind: "acceptance" },
        orderBy: { id: "desc" },
        take: 1,
        select: { number: true, issuedOn: true },
      },
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
  const [acceptance] = found.papers;
  const accepted = found.milestones.find(({ kind }) => kind === "accepted");
  const acceptedOn = accepted ? dayFromColumn(accepted.onDay) : today;
  const facts = found.milestones.flatMap((each) =>
    each.facts === null ? [] : [each.facts as RecordedFacts],
  );
  return {
    class: found.class as PetitionClass,
    code: found.code,
    receivedOn: formatDay(dayFromColumn(found.receivedOn)),
    subject: found.subject.replace(/[.\s]+$/, ""),
    body: found.receivingBody.name,
    office,
    sender: person?.fullName ? { fullName: person.fullName, address: person.address ?? "" } : null,
    acceptedOn: formatDay(acceptedOn),
    settleDays: await daysToSettle(tx, tenantId, found.class, acceptedOn, Object.assign({}, ...facts)),
    acceptance: acceptance
      ? { number: acceptance.number, day: formatDay(dayFromColumn(acceptance.issuedOn)) }
      : null,
    sealed: found.identity === "sealed",
    corrected,
  };
}
