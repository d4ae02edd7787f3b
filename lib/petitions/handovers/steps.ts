import { z } from "zod";
import type { Day } from "@/lib/platform/dates/days";
import type { HandoverStep, StepFacts, StepKind } from "./file-schema";

/** A step as `national_steps` hands it out. */
export type StepRow = {
  id: string;
  position: number;
  at: Date;
  name: string;
  payload: unknown;
  code: string;
  kind: HandoverStep["letter"]["kind"];
  receivedOn: Day;
  channel: HandoverStep["letter"]["channel"];
  body: string;
  class: HandoverStep["letter"]["class"];
  toName: string | null;
  toDocument: string | null;
  resultDocument: string | null;
  resultOn: Day | null;
};

/** Events of older versions say less: what is not there is not said. */
const payloadSchema = z.looseObject({
  class: z.string().nullish().catch(null),
  unmet: z.array(z.unknown()).optional().catch(undefined),
  count: z.number().optional().catch(undefined),
  conclusion: z.string().optional().catch(undefined),
  kind: z.string().optional().catch(undefined),
  on: z.string().optional().catch(undefined),
  days: z.number().optional().catch(undefined),
  answer: z.string().optional().catch(undefined),
  number: z.string().optional().catch(undefined),
  document: z.string().optional().catch(undefined),
});
type Payload = z.output<typeof payloadSchema>;

/** A number is handed over where it is one; what else was typed there stays. */
function documentOf(text: string | null | undefined): string | undefined {
  return text && /^\d[\p{L}\p{N}/.-]{0,59}$/u.test(text) ? text : undefined;
}

type Reading = { step: StepKind; facts: (payload: Payload, row: StepRow) => Record<string, unknown> };

const nothing = () => ({});
const byClass = (payload: Payload) => ({ class: payload.class });

/** Every event `national_step_names` names in the database, and what it says. */
const readings: Readonly<Record<string, Reading>> = {
  "petitions.taken": { step: "intake", facts: byClass },
  "petitions.sentOnline": { step: "intake", facts: nothing },
  "petitions.imported": { step: "intake", facts: nothing },
  "petitions.classified": { step: "classification", facts: byClass },
  "petitions.amended": { step: "correction", facts: nothing },
  "petitions.assessed": { step: "conditions", facts: ({ unmet }) => ({ unmet: unmet?.length }) },
  "petitions.split": { step: "split", facts: ({ count }) => ({ parts: count }) },
  "petitions.joined": { step: "joined", facts: nothing },
  "petitions.joinUndone": { step: "joinUndone", facts: nothing },
  "petitions.forwarded": {
    step: "forwarding",
    facts: (_payload, row) => ({ to: row.toName, document: documentOf(row.toDocument) }),
  },
  "petitions.forwardAnswered": { step: "forwardAnswer", facts: ({ answer }) => ({ answer }) },
  "petitions.bodyAnswered": {
    step: "outsideAnswer",
    facts: ({ answer }, row) => ({
      answer,
      to: row.toName,
      ...(answer === "answered" ? { on: row.resultOn, document: documentOf(row.resultDocument) } : {}),
    }),
  },
  "petitions.takenBack": { step: "takenBack", facts: nothing },
  "petitions.concluded": { step: "conclusion", facts: ({ conclusion }) => ({ conclusion }) },
  "petitions.milestoneRecorded": {
    step: "milestone",
    facts: ({ kind, on, days }) => ({ milestone: kind, on, days }),
  },
  "petitions.paperIssued": {
    step: "paper",
    facts: ({ kind, number }) => ({ paper: kind, document: documentOf(number) }),
  },
  "petitions.resultTold": { step: "resultTold", facts: nothing },
  "petitions.toldOfCase": { step: "caseTold", facts: nothing },
  "petitions.reopened": { step: "reopened", facts: nothing },
  "petitions.destroyed": {
    step: "destroyed",
    facts: ({ document }) => ({ document: documentOf(document) }),
  },
  "petitions.withdrawnBySender": { step: "withdrawal", facts: nothing },
};

export const stepEvents: readonly string[] = Object.keys(readings);

/** One step as it is handed over. The file's schema refuses what is not as it says. */
export function toStep(row: StepRow): HandoverStep {
  const reading = readings[row.name];
  if (!reading) throw new Error(`${row.name} is no step`);
  const facts = reading.facts(payloadSchema.parse(row.payload), row);
  return {
    id: row.id,
    position: row.position,
    at: row.at.toISOString(),
    step: reading.step,
    facts: Object.fromEntries(
      Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
    ) as StepFacts,
    letter: {
      code: row.code,
      kind: row.kind,
      receivedOn: row.receivedOn,
      channel: row.channel,
      body: row.body,
      class: row.class,
    },
  };
}
