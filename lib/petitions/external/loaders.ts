import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { held, loadDraft } from "../citizen/drafts";
import { loadFrame } from "../citizen/loaders";
import type { LinkPageView } from "../citizen/types";
import { openedLink } from "./acts";
import { linkLetter } from "./functions";
import { listExternalBodies } from "./queries/list-external-bodies";
import { bodyAnswers } from "./types";

export const loadExternalBodies = cache((tenant: string, bodyId: string | null) =>
  loadPage(tenant, listExternalBodies, { bodyId }),
);

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
