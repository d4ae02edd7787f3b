import "server-only";
import { cache } from "react";
import { loadPage } from "@/lib/platform/queries/load-page";
import { draftId, held, openDraft } from "../citizen/drafts";
import { loadFrame } from "../citizen/loaders";
import type { LinkPageView } from "../citizen/types";
import { openedLink } from "./acts";
import { linkPage } from "./functions";
import { listExternalBodies } from "./queries/list-external-bodies";
import { bodyAnswers } from "./types";

export const loadExternalBodies = cache((tenant: string, bodyId: string | null) =>
  loadPage(tenant, listExternalBodies, { bodyId }),
);

/** The page of a link: the slip it opens, or where to type its secret. */
export async function loadLink(tenant: string): Promise<LinkPageView> {
  const frame = await loadFrame(tenant);
  const hash = await openedLink(tenant);
  const { letter, draft } = hash
    ? await linkPage(tenant, hash, await draftId("slip"))
    : { letter: null, draft: null };
  const act = (await held(tenant, "done"))?.["act"];
  const form = letter ? await openDraft("slip", draft) : null;
  return {
    ...frame,
    letter,
    missed: hash !== null && letter === null,
    done: bodyAnswers.find((known) => known === act) ?? null,
    form: form ?? { values: {}, errors: {} },
  };
}
