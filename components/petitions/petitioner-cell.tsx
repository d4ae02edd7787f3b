import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { ShownPetitioner } from "@/lib/petitions/types";

/** Who wrote, in a cell of the register: name and address, a lock in words, or nobody. */
export function PetitionerCell({ petitioner }: { petitioner: ShownPetitioner }) {
  const t = useTranslations("petitions.petitioner");
  if (petitioner.kind === "plain") {
    return (
      <>
        {petitioner.fullName || t("anonymous")}
        {petitioner.address ? <span className="sub">{petitioner.address}</span> : null}
      </>
    );
  }
  if (petitioner.kind === "anonymous") return t("anonymous");
  return (
    <span className="sub">
      <Icon name="lock" small /> {t("sealed")}
    </span>
  );
}
