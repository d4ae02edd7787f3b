import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { returnedFormToken } from "@/lib/platform/files/returned-form";
import { loadPage } from "@/lib/platform/queries/load-page";
import { held, openedParty } from "./browser";
import { partyFile, partyPage } from "./functions";
import { getOutsidePage } from "./queries/get-outside-page";
import { type PartyForm, type PartyPageView, partyDone } from "./types";

export const loadOutsidePage = cache(async (tenant: string, agreementId: string) =>
  loadPage(tenant, getOutsidePage, { agreementId, returned: await returnedFormToken() }),
);

/** The page of a link: what it opens, or where to type its secret. */
export async function loadParty(tenant: string): Promise<PartyPageView> {
  const hash = await openedParty(tenant);
  const page = await partyPage(tenant, hash ?? "");
  if (!page) notFound();
  const { link, tenantName, demo } = page;
  const act = (await held(tenant, "done"))?.["act"];
  const form = (await held(tenant, "form")) as PartyForm | null;
  return {
    tenant,
    tenantName,
    demo,
    link,
    missed: hash !== null && link === null,
    done: partyDone.find((known) => known === act) ?? null,
    form: link ? form : null,
  };
}

/** The file this browser's turn is for; null outside a turn. */
export async function loadPartyFile(tenant: string) {
  const hash = await openedParty(tenant);
  return hash === null ? null : partyFile(tenant, hash);
}
