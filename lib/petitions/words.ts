export const petitionClasses = [
  "complaint",
  "denunciation",
  "proposal",
  "feedback",
  "mixed",
  "denunciation-information",
] as const;
export type PetitionClass = (typeof petitionClasses)[number];

export type PetitionOffice = { id: string; code: string; name: string; tint: number };
