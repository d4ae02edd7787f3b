import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { PaperForm } from "@/components/petitions/papers/paper-form";
import { loadPaperForm } from "@/lib/petitions/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = {
  params: Promise<{ tenant: string; petitionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params, searchParams }: Props) {
  const { tenant, petitionId } = await params;
  const { kind, of } = await searchParams;
  const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  const found = await loadPaperForm(tenant, idFromAddress(petitionId), one(kind), one(of));
  return { tenant, ...found };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).view.code };
}

export default async function PaperFormPage(props: Props) {
  const { tenant, actor, view } = await load(props);
  return (
    <PortalPage actor={actor} current="petitions">
      <PaperForm view={view} tenant={tenant} />
    </PortalPage>
  );
}
