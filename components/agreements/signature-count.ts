import type { AgreementPageView } from "@/lib/agreements/types";

/** Signatures of persons so far, of parties in the portal and outside. */
export function signatureCount({ round, outside }: Pick<AgreementPageView, "round" | "outside">): number {
  return (round?.signatures.length ?? 0) + outside.filter(({ signature }) => signature !== null).length;
}

export function signerCount({ parties, outside }: Pick<AgreementPageView, "parties" | "outside">): number {
  return parties.length + outside.length;
}
