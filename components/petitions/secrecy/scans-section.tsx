import { useTranslations } from "next-intl";
import { FilesToSend } from "@/components/files/files-to-send";
import { CheckboxGroup } from "@/components/forms/checkbox-group";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { UploadForm } from "@/components/forms/upload-form";
import { Section } from "@/components/layout/section";
import { LookAtScans } from "@/components/petitions/secrecy/look-at-scans";
import { useScanWords } from "@/components/petitions/secrecy/scan-words";
import { Icon } from "@/components/ui/icon";
import type { PetitionPageView } from "@/lib/petitions/types";

type Props = { view: PetitionPageView; tenant: string };

/** Scans that are named only, or lead to their bytes where the acting person may open them by a link. */
function ScanList({ view, tenant }: Props) {
  const t = useTranslations("petitions.secrecy");
  const words = useScanWords();
  const { scans, mayReadScans } = view.secrecy;
  return (
    <ul className="files" aria-label={t("scans")}>
      {scans.map((scan, index) => (
        <li key={scan.id}>
          <Icon name="clip" small />
          <span>
            {mayReadScans ? (
              <a href={`/${tenant}/petitions/${view.petitionId}/attachments/${scan.id}`} download>
                {words.name(index)}
              </a>
            ) : (
              words.name(index)
            )}{" "}
            <small>{words.about(scan)}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function AttachForm({ view, tenant }: Props) {
  const t = useTranslations("petitions.secrecy");
  const words = useScanWords();
  const { scans, ownScans, fileLimits, returned } = view.secrecy;
  const own = scans.flatMap((scan, index) =>
    ownScans.includes(scan.id) ? [{ value: scan.id, label: words.name(index) }] : [],
  );
  return (
    <details className="more mb-4" open={returned?.form === "attach" || undefined}>
      <summary>{scans.length > 0 ? t("attachMore") : t("attach")}</summary>
      <UploadForm
        id="attach"
        post={`/${tenant}/upload/scans`}
        returned={returned?.form === "attach" ? returned.state : undefined}
      >
        <HiddenField name="tenant" value={tenant} />
        <HiddenField name="petitionId" value={view.petitionId} />
        {own.length > 0 ? (
          <CheckboxGroup name="removedFiles" label={t("remove")} optional choices={own} />
        ) : null}
        <FilesToSend limits={fileLimits} />
        <SubmitButton look="plain">{t("attachSubmit")}</SubmitButton>
      </UploadForm>
    </details>
  );
}

/** The scanned pages of a letter: sealed whatever it is, opened by who handles it, with a reason where somebody is denounced. */
export function ScansSection({ view, tenant }: Props) {
  const t = useTranslations("petitions.secrecy");
  const { scans, mayAttach, mayLook } = view.secrecy;
  if (scans.length === 0 && !mayAttach) return null;
  return (
    <Section id="scans" title={t("scans")} count={scans.length}>
      {scans.length === 0 ? <p className="mb-4">{t("noScans")}</p> : null}
      {scans.length > 0 && mayLook ? <LookAtScans view={view} tenant={tenant} /> : null}
      {scans.length > 0 && !mayLook ? <ScanList view={view} tenant={tenant} /> : null}
      {mayAttach ? <AttachForm view={view} tenant={tenant} /> : null}
    </Section>
  );
}
