import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import {
  type PetitionQuery,
  petitionAddress,
  petitionListQuery,
} from "@/components/petitions/petition-list-address";
import { RegisterSheet } from "@/components/petitions/register-sheet";
import { loadRegisterSheet } from "@/lib/petitions/loaders";
import { dayAt } from "@/lib/platform/dates/days";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = { params: Promise<{ tenant: string }>; searchParams: Promise<PetitionQuery> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("petitions.sheet");
  return { title: t("title") };
}

export default async function PetitionSheetPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const today = dayAt(new Date());
  const address = { ...petitionAddress(query, today), after: undefined, words: "" };
  const { span: _span, after: _after, words: _words, ...filter } = address;
  const { actor, view } = await loadRegisterSheet(tenant, filter);
  return (
    <PortalPage actor={actor} current="petitions" wide>
      <RegisterSheet
        view={view}
        base={`/${tenant}/petitions`}
        query={petitionListQuery(address)}
        place={placeOf(actor.tenantName)}
        today={today}
        demo={actor.demo}
      />
    </PortalPage>
  );
}
