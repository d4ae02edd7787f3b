import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ComparisonPage } from "@/components/agreements/comparison-page";
import { loadComparison } from "@/lib/agreements/loaders";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = {
  params: Promise<{ tenant: string; agreementId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The number of a version in an address; what is no number names none, as in an id that is no id. */
function numberIn(asked: string | string[] | undefined): number | undefined {
  if (asked === undefined || asked === "") return undefined;
  return typeof asked === "string" && /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
}

async function load({ params, searchParams }: Props) {
  const [{ tenant, agreementId }, { from, to }] = await Promise.all([params, searchParams]);
  const page = await loadComparison(tenant, idFromAddress(agreementId), numberIn(from), numberIn(to));
  return { tenant, ...page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: view.title };
}

export default async function Page(props: Props) {
  const { tenant, actor, view } = await load(props);
  return (
    <PortalPage actor={actor} current="agreements">
      <ComparisonPage view={view} tenant={tenant} />
    </PortalPage>
  );
}
