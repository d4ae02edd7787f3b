import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PortalPage } from "@/app/[tenant]/portal-page";
import { LimitScreen } from "@/components/settings/limit-screen";
import { loadClockRule } from "@/lib/petitions/clocks/loaders";

type Props = { params: Promise<{ tenant: string; ruleKey: string }> };

/** As the address has it; a mistyped escape is a key nothing has. */
function keyOf(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll("\u0000", "");
  } catch {
    return "";
  }
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clocks.settings");
  return { title: t("limits") };
}

export default async function LimitPage({ params }: Props) {
  const { tenant, ruleKey } = await params;
  const { actor, view } = await loadClockRule(tenant, keyOf(ruleKey));
  return (
    <PortalPage actor={actor} current="settings">
      <LimitScreen view={view} tenant={tenant} />
    </PortalPage>
  );
}
