import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

type ProgrammeTabsProps = { tenant: string; part: "tree" | "overlaps"; year: number; open: number };

/** The tree and what overlaps in it, of one year. */
export function ProgrammeTabs({ tenant, part, year, open }: ProgrammeTabsProps) {
  const t = useTranslations("programmes");
  const base = `/${tenant}/programmes`;
  return (
    <Tabs
      label={t("parts.label")}
      tabs={[
        { href: `${base}?year=${year}`, label: t("parts.tree"), current: part === "tree" },
        {
          href: `${base}/overlaps?year=${year}`,
          label: t("parts.overlaps", { count: open }),
          current: part === "overlaps",
        },
      ]}
    />
  );
}
