import "server-only";
import { nameOfPaper } from "@/lib/agreements/queries/quote-clause";
import { type Day, dayAt, dayFromColumn } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { FormQuote } from "@/lib/platform/forms/form-state";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { loadLaw } from "../clocks/store";
import { dayOf, numberOf, workingCalendar } from "../clocks/working-calendar";
import { openLetterKey } from "../identity/sealing";
import { opens } from "../paper/load-papers";
import { decidePetition, type PetitionSubject } from "../policy";
import type { PetitionWay } from "../way";
import { loadPartFiles } from "./files";
import { loadNamed, statesOf } from "./store";
import { openPartText } from "./texts";
import type { AssistingDuty, AssistView, ContributionView, LeadWhy, StoredContributionState } from "./types";

const office = { select: { id: true, code: true, name: true, tint: true } } as const;

type Letter = {
  id: string;
  identity: string;
  destroyedAt: Date | null;
  leadOfficeId: string;
  leadWhy: string;
  versionId: string | null;
  dutyId: string | null;
  receivingBody: { name: string };
};

type LetterParts = { subject: PetitionSubject; rows: Rows; named: Awaited<ReturnType<typeof loadNamed>> };
type Rows = Awaited<ReturnType<typeof readRows>>;

function readRows(tx: TenantTx, tenantId: string, petitionId: string) {
  return tx.petitionContribution.findMany({
    where: { tenantId, petitionId },
    orderBy: [{ askedAt: "asc" }, { officeId: "asc" }],
    include: { office, leadOffice: office, person: { select: { fullName: true } } },
  });
}

/** The parts of a letter, and its subject with them: what the policy asks beside state and offices. */
export async function loadParts(
  tx: TenantTx,
  tenantId: string,
  petitionId: string,
  subject: PetitionSubject,
): Promise<LetterParts> {
  const rows = await readRows(tx, tenantId, petitionId);
  const named = await loadNamed(tx, tenantId, subject.leadOfficeId);
  return { rows, named, subject: { ...subject, assists: statesOf(subject.leadOfficeId, rows, named) } };
}

/** A duty's clause as the signed paper has it: "Điều 8 khoản 2, Quy chế số 01/QCPH-…". */
async function quoteDuty(
  tx: TenantTx,
  tenantId: string,
  { versionId, dutyId }: { versionId: string; dutyId: string },
): Promise<{ quote: FormQuote; opinionDays: number }> {
  const duty = await tx.coordinationDuty.findUniqueOrThrow({
    where: { tenantId_id: { tenantId, id: dutyId } },
    select: {
      clause: true,
      text: true,
      opinionDays: true,
      area: { select: { article: { select: { ordinal: true } } } },
    },
  });
  const paper = await nameOfPaper(tx, tenantId, versionId);
  const source = `Điều ${duty.area.article.ordinal} khoản ${duty.clause}, ${paper}`;
  return { quote: { text: duty.text, source }, opinionDays: duty.opinionDays };
}

async function whyLead(tx: TenantTx, tenantId: string, letter: Letter, way: PetitionWay): Promise<LeadWhy> {
  const { versionId, dutyId } = letter;
  if (letter.leadWhy === "duty" && versionId && dutyId) {
    return { kind: "duty", quote: (await quoteDuty(tx, tenantId, { versionId, dutyId })).quote };
  }
  const slip = way.forwards.find(({ to }) => to.id === letter.leadOfficeId);
  if (letter.leadWhy === "forwarded" && slip) {
    const { from, documentNumber, basis, reason } = slip;
    return { kind: "forwarded", from: from.name, number: documentNumber, basis, reason };
  }
  return { kind: "receiving", body: letter.receivingBody.name };
}

/** The day by which the agreement wants an answer: so many working days from tomorrow on. */
async function dueByRule(tx: TenantTx, tenantId: string, days: number, today: Day): Promise<Day> {
  const calendar = workingCalendar((await loadLaw(tx, tenantId)).law);
  let day = numberOf(today);
  for (let left = days; left > 0; ) {
    day += 1;
    if (!calendar.isOff(day)) left -= 1;
  }
  return dayOf(day);
}

/** Texts go to who leads and to the office whose part it is: others read who assists and how far it has come. */
async function viewsOf(tx: TenantTx, actor: Actor, letter: Letter, rows: Rows): Promise<ContributionView[]> {
  const { tenantId, officeId } = actor;
  const reads = (row: Rows[number]) =>
    (letter.leadOfficeId === officeId || row.officeId === officeId) && opens(row, letter);
  const key = rows.some(reads) ? await openLetterKey(tx, tenantId, letter.id) : null;
  const files = rows.length > 0 ? await loadPartFiles(tx, tenantId, letter) : [];
  return rows.map((row) => {
    const part = {
      tenantId,
      petitionId: letter.id,
      leadOfficeId: row.leadOfficeId,
      officeId: row.officeId,
    };
    const text = (kind: "request" | "contribution" | "reason", sealed: Uint8Array | null) =>
      key && reads(row) ? openPartText(key, part, kind, sealed) : null;
    return {
      office: row.office,
      lead: row.leadOffice,
      state: row.state as StoredContributionState,
      dueOn: dayFromColumn(row.dueOn),
      request: text("request", row.request),
      contribution: text("contribution", row.contribution),
      contributedBy: row.person?.fullName ?? null,
      contributedAt: row.contributedAt,
      files: files.filter((file) => file.officeId === row.officeId && file.leadOfficeId === row.leadOfficeId),
      declineReason: text("reason", row.declineReason),
      answeredAt: row.answeredAt,
      takenOverAt: row.takenOverAt,
      mine: row.officeId === officeId,
      current: row.leadOfficeId === letter.leadOfficeId,
    };
  });
}

/** Who leads, who assists and by which clause, and what the acting person may do about it. */
export async function loadAssist(
  tx: TenantTx,
  actor: Actor,
  letter: Letter,
  { subject, rows, named }: LetterParts,
  { way, now }: { way: PetitionWay; now: Date },
): Promise<AssistView> {
  const { tenantId } = actor;
  const [first] = named;
  let duty: AssistingDuty | null = null;
  if (first) {
    const { versionId, dutyId } = first;
    const offices = await tx.office.findMany({
      where: { tenantId, id: { in: named.map(({ officeId }) => officeId) } },
      orderBy: { ordinal: "asc" },
      ...office,
    });
    duty = { versionId, dutyId, offices, ...(await quoteDuty(tx, tenantId, { versionId, dutyId })) };
  }
  const may = (act: "acceptPart" | "declinePart" | "givePart") => decidePetition(actor, act, subject).allowed;
  const about = (act: "askPart" | "takeOverPart", officeId: string) =>
    decidePetition(actor, act, subject, officeId).allowed;
  const known = new Map([
    ...(duty?.offices.map((each) => [each.id, each] as const) ?? []),
    ...rows.map((row) => [row.officeId, row.office] as const),
  ]);
  const askable = [...known.values()].filter(({ id }) => about("askPart", id));
  return {
    why: await whyLead(tx, tenantId, letter, way),
    duty,
    parts: await viewsOf(tx, actor, letter, rows),
    askable,
    takeable: [...known.keys()].filter((id) => about("takeOverPart", id)),
    may: { accept: may("acceptPart"), decline: may("declinePart"), give: may("givePart") },
    dueByRule:
      duty && askable.length > 0 ? await dueByRule(tx, tenantId, duty.opinionDays, dayAt(now)) : null,
  };
}
