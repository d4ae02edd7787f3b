import { useTranslations } from "next-intl";
import type { BadgeTone } from "@/components/ui/badge";
import type { PetitionClass, StoredPetitionState } from "@/lib/petitions/types";

const tones: Partial<Record<StoredPetitionState, BadgeTone>> = {
  received: "act",
  classified: "act",
  accepted: "act",
  suspended: "due",
  forwarded: "due",
};

/** The state of a letter, as its badge says it. */
export function usePetitionState(state: StoredPetitionState): { tone: BadgeTone; text: string } {
  const t = useTranslations("petitions.state");
  return { tone: tones[state] ?? "done", text: t(state) };
}

export function usePetitionClass(petitionClass: PetitionClass | null): string {
  const t = useTranslations("petitions.class");
  return t(petitionClass ?? "none");
}
