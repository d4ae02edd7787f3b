import "server-only";
import { loadReturnedForm } from "@/lib/platform/files/returned-form";
import type { Query } from "@/lib/platform/queries/run-query";
import { getAgreementPage } from "../../queries/get-agreement-page";
import type { OutsidePageView } from "../../types";

/** The parties outside of an agreement, and what the acting person may do about them. */
export const getOutsidePage: Query<
  { agreementId: string; returned?: string | undefined },
  OutsidePageView
> = async (scope) => {
  const page = await getAgreementPage(scope);
  if (!page) return null;
  const { tx, actor, input } = scope;
  const bodies = page.may.nameOutside
    ? await tx.externalBody.findMany({
        where: { tenantId: actor.tenantId, active: true },
        orderBy: { name: "asc" },
        select: { id: true, name: true },
      })
    : [];
  const named = new Set(page.outside.map(({ bodyId }) => bodyId));
  return {
    ...page,
    bodies: bodies.filter(({ id }) => !named.has(id)),
    returned: await loadReturnedForm(tx, actor, input.returned),
  };
};
