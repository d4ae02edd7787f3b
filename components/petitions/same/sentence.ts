import type { OfCaseView, SameLetterView } from "@/lib/petitions/same-letter/types";
import { formatDay } from "@/lib/platform/dates/days";

type Words = (key: never, values?: never) => string;

/** "Có ở VP UBND từ 03/11/2026, mã …: đang xác minh"; of a letter that denounces only whom to ask; of another household's, that it may be one case. */
export function sameLetterSentence(t: Words, found: SameLetterView | OfCaseView): string {
  if (found.kind === "case") {
    const { office, code, caseCode } = found;
    const about = { office, since: formatDay(found.since), code, caseCode: caseCode ?? "" };
    return t((caseCode === null ? "same.ofCase" : "same.ofKnownCase") as never, about as never);
  }
  if (found.kind === "contact") return t("same.contact" as never, { office: found.office } as never);
  const key = found.state === "verifying" ? "same.verifying" : `state.${found.state}`;
  const state = t(key as never).toLowerCase();
  const values = { office: found.office, since: formatDay(found.since), code: found.code, state };
  return t("same.told" as never, values as never);
}

/** The same for the form of a new letter: with the reason, and the code where the two may be joined. */
export function sameLetterLine(
  t: Words,
  found: SameLetterView | OfCaseView,
): { text: string; why: string; code: string } {
  const text = sameLetterSentence(t, found);
  if (found.kind !== "told") return { text, why: "", code: "" };
  return { text, why: t(`same.why.${found.why}` as never), code: found.code };
}
