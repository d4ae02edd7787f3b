import type { Day } from "@/lib/platform/dates/days";
import type { Denounces, Identity, PetitionClass } from "./types";
import type { Conclusion } from "./way";

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

/**
 * Whether an answer takes a letter out of the seal somebody put it under. What came on line or from a register and was looked at by
 * nobody yet is sealed by default alone: its first class is no such step. The database asks the same (`guard_petition_unsealing`).
 */
export function takesOutOfSeal(
  letter: { identity: Identity; denounces: Denounces; class: PetitionClass | null; origin: string },
  next: Denounces,
): boolean {
  if (letter.identity !== "sealed" || identityBy(next) === "sealed") return false;
  return letter.origin === "portal" || letter.denounces === "yes" || letter.class !== null;
}

/** A letter whose matter is not over. */
export const openStates = ["received", "classified", "accepted", "suspended", "forwarded"] as const;

/** Why a letter cannot be concluded so, as a key under `fields`; null where it can. The database refuses the same. */
export function whyNot(
  conclusion: Conclusion,
  letter: { class: PetitionClass | null; denounces: Denounces; forwarderKind: string | null; unmet: number },
): string | null {
  switch (conclusion) {
    case "guided":
      return letter.denounces === "no" ? null : "denunciationIsForwarded";
    case "returned":
      if (letter.denounces !== "no") return "denunciationIsForwarded";
      return letter.forwarderKind === null ? "nobodyForwarded" : null;
    case "not-accepted":
      return letter.unmet > 0 ? null : "noConditionUnmet";
    case "settled":
      if (letter.class === "mixed") return "mixedIsSplit";
      return letter.class === "complaint" || letter.class === "denunciation" ? "acceptFirst" : null;
    case "filed-away":
    case "withdrawn":
      return null;
  }
}

/** The same day so many years later; 29 February is 28 February where the year has none. */
export function yearsAfter(day: Day, years: number): Day {
  const [year = "", month = "", date = ""] = day.split("-");
  const later = String(Number(year) + years);
  return `${later}-${month}-${month === "02" && date === "29" && Number(later) % 4 !== 0 ? "28" : date}`;
}
