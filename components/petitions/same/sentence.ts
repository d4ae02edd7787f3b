import type { SameLetterView } from "@/lib/petitions/same-letter/types";
import { formatDay } from "@/lib/platform/dates/days";

type Words = (key: never, values?: never) => string;

/** "Có ở VP UBND từ 03/11/2026, mã …: đã thụ lý"; of a letter that denounces only whom to ask. */
export function sameLetterSentence(t: Words, found: SameLetterView): string {
  if (found.kind === "contact") return t("same.contact" as never, { office: found.office } as never);
  const state = t(`state.${found.state}` as never).toLowerCase();
  const values = { office: found.office, since: formatDay(found.since), code: found.code, state };
  return t("same.told" as never, values as never);
}
