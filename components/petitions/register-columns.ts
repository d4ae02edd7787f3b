import type { PetitionLine } from "@/lib/petitions/types";
import { formatDay } from "@/lib/platform/dates/days";

/** The thirteen columns of form 03/TCD (Nghị định 154/2026/NĐ-CP), in their order. */
export const sheetColumns = [
  "number",
  "day",
  "who",
  "idNumber",
  "subject",
  "class",
  "people",
  "settledBefore",
  "competent",
  "guided",
  "forwarded",
  "followUp",
  "note",
] as const;

export type SheetWords = {
  class: (value: NonNullable<PetitionLine["class"]> | "none") => string;
  kind: (value: PetitionLine["kind"]) => string;
  sealed: string;
  anonymous: string;
  yes: string;
};

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

/** One line as thirteen texts; a sealed name is a word, never a name. */
export function sheetCells(line: PetitionLine, number: number, words: SheetWords): string[] {
  const { petitioner } = line;
  const plain = petitioner.kind === "plain" ? petitioner : null;
  const by = joined(line.outcomeBody, line.outcomeDocument);
  const accepted = line.state === "accepted" || line.state === "settled" || line.state === "suspended";
  return [
    String(number),
    formatDay(line.receivedOn),
    plain
      ? joined(plain.fullName || words.anonymous, plain.address)
      : petitioner.kind === "sealed"
        ? words.sealed
        : words.anonymous,
    plain?.idNumber ?? "",
    line.subject,
    words.class(line.class ?? "none"),
    String(line.peopleCount),
    line.settledBefore,
    line.competent ? words.yes : "",
    line.outcome === "guided" || line.outcome === "returned" ? by : "",
    line.outcome === "forwarded" ? by : accepted ? line.lead.name : "",
    line.followUp,
    joined(line.code, words.kind(line.kind), line.note),
  ];
}
