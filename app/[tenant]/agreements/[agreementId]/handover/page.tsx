import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { HandoverPage } from "@/components/tasks/handover-page";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { loadHandovers } from "@/lib/tasks/loaders";

type Props = {
  params: Promise<{ tenant: string; agreementId: string }>;
  searchParams: Promise<{ task?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, agreementId } = await params;
  const { view } = await loadHandovers(tenant, idFromAddress(agreementId));
  return { title: view.title };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ tenant, agreementId }, { task }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadHandovers(tenant, idFromAddress(agreementId));
  return (
    <PortalPage actor={actor} current="agreements">
      <HandoverPage view={view} tenant={tenant} taskId={task} />
    </PortalPage>
  );
}
