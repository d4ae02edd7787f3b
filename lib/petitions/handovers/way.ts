import { formatDay } from "@/lib/platform/dates/days";
import type { HandoverStep } from "./file-schema";

/** Words of the message files: under `petitions`, and of milestones under `clocks.letter`. */
export type Say = {
  petitions: (key: string, values?: Record<string, string | number>) => string;
  letter: (key: string) => string;
};

/** What a step did on its letter's way, in one line. */
export function factWords({ facts }: HandoverStep, { petitions, letter }: Say): string {
  const { document } = facts;
  return [
    facts.class ? petitions(`class.${facts.class}`) : "",
    facts.conclusion ? petitions(`state.${facts.conclusion}`) : "",
    facts.milestone ? letter(`milestones.${facts.milestone}`) : "",
    facts.answer ? petitions(`outside.answers.${facts.answer}`) : "",
    facts.paper ? petitions(`papers.kinds.${facts.paper}`) : "",
    facts.to ?? "",
    facts.unmet === undefined ? "" : petitions("handovers.fact.unmet", { count: facts.unmet }),
    facts.parts ? petitions("handovers.fact.parts", { count: facts.parts }) : "",
    facts.days ? petitions("handovers.fact.days", { count: facts.days }) : "",
    facts.on ? petitions("handovers.fact.on", { day: formatDay(facts.on) }) : "",
    document ? petitions("handovers.fact.document", { number: document }) : "",
  ]
    .filter((words) => words !== "")
    .join("; ");
}
