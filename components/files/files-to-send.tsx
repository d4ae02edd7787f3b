import { useTranslations } from "next-intl";
import { FileField } from "@/components/forms/file-field";

type FilesToSendProps = { limits: { megabytes: number; files: number }; name?: string | undefined };

const accept = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv";

/** Files to send along in an `UploadForm`, with the sender's declaration; both named as every upload route reads them. */
export function FilesToSend({ limits, name = "files" }: FilesToSendProps) {
  const t = useTranslations("files");
  return (
    <FileField
      name={name}
      label={t("label")}
      hint={t("hint", limits)}
      accept={accept}
      declaration={{ name: "noSecrets", label: t("declaration"), hint: t("declarationHint") }}
      optional
    />
  );
}
