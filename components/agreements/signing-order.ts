import { useTranslations } from "next-intl";
import { orderOf, partiesBefore } from "@/lib/agreements/turns";
import type { AgreementPageView, Party } from "@/lib/agreements/types";

export function officeCodes(parties: readonly Party[]): string {
  return parties.map((party) => party.office.code).join(", ");
}

/** Who signs when in the round that is shown, in words; the same on every page. */
export function useSigningOrder({ round, parties }: Pick<AgreementPageView, "round" | "parties">) {
  const t = useTranslations("agreements.order");
  const turns = round?.turns ?? [];
  const signed = (round?.signatures ?? []).map((signature) => signature.partyId);
  const among = (ids: readonly string[]) => parties.filter((party) => ids.includes(party.id));
  const steps = [...new Set(turns.map(({ step }) => step))].toSorted((a, b) => a - b);
  const open = turns.filter(({ partyId }) => !signed.includes(partyId));
  return {
    /** "Thứ tự ký: lượt 1 VPTU; lượt 2 VP UBND." */
    sentence:
      orderOf(turns) === "parallel"
        ? t("parallel")
        : t("steps", {
            steps: steps
              .map((step) => {
                const ids = turns.filter((turn) => turn.step === step).map(({ partyId }) => partyId);
                return t("step", { step, offices: officeCodes(among(ids)) });
              })
              .join("; "),
          }),
    /** The parties a party waits for before its own turn. */
    before: (partyId: string) => among(partiesBefore(turns, signed, partyId)),
    /** Who is asked to sign now, and who comes after them. */
    now: among(
      open.filter((turn) => partiesBefore(turns, signed, turn.partyId).length === 0).map((x) => x.partyId),
    ),
    later: among(
      open.filter((turn) => partiesBefore(turns, signed, turn.partyId).length > 0).map((x) => x.partyId),
    ),
  };
}
