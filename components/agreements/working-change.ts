import { useTranslations } from "next-intl";
import type { WorkingChange } from "@/lib/agreements/types";

/** A working rule that changed: its name, and what it was and is, in words. */
export function useWorkingChange() {
  const t = useTranslations("agreements.workingRules");
  const days = (value: number | null) => (value === null ? t("none") : t("days", { days: value }));
  return (change: WorkingChange): { name: string; from: string; to: string } => {
    const name = t(change.rule);
    if (change.rule === "silence")
      return { name, from: t(`silences.${change.from}`), to: t(`silences.${change.to}`) };
    return { name, from: days(change.from), to: days(change.to) };
  };
}
