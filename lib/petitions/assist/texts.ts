import { open, seal } from "../identity/letter-key";

export type PartOf = { tenantId: string; petitionId: string; leadOfficeId: string; officeId: string };
export type PartText = "request" | "contribution" | "reason";

function bindingOf({ tenantId, petitionId, leadOfficeId, officeId }: PartOf, text: PartText) {
  return { purpose: "part", tenantId, id: `${petitionId}/${leadOfficeId}/${officeId}/${text}` } as const;
}

/** A text of an office's part under the letter's key, bound to its place. */
export function sealPartText(key: Uint8Array, part: PartOf, kind: PartText, text: string) {
  return seal(key, new TextEncoder().encode(text), bindingOf(part, kind));
}

/** The text; null where there is none. */
export function openPartText(
  key: Uint8Array,
  part: PartOf,
  kind: PartText,
  sealed: Uint8Array | null,
): string | null {
  if (sealed === null) return null;
  const bytes = open(key, sealed, bindingOf(part, kind));
  if (!bytes) throw new Error("a part's text does not open");
  return new TextDecoder().decode(bytes);
}
