import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { programmeTitle } from "@/app/[tenant]/programmes/[programmeId]/programme-page";
import { ProgrammeLog } from "@/components/programmes/programme-log";
import { ProgrammeScreen } from "@/components/programmes/programme-screen";
import { dayAt } from "@/lib/platform/dates/days";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";
import { loadProgrammeLog } from "@/lib/work-programmes/loaders";

type Props = { params: Promise<{ tenant: string; programmeId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, programmeId } = await params;
  const { view } = await loadProgrammeLog(tenant, idFromAddress(programmeId));
  const t = await getTranslations("history");
  return { title: `${t("title")}: ${await programmeTitle(view)}` };
}

export default async function ProgrammeLogPage({ params }: Props) {
  const { tenant, programmeId } = await params;
  const { actor, view } = await loadProgrammeLog(tenant, idFromAddress(programmeId));
  return (
    <PortalPage actor={actor} current="calendar" wide sheet={<ProgrammeLog view={view} tenant={tenant} />}>
      <ProgrammeScreen
        view={view}
        tenant={tenant}
        place={placeOf(actor.tenantName)}
        today={dayAt(new Date())}
      />
    </PortalPage>
  );
}
