import type { Metadata } from "next";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { programmeTitle } from "@/app/[tenant]/programmes/[programmeId]/programme-page";
import { ProgrammeScreen } from "@/components/programmes/programme-screen";
import { dayAt } from "@/lib/platform/dates/days";
import { idFromAddress } from "@/lib/platform/id-from-address";
import { placeOf } from "@/lib/platform/tenancy/place";
import { loadProgramme } from "@/lib/work-programmes/loaders";

type Props = { params: Promise<{ tenant: string; programmeId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, programmeId } = await params;
  const { view } = await loadProgramme(tenant, idFromAddress(programmeId));
  return { title: await programmeTitle(view) };
}

export default async function ProgrammePage({ params }: Props) {
  const { tenant, programmeId } = await params;
  const { actor, view } = await loadProgramme(tenant, idFromAddress(programmeId));
  return (
    <PortalPage actor={actor} current="calendar" wide>
      <ProgrammeScreen
        view={view}
        tenant={tenant}
        place={placeOf(actor.tenantName)}
        today={dayAt(new Date())}
      />
    </PortalPage>
  );
}
