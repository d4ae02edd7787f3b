import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { Tabs } from "@/components/ui/tabs";

/** The head of the pages on days and limits, and the way between them. */
export function SettingsHeader({ tenant, current }: { tenant: string; current: "days" | "limits" }) {
  const t = useTranslations("clocks.settings");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("title")}
        tabs={(["days", "limits"] as const).map((key) => ({
          label: t(key),
          href: `/${tenant}/settings/${key}`,
          current: key === current,
        }))}
      />
    </>
  );
}
