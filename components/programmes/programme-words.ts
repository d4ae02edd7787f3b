import type { useTranslations } from "next-intl";
import { formatDay } from "@/lib/platform/dates/days";
import { type ProgrammeKind, quarterOf, type Span } from "@/lib/work-programmes/periods";

type Words = ReturnType<typeof useTranslations<"programmes">>;
type Named = Span & { kind: ProgrammeKind };

function valuesOf({ startsOn, endsOn }: Span) {
  return {
    from: startsOn.slice(0, 4),
    until: endsOn.slice(0, 4),
    year: startsOn.slice(0, 4),
    quarter: quarterOf(startsOn),
    month: startsOn.slice(5, 7),
  };
}

/** "Chương trình công tác quý I năm 2027". */
export function programmeName(t: Words, programme: Named): string {
  return t(`name.${programme.kind}`, valuesOf(programme));
}

/** "Quý I/2027". */
export function programmeShortName(t: Words, programme: Named): string {
  return t(`short.${programme.kind}`, valuesOf(programme));
}

export function paperWords(paper: { number: string; on: string; by: string }) {
  return { number: paper.number, day: formatDay(paper.on), by: paper.by };
}
