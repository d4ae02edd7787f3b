import { dayFromColumn, formatDay } from "@/lib/platform/dates/days";
import { open, seal } from "./identity/letter-key";

/** What was typed when a letter came and may be corrected, in the order of the form. */
export const amendedFields = [
  "receivedOn",
  "channel",
  "forwarderKind",
  "forwarderName",
  "fullName",
  "address",
  "phone",
  "idNumber",
  "subject",
  "content",
  "peopleCount",
  "settledBefore",
  "note",
] as const;
export type AmendedField = (typeof amendedFields)[number];

export type Typed = Readonly<Record<AmendedField, string>>;

/** Fields whose words say who wrote: of a sealed letter left blank they stay as they are. */
export const sealedFields: readonly AmendedField[] = ["fullName", "address", "phone", "idNumber", "content"];

type Stored = {
  receivedOn: Date;
  channel: string;
  forwarderKind: string | null;
  forwarderName: string;
  subject: string;
  peopleCount: number;
  settledBefore: string;
  note: string;
};
type Opened = {
  people: readonly { fullName: string; address: string; phone: string; idNumber: string }[];
  content: string;
};

/** A letter as it was typed. */
export function typedOf(stored: Stored, opened: Opened): Typed {
  const [person] = opened.people;
  return {
    receivedOn: formatDay(dayFromColumn(stored.receivedOn)),
    channel: stored.channel,
    forwarderKind: stored.forwarderKind ?? "",
    forwarderName: stored.forwarderName,
    fullName: person?.fullName ?? "",
    address: person?.address ?? "",
    phone: person?.phone ?? "",
    idNumber: person?.idNumber ?? "",
    subject: stored.subject,
    content: opened.content,
    peopleCount: String(stored.peopleCount),
    settledBefore: stored.settledBefore,
    note: stored.note,
  };
}

/** Which fields an amendment changes. */
export function changedFields(before: Typed, after: Typed): AmendedField[] {
  return amendedFields.filter((field) => before[field] !== after[field]);
}

/** Why a letter was changed, and the words that stood before. */
export type ChangeWords = { reason: string; before: Partial<Record<AmendedField, string>> };

/** Kept under the letter's key whichever way the letter is kept: it may come to denounce somebody. */
export function sealChange(
  key: Uint8Array,
  of: { tenantId: string; id: string },
  words: ChangeWords,
): Uint8Array<ArrayBuffer> {
  return seal(key, new TextEncoder().encode(JSON.stringify(words)), { purpose: "change", ...of });
}

export function openChange(
  key: Uint8Array,
  of: { tenantId: string; id: string },
  sealed: Uint8Array,
): ChangeWords | null {
  const bytes = open(key, sealed, { purpose: "change", ...of });
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as ChangeWords) : null;
}
