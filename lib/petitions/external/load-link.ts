import "server-only";
import { held, loadDraft } from "../citizen/drafts";
import { loadFrame } from "../citizen/loaders";
import type { CitizenForm, CitizenFrame } from "../citizen/types";
import { openedLink } from "./acts";
import { linkLetter } from "./functions";
import { type BodyAnswer, bodyAnswers, type LinkLetter } from "./types";

export type LinkPageView = CitizenFrame & {
  /** Null before a secret was given, and for one that opens nothing: the two look alike but for `missed`. */
  letter: LinkLetter | null;
  missed: boolean;
  /** What was done a moment ago. */
  done: BodyAnswer | null;
  form: CitizenForm;
};

/** The page of a link: the slip it opens, or where to type its secret. */
export async function loadLink(tenant: string): Promise<LinkPageView> {
  const frame = await loadFrame(tenant);
  const hash = await openedLink(tenant);
  const letter = hash ? await linkLetter(tenant, hash) : null;
  const act = (await held(tenant, "done"))?.["act"];
  const draft = letter ? await loadDraft(tenant, "slip") : null;
  return {
    ...frame,
    letter,
    missed: hash !== null && letter === null,
    done: bodyAnswers.find((known) => known === act) ?? null,
    form: draft ?? { values: {}, errors: {} },
  };
}
