import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ConsolidatedPage } from "@/components/agreements/consolidated-page";
import { loadConsolidated } from "@/lib/agreements/loaders";
import { dayAt, parseTypedDay } from "@/lib/platform/dates/days";
import { idFromAddress } from "@/lib/platform/id-from-address";

type Props = {
  params: Promise<{ tenant: string; agreementId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params, searchParams }: Props) {
  const [{ tenant, agreementId }, { on }] = await Promise.all([params, searchParams]);
  const typed = typeof on === "string" ? on.trim() : "";
  const day = typed === "" ? null : parseTypedDay(typed, dayAt(new Date()));
  const page = await loadConsolidated(tenant, idFromAddress(agreementId), day ?? undefined);
  return { tenant, unknownDay: typed !== "" && day === null ? typed : null, ...page };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: view.title };
}

export default async function Page(props: Props) {
  const { tenant, actor, view, unknownDay } = await load(props);
  return (
    <PortalPage actor={actor} current="agreements">
      <ConsolidatedPage view={view} tenant={tenant} officeId={actor.officeId} unknownDay={unknownDay} />
    </PortalPage>
  );
}
