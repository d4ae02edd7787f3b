import "server-only";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Query } from "@/lib/platform/queries/run-query";
import type { OtherWaysView } from "../types";
import { getAgreementPage } from "./get-agreement-page";
import { loadRegisteredCertificates } from "./load-registered-certificates";

/** What a signer needs who signs with a certificate that the portal did not issue: the own ones, and whether the turn is taken. */
export const getOtherWays: Query<
  { agreementId: string; returned?: string | undefined },
  OtherWaysView
> = async (scope) => {
  const page = await getAgreementPage(scope);
  if (!page?.round) return null;
  const { tx, actor, input, now } = scope;
  return {
    ...page,
    registered: await loadRegisteredCertificates(tx, actor, now),
    returned: await loadReturnedForm(tx, actor, input.returned),
  };
};
