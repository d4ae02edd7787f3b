import { getTranslations } from "next-intl/server";
import { programmeName } from "@/components/programmes/programme-words";
import type { ProgrammeView } from "@/lib/work-programmes/types";

/** What the browser's tab says of a programme. */
export async function programmeTitle(view: ProgrammeView): Promise<string> {
  const t = await getTranslations("programmes");
  return `${programmeName(t, view)}, ${view.body.name}`;
}
