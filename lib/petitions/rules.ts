import type { Denounces, Identity, PetitionClass } from "./types";

/** Classes under which a denouncer may stand, by law (Luật Tố cáo 2018, art. 8(3), 25). */
export function isDenunciation(petitionClass: PetitionClass | null): boolean {
  return petitionClass === "denunciation" || petitionClass === "denunciation-information";
}

/**
 * Whether a letter denounces, by its class and by what was answered at the desk. Until it is known that it does not, it is
 * kept as if it did. Null where class and answer contradict one another.
 */
export function denouncesBy(
  petitionClass: PetitionClass | null,
  answered: Denounces | null,
): Denounces | null {
  if (isDenunciation(petitionClass)) return answered === "no" ? null : "yes";
  if (petitionClass === null || petitionClass === "mixed") return answered ?? "unsure";
  return answered === "yes" || answered === "unsure" ? null : "no";
}

export function identityBy(denounces: Denounces): Identity {
  return denounces === "no" ? "plain" : "sealed";
}

/** A letter whose matter is not over. */
export const openStates = ["received", "classified", "accepted", "suspended", "forwarded"] as const;
