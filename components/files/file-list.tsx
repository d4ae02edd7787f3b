import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { formatDay } from "@/lib/platform/dates/days";
import type { FileView } from "@/lib/platform/files/types";

type FileListProps = { files: readonly FileView[]; tenant: string };

export function sizeOf(bytes: number): { size: "small" | "kilo" | "mega"; count: string } {
  if (bytes < 1_024) return { size: "small", count: String(bytes) };
  if (bytes < 1_024 * 1_024) return { size: "kilo", count: String(Math.round(bytes / 1_024)) };
  return { size: "mega", count: (bytes / 1_024 / 1_024).toFixed(1).replace(".", ",") };
}

/** The files of an item, each to be downloaded; says of which only the sender's word is known. */
export function FileList({ files, tenant }: FileListProps) {
  const t = useTranslations("files");
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t("listed")}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name="clip" small />
          <span>
            <a href={`/${tenant}/attachments/${file.id}`} download={file.name}>
              {file.name}
            </a>{" "}
            <small>
              {t("size", sizeOf(file.size))} · {formatDay(file.on)}
              {file.textRead ? null : ` · ${t("onWordOnly")}`}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
