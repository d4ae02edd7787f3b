import "server-only";
import type { Day } from "@/lib/platform/dates/days";
import type { TenantTx } from "@/lib/platform/db/tenant-transaction";
import type { CompetenceRow } from "../way";
import type { PetitionOffice } from "../words";
import type { Competent } from "./types";

type Row = { basis: string; subjectKey: string | null; officeId: string; did: Competent["did"]; onDay: Day };

/** Who acknowledged, accepted or settled last: this matter or one that looks the same, then each subject from the same commune. */
export async function loadCompetent(
  tx: TenantTx,
  petitionId: string,
  rows: readonly CompetenceRow[],
  offices: readonly PetitionOffice[],
): Promise<Competent[]> {
  const found = await tx.$queryRaw<Row[]>`
    select basis, subject_key as "subjectKey", office_id as "officeId", did, on_day::text as "onDay"
    from competent_last_time(${petitionId}::uuid)`;
  return found.flatMap<Competent>(({ subjectKey, officeId, did, onDay }) => {
    const office = offices.find(({ id }) => id === officeId);
    if (!office) return [];
    if (subjectKey === null) return [{ subject: null, office, did, onDay }];
    const label = rows.find(({ key }) => key === subjectKey)?.label;
    return label === undefined ? [] : [{ subject: label, office, did, onDay }];
  });
}
