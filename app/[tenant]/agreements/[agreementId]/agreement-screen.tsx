import { PortalPage } from "@/app/[tenant]/portal-page";
import { AgreementReading } from "@/components/agreements/agreement-reading";
import type { AgreementPageView } from "@/lib/agreements/types";
import type { Actor } from "@/lib/platform/tenancy/actor";
import { placeOf } from "@/lib/platform/tenancy/place";

/**
 * The agreement itself; also where a form of its own page is no longer for the one who asks. Without JavaScript that is
 * how a refused act still says why, instead of "not found".
 */
export function AgreementScreen({
  actor,
  view,
  tenant,
}: {
  actor: Actor;
  view: AgreementPageView;
  tenant: string;
}) {
  return (
    <PortalPage actor={actor} current="agreements">
      <AgreementReading
        view={view}
        tenant={tenant}
        officeId={actor.officeId}
        place={placeOf(actor.tenantName)}
      />
    </PortalPage>
  );
}
