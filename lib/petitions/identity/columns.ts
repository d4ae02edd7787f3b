import type { Identity } from "../types";
import { keyedHash, open, seal } from "./letter-key";
import { idDigits, nobody, type Petitioner, phoneDigits } from "./person";

type PersonColumns = {
  identity: Identity;
  fullName: string | null;
  address: string | null;
  phone: string | null;
  idNumber: string | null;
  phoneHash: string | null;
  idHash: string | null;
  sealed: Uint8Array<ArrayBuffer> | null;
};

const blank = {
  fullName: null,
  address: null,
  phone: null,
  idNumber: null,
  phoneHash: null,
  idHash: null,
  sealed: null,
} as const;

/** How a person stands in the row: in the clear with keyed hashes to be found by, or sealed and nothing else. */
export function personColumns(
  person: Petitioner,
  identity: Identity,
  keys: { letter: Uint8Array; lookup: Uint8Array },
  of: { tenantId: string; personId: string },
): PersonColumns {
  if (identity === "sealed") {
    const bytes = new TextEncoder().encode(JSON.stringify(person));
    const binding = { purpose: "person", tenantId: of.tenantId, id: of.personId } as const;
    return { ...blank, identity, sealed: seal(keys.letter, bytes, binding) };
  }
  const phone = phoneDigits(person.phone);
  const idNumber = idDigits(person.idNumber);
  return {
    ...blank,
    identity,
    fullName: person.fullName || null,
    address: person.address || null,
    phone: person.phone || null,
    idNumber: person.idNumber || null,
    phoneHash: phone ? keyedHash(keys.lookup, "phone", phone) : null,
    idHash: idNumber ? keyedHash(keys.lookup, "id-number", idNumber) : null,
  };
}

/** Opens one sealed person. */
export function openPerson(
  sealed: Uint8Array,
  letter: Uint8Array,
  of: { tenantId: string; personId: string },
): Petitioner {
  const bytes = open(letter, sealed, { purpose: "person", tenantId: of.tenantId, id: of.personId });
  if (!bytes) throw new Error("a sealed person does not open");
  return { ...nobody, ...(JSON.parse(new TextDecoder().decode(bytes)) as Partial<Petitioner>) };
}

export type ContentColumns = { content: string | null; sealedContent: Uint8Array<ArrayBuffer> | null };

/** What was written, beside the name: it says as much as a name does. */
export function contentColumns(
  content: string,
  identity: Identity,
  letter: Uint8Array,
  of: { tenantId: string; petitionId: string },
): ContentColumns {
  if (identity === "plain" || content === "") {
    return { content: identity === "plain" ? content : null, sealedContent: null };
  }
  const binding = { purpose: "content", tenantId: of.tenantId, id: of.petitionId } as const;
  return { content: null, sealedContent: seal(letter, new TextEncoder().encode(content), binding) };
}

export function openContent(
  sealed: Uint8Array,
  letter: Uint8Array,
  of: { tenantId: string; petitionId: string },
): string {
  const bytes = open(letter, sealed, { purpose: "content", tenantId: of.tenantId, id: of.petitionId });
  if (!bytes) throw new Error("a sealed content does not open");
  return new TextDecoder().decode(bytes);
}
