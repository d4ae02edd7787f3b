import type { Day } from "@/lib/platform/dates/days";
import type { PetitionOffice } from "../words";

/** How a matter was at an office: received there, sent there, come back from there, given over by it, handled there. */
export type StationKind = "received" | "handled" | "sent" | "back" | "passed";

export type Station = {
  officeId: string;
  what: StationKind;
  onDay: Day;
  /** As the slip or who sent it back said; "" where nobody had to. */
  reason: string;
  /** Of which letter of the matter; null where its code is not told. */
  code: string | null;
};

/** An office a matter was at already: how often it was sent there and came back, and each time, the newest first. */
export type Circle = {
  office: PetitionOffice;
  sent: number;
  back: number;
  stations: readonly Station[];
};

/** Who was competent last time: for this matter (`subject` null), or for a subject of the table and the same commune. */
export type Competent = {
  subject: string | null;
  office: PetitionOffice;
  did: "acknowledged" | "accepted" | "settled";
  onDay: Day;
};
