import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { DaysScreen } from "@/components/settings/days-screen";
import { loadLegalDays } from "@/lib/petitions/clocks/loaders";

type Props = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ year?: string | string[]; day?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clocks.settings");
  return { title: t("days") };
}

/** Anything else than a year or a day is no question: the page of this year answers. */
function asked(query: Awaited<Props["searchParams"]>): [year: number | null, day: string | null] {
  const year = typeof query.year === "string" && /^\d{4}$/.test(query.year) ? Number(query.year) : null;
  const day = typeof query.day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(query.day) ? query.day : null;
  return [year, day];
}

export default async function DaysPage({ params, searchParams }: Props) {
  const [{ tenant }, query] = await Promise.all([params, searchParams]);
  const { actor, view } = await loadLegalDays(tenant, ...asked(query));
  return (
    <PortalPage actor={actor} current="settings">
      <DaysScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
