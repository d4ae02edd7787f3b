import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Tabs } from "@/components/ui/tabs";

export type SettingsPart = "rules" | "kinds" | "places" | "quorum";

/** The head of the pages that keep what the calendar reckons with. */
export function SettingsHead({ tenant, part }: { tenant: string; part: SettingsPart }) {
  const t = useTranslations("calendar.settings");
  const calendar = useTranslations("calendar");
  const base = `/${tenant}/calendar`;
  const address = { rules: "", kinds: "/kinds", places: "/places", quorum: "/quorum" };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: calendar("title"), href: base }]}
        title={t("title")}
        lead={t("lead")}
      />
      <Tabs
        label={t("title")}
        tabs={(["rules", "kinds", "places", "quorum"] as const).map((name) => ({
          href: `${base}/settings${address[name]}`,
          label: t(`parts.${name}`),
          current: name === part,
        }))}
      />
    </>
  );
}
