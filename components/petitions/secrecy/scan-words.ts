import { useTranslations } from "next-intl";
import { sizeOf } from "@/components/files/file-list";
import { formatDay } from "@/lib/platform/dates/days";
import type { FileView } from "@/lib/platform/files/types";

/** What a scan is called: a number and nothing of what the sender named it. */
export function useScanWords() {
  const t = useTranslations("petitions.secrecy");
  const files = useTranslations("files");
  return {
    name: (index: number) => t("scan", { number: index + 1 }),
    about: (scan: FileView) => `${files("size", sizeOf(scan.size))} · ${formatDay(scan.on)}`,
  };
}
