import { acceptPart } from "@/lib/petitions/commands/accept-part";
import { askPart } from "@/lib/petitions/commands/ask-part";
import { declinePart } from "@/lib/petitions/commands/decline-part";
import { givePart } from "@/lib/petitions/commands/give-part";
import { takeOverPart } from "@/lib/petitions/commands/take-over-part";
import { executeCommand } from "@/lib/platform/commands/execute-command";
import { as } from "@/prisma/seed/caller";
import { asOwner, classified, forwarded, type LetterOnItsWay, lookedUp, officeIdOf } from "./petition-way";
import { committee, council, type Province } from "./province";
import { inDays } from "./task-stages";

export const partRequest = "Ý kiến của Đoàn đại biểu Quốc hội về đường vào xóm.";
export const partContribution = "Tuyến đường đã có trong kế hoạch đầu tư công năm 2027.";

export function askingInput(
  province: Province,
  { petitionId }: { petitionId: string },
  office: string = council,
) {
  return {
    petitionId,
    officeId: officeIdOf(province, office),
    request: partRequest,
    dueOn: inDays(5),
    checked: "on",
  };
}

/** The committee's letter, for which the council's office was asked to contribute. */
export async function askedPart(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<LetterOnItsWay> {
  const letter = await classified(province, change);
  const lead = as(province.phuTho, committee, "specialist");
  await executeCommand(askPart, lead, askingInput(province, letter));
  return letter;
}

const chief = ({ phuTho }: Province) => as(phuTho, council, "chief");

export async function acceptedPart(province: Province): Promise<LetterOnItsWay> {
  const letter = await askedPart(province);
  await executeCommand(acceptPart, chief(province), { petitionId: letter.petitionId });
  return letter;
}

export async function declinedPart(province: Province): Promise<LetterOnItsWay> {
  const letter = await askedPart(province);
  const { petitionId } = letter;
  await executeCommand(declinePart, chief(province), { petitionId, reason: "Việc của Sở Xây dựng." });
  return letter;
}

export async function givenPart(
  province: Province,
  change: Record<string, unknown> = {},
): Promise<LetterOnItsWay> {
  const letter = await askedPart(province, change);
  const { petitionId } = letter;
  await executeCommand(givePart, chief(province), { petitionId, contribution: partContribution });
  return letter;
}

export async function takenOverPart(province: Province): Promise<LetterOnItsWay> {
  const letter = await givenPart(province);
  await executeCommand(takeOverPart, as(province.phuTho, committee, "specialist"), {
    petitionId: letter.petitionId,
    officeId: officeIdOf(province, council),
  });
  return letter;
}

/** Given over while the council's office had still to answer. */
export async function forwardedWhenAsked(province: Province): Promise<LetterOnItsWay> {
  const letter = await forwarded(province);
  // As it would be, had it been asked before: no command asks about a letter that left.
  await asOwner(
    province,
    `insert into petition_contributions (tenant_id, petition_id, lead_office_id, office_id, version_id, duty_id, state, due_on, request,
        names, asked_at)
      select p.tenant_id, p.id, p.lead_office_id, $2, v.id, d.id, 'asked', portal_today() + 5, repeat('x', 40)::bytea, false, now()
      from petitions p join agreement_versions v on v.tenant_id = p.tenant_id and v.state = 'signed'
      join coordination_duties d on d.tenant_id = v.tenant_id and d.version_id = v.id and d.duty_key = 'letters'
      where p.id = $1 limit 1`,
    [letter.petitionId, officeIdOf(province, council)],
  );
  return lookedUp(province, letter);
}

/** The part of the council's office, with its lead of today. */
export async function partRowOf(
  province: Province,
  { petitionId }: { petitionId: string },
  office: string = council,
) {
  const [row] = await province.rows<Record<string, unknown>>(
    `select *, due_on::text as due_on from petition_contributions where petition_id = $1 and office_id = $2
      order by asked_at desc limit 1`,
    [petitionId, officeIdOf(province, office)],
  );
  return row ?? {};
}
