import type { Day } from "@/lib/platform/dates/days";
import type { PetitionClass } from "../words";

export const externalBodyKinds = [
  "department",
  "commune",
  "party",
  "front",
  "police",
  "court",
  "procuracy",
  "central",
  "other",
] as const;
export type ExternalBodyKind = (typeof externalBodyKinds)[number];

export type ExternalBodyView = {
  id: string;
  kind: ExternalBodyKind;
  name: string;
  parentId: string | null;
  address: string;
  phone: string;
  email: string;
  active: boolean;
  revision: number;
  changedAt: Date;
  changedBy: string | null;
  /** The names it had before, the latest first, and until when. */
  earlierNames: readonly { name: string; until: Date }[];
};

export type ExternalBodiesView = {
  bodies: readonly ExternalBodyView[];
  /** The one to be changed; null where one is to be added. */
  chosen: ExternalBodyView | null;
  /** Those others may stand below. */
  parents: readonly { id: string; name: string }[];
  mayKeep: boolean;
};

/** Grounds on which a body sends a letter back. */
export const backGrounds = ["not-competent", "handled-already", "incomplete", "unclear"] as const;
export type BackGround = (typeof backGrounds)[number];

export const bodyAnswers = ["acknowledged", "sent-back", "answered"] as const;
export type BodyAnswer = (typeof bodyAnswers)[number];

/** How many days a link opens its slip. */
export const linkDays = [30, 90, 180, 365] as const;

export type LinkView = { id: string; expiresOn: Day; open: boolean };

/** What a link shows: of a letter whose sender is kept secret there is no `letter`. */
export type LinkLetter = {
  body: string;
  state: "sent" | "acknowledged";
  document: string;
  sentOn: Day;
  reason: string;
  summary: string;
  class: PetitionClass | null;
  sealed: boolean;
  office: string;
  letter: {
    code: string;
    receivedOn: Day;
    subject: string;
    content: string | null;
    person: { fullName: string | null; address: string | null } | null;
  } | null;
};
