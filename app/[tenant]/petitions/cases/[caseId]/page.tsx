import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { CaseScreen } from "@/components/petitions/cases/case-screen";
import { loadCase } from "@/lib/petitions/cases/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = { params: Promise<{ tenant: string; caseId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, caseId } = await params;
  const { view } = await loadCase(tenant, idFromAddress(caseId));
  return { title: view.code };
}

export default async function CasePage({ params }: Props) {
  const { tenant, caseId } = await params;
  const { actor, view } = await loadCase(tenant, idFromAddress(caseId));
  return (
    <PortalPage actor={actor} current="petitions">
      <CaseScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
