import { newId } from "@/lib/platform/ids";
import { manyLetters, petitionRules } from "../rule-table";
import type { Ask } from "../same-letter/find";

/** The row of who asked over all offices: one for a whole register. */
export type ImportLookUp = {
  id: string;
  officeId: string;
  inChargeId: string | null;
  asked: number;
  answers: number;
};

type InCharge = { accountId: string | null } | { refused: string };

/**
 * Who answers for an import: the person named, else the inspector of the office or the administrator where the register is long.
 * Every letter of it asks over all offices, so a long one is a search of the whole province (docs/decisions/0049).
 */
export async function inChargeOf(
  ask: Ask,
  of: { officeId: string; letters: number; by?: string | undefined },
): Promise<InCharge> {
  if (of.by === undefined && of.letters <= manyLetters) return { accountId: null };
  const [found] = await ask<{ id: string | null }>("select import_in_charge($1::uuid, $2) as id", [
    of.officeId,
    of.by ?? null,
  ]);
  if (found?.id) return { accountId: found.id };
  return { refused: petitionRules.find(({ act }) => act === "importMany")?.quote ?? "" };
}

export async function beginLookUp(
  ask: Ask,
  of: { officeId: string; inChargeId: string | null },
): Promise<ImportLookUp> {
  const { officeId, inChargeId } = of;
  const lookUp = { id: newId(), officeId, inChargeId, asked: 0, answers: 0 };
  await write(ask, lookUp, null);
  return lookUp;
}

/** Once more, in another transaction than the one that was undone. */
export function keepLookUp(ask: Ask, lookUp: ImportLookUp): Promise<unknown> {
  return write(ask, lookUp, lookUp.answers);
}

function write(ask: Ask, { id, officeId, asked, inChargeId }: ImportLookUp, answers: number | null) {
  return ask("select look_up_of_import($1::uuid, $2::uuid, $3::integer, $4::integer, $5::uuid)::text", [
    id,
    officeId,
    asked,
    answers,
    inChargeId,
  ]);
}
