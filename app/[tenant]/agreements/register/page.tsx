import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { NumberRegister } from "@/components/agreements/number-register";
import { loadNumberRegister } from "@/lib/agreements/loaders";
import { dayAt } from "@/lib/platform/dates/days";
import { placeOf } from "@/lib/platform/tenancy/place";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ year?: string; after?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agreements.register");
  return { title: t("title") };
}

/** A whole number of the address; anything else is as if it were left out. */
function wholeOf(text: string | undefined, digits: number): number | undefined {
  return text !== undefined && /^\d+$/.test(text) && text.length <= digits ? Number(text) : undefined;
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const [{ tenant }, { year, after }] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadNumberRegister(tenant, wholeOf(year, 4), wholeOf(after, 5));
  return (
    <PortalPage actor={actor} current="agreements">
      <NumberRegister
        view={view}
        tenant={tenant}
        sheet={{
          office: actor.officeName,
          place: placeOf(actor.tenantName),
          today: dayAt(new Date()),
          demo: actor.demo,
        }}
      />
    </PortalPage>
  );
}
