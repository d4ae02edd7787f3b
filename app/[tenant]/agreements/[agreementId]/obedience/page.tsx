import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { ObediencePage } from "@/components/tasks/obedience-page";
import { dayAt } from "@/lib/platform/dates/days";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";
import { loadObedience } from "@/lib/tasks/loaders";
import type { ObedienceQuery } from "@/lib/tasks/types";

type Props = {
  params: Promise<{ tenant: string; agreementId: string }>;
  searchParams: Promise<ObedienceQuery>;
};

async function load({ params, searchParams }: Props) {
  const [{ tenant, agreementId }, query] = await Promise.all([params, searchParams]);
  const { from, until, duty, office, figure } = query;
  const loaded = await loadObedience(tenant, idFromAddress(agreementId), from, until, duty, office, figure);
  return { tenant, ...loaded };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await load(props);
  return { title: view.title };
}

export default async function Page(props: Props) {
  const { tenant, actor, view } = await load(props);
  const sheet = {
    office: actor.officeName,
    place: placeOf(actor.tenantName),
    today: dayAt(new Date()),
    demo: actor.demo,
  };
  return (
    <PortalPage actor={actor} current="agreements">
      <ObediencePage view={view} tenant={tenant} sheet={sheet} />
    </PortalPage>
  );
}
