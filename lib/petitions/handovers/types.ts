import type { Day } from "@/lib/platform/dates/days";
import type { HandoverStep, StepKind } from "./file-schema";

export type { HandoverStep } from "./file-schema";

export type HandoverState = "awaiting" | "accepted" | "refused";

/** A hand-over as its line says it; what went is in its files. */
export type HandoverLine = {
  id: string;
  number: number;
  at: Date;
  by: string | null;
  steps: number;
  state: HandoverState;
  receiptNumber: string | null;
  receiptOn: Day | null;
  refusalReason: string | null;
  jsonSha256: string;
  xlsxSha256: string;
};

/** What would go now. */
export type WaitingSteps = {
  /** The first of them. */
  shown: readonly HandoverStep[];
  count: number;
  /** False where more wait than one hand-over takes. */
  isWhole: boolean;
  /** The position of the last one that would go. */
  until: number | null;
  kinds: readonly { kind: StepKind; count: number }[];
};

export type HandoversView = {
  office: string;
  waiting: WaitingSteps;
  /** The one whose receipt is still to come: until then no other is prepared. */
  awaiting: HandoverLine | null;
  lines: readonly HandoverLine[];
  /** The number before which the list goes on; null at its end. */
  next: number | null;
  may: { prepare: boolean; keepReceipt: boolean };
};
